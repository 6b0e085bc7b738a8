// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/import_archive.h"

#include "backend/image/inventory_json.h"
#include "backend/image/layer_names.h"
#include "backend/image/store_index.h"
#include "backend/image/store_writer.h"
#include "backend/image/unpack_archive.h"
#include "backend/image/work_folder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <numeric>

namespace snowmelt {

namespace {

/// Inventories are the largest texts: 20 MB for 100,000 files.
constexpr qint64 largestText = 256 << 20;

/// Holds an unpacked archive against itself. Everything found wrong is a short text: where.
class ImportCheck
{
public:
    ImportCheck(const UnpackedArchive& archive, const QString& folder) : m_archive(archive), m_folder(folder) {}

    /// Empty: it holds.
    Result<QString> fault(const StopFlag& stop)
    {
        for (const auto& check : {&ImportCheck::layoutFault, &ImportCheck::manifestFault, &ImportCheck::blobFault,
                                  &ImportCheck::configFault, &ImportCheck::entryFault})
            if (const QString found = (this->*check)(); !found.isEmpty())
                return found;
        return layerFault(stop);
    }

    const StoredImage& image() const { return m_image; }
    const OciManifest& manifest() const { return m_manifest; }

private:
    QString layoutFault()
    {
        if (QJsonDocument::fromJson(m_archive.layout) != QJsonDocument::fromJson(oci::layoutFile()))
            return QStringLiteral("oci-layout");
        const QJsonObject index = QJsonDocument::fromJson(m_archive.index).object();
        const QJsonArray entries = index[QStringLiteral("manifests")].toArray();
        if (entries.size() != 1)
            return QStringLiteral("index.json: manifests: %1").arg(entries.size());
        const auto entry = oci::descriptorFrom(entries[0].toObject());
        const auto image = entry ? storedFrom(*entry) : std::nullopt;
        if (!image || entry->mediaType != oci::manifestType)
            return QStringLiteral("index.json");
        m_image = *image;
        return {};
    }

    QString manifestFault()
    {
        const QByteArray text = read(m_image.manifest.digest);
        const auto manifest = oci::parseManifest(text);
        // Only what Snowmelt writes can be written back as it is, when a signature is laid beside the image.
        if (!manifest || manifest->layers.isEmpty() || oci::render(*manifest) != text)
            return m_image.manifest.digest.text();
        m_manifest = *manifest;
        return {};
    }

    QString blobFault()
    {
        QSet<QString> named{m_image.manifest.digest.hex()};
        for (const Digest& blob : oci::blobsOf(m_manifest)) {
            named.insert(blob.hex());
            if (!m_archive.blobs.contains(blob.hex()))
                return blob.text();
        }
        for (const auto& [hex, size] : m_archive.blobs.asKeyValueRange())
            if (!named.contains(hex))
                return u"blobs/sha256/" + hex;
        for (const OciDescriptor& blob : m_manifest.layers + QList{m_manifest.config, m_image.manifest})
            if (m_archive.blobs.value(blob.digest.hex()) != blob.size)
                return QStringLiteral("%1: %2 bytes").arg(blob.digest.text()).arg(blob.size);
        return {};
    }

    QString configFault()
    {
        QJsonArray layers;
        for (const OciDescriptor& layer : m_manifest.layers) {
            if (layer.mediaType != oci::layerType)
                return layer.digest.text();
            layers.append(layer.digest.text());
        }
        const QJsonObject config = QJsonDocument::fromJson(read(m_manifest.config.digest)).object();
        const QJsonObject root = config[QStringLiteral("rootfs")].toObject();
        const QJsonObject labels = config[QStringLiteral("config")].toObject()[QStringLiteral("Labels")].toObject();
        const bool holds = root[QStringLiteral("diff_ids")].toArray() == layers &&
                           labels[QStringLiteral("snowmelt.image")].toString() == m_image.record.ref.name &&
                           labels[QStringLiteral("snowmelt.version")].toString() == m_image.record.ref.version &&
                           labels[QStringLiteral("snowmelt.tier")].toString() == tierName(m_image.record.tier);
        return holds ? QString() : m_manifest.config.digest.text();
    }

    /// Packer makes whole roots of any tier.
    bool standsOnParent(const ImageRecord& record) const
    {
        return record.tier != Tier::Os &&
               (m_manifest.layers.size() > 1 || !m_manifest.papers.contains(oci::packerPaper));
    }

    QString entryFault()
    {
        const auto inventory = parseInventory(read(m_manifest.inventory));
        const ImageRecord& record = m_image.record;
        if (!inventory || inventory->digest != m_manifest.config.digest || inventory->image != record.ref)
            return m_manifest.inventory.text();
        const qint64 size = std::accumulate(m_manifest.layers.begin(), m_manifest.layers.end(), qint64(0),
                                            [](qint64 sum, const OciDescriptor& layer) { return sum + layer.size; });
        const bool holds = record.digest == m_manifest.config.digest && record.size == size &&
                           record.ownSize == m_manifest.layers.last().size &&
                           record.packages == inventory->packages.size() && record.builtAt.isValid() &&
                           standsOnParent(record) == !record.parent.isNull();
        return holds ? QString() : QStringLiteral("index.json: annotations");
    }

    Result<QString> layerFault(const StopFlag& stop) const
    {
        for (const OciDescriptor& layer : m_manifest.layers) {
            const auto fault = faultOfLayer(pathOf(layer.digest), stop);
            if (!fault)
                return fault;
            if (!fault->isEmpty())
                return QString(layer.digest.text() + u": " + *fault);
        }
        return QString();
    }

    QString pathOf(const Digest& digest) const { return m_folder + u'/' + digest.hex(); }

    QByteArray read(const Digest& digest) const
    {
        QFile file(pathOf(digest));
        return file.size() <= largestText && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    const UnpackedArchive& m_archive;
    QString m_folder;
    StoredImage m_image;
    OciManifest m_manifest;
};

Result<ImageRecord> importInto(const QString& home, const QString& file, const QString& work, const StopFlag& stop)
{
    const auto archive = unpackArchive(file, work, stop);
    if (!archive)
        return archive.as<ImageRecord>();
    ImportCheck check(*archive, work);
    const auto fault = check.fault(stop);
    if (!fault)
        return fault.as<ImageRecord>();
    if (!fault->isEmpty())
        return Error{ErrorCode::ImageFileInvalid, {file}, *fault};
    const auto committed = commitImported(home + QStringLiteral("/images"), check.image(), check.manifest(), work);
    return committed ? Result<ImageRecord>(check.image().record) : committed.as<ImageRecord>();
}

} // namespace

Result<ImageRecord> importArchive(const QString& home, const QString& file, const StopFlag& stop)
{
    auto work = WorkFolder::make(home);
    if (!work)
        return work.as<ImageRecord>();
    WorkFolder folder = work.take();
    auto imported = importInto(home, file, folder.path(), stop);
    const auto removed = folder.remove();
    return imported && !removed ? removed.as<ImageRecord>() : imported;
}

} // namespace snowmelt
