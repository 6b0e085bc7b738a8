// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/store_check.h"

#include "backend/image/durable_file.h"
#include "backend/image/inventory_json.h"
#include "backend/image/store_index.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

namespace snowmelt {

namespace {

const QString indexName = QStringLiteral("index.json");
const QString layoutName = QStringLiteral("oci-layout");

class Checkup
{
public:
    Checkup(const QString& layoutFolder, const QList<BlobLook>& looks, const StopFlag& stop)
        : m_folder(layoutFolder), m_stop(stop)
    {
        for (const BlobLook& look : looks)
            m_looks.insert(look.hex, look);
    }

    Result<StoreCheck> run()
    {
        const auto files = filesOfStore(m_folder);
        if (!files)
            return files.as<StoreCheck>();
        if (auto looked = lookAgain(files->blobs); !looked)
            return looked.as<StoreCheck>();
        checkLayout(*files);
        checkIndex(*files);
        for (const StoredImage& image : std::as_const(m_images)) {
            if (*m_stop)
                return Cancelled{};
            checkImage(image);
        }
        tellNeeded();
        tellUnnamed(*files);
        return m_check;
    }

private:
    /// What a commit added meanwhile, and nothing of what a removal took.
    Result<Done> lookAgain(const QStringList& blobs)
    {
        QHash<QString, BlobLook> current;
        for (const QString& hex : blobs) {
            const auto known = m_looks.constFind(hex);
            const auto look = known == m_looks.cend() ? lookAtBlob(m_folder, hex, m_stop) : Result<BlobLook>(*known);
            if (!look)
                return look.as<Done>();
            current.insert(hex, *look);
            m_check.bytes += look->bytes;
        }
        m_looks = current;
        m_check.blobs = static_cast<int>(blobs.size());
        return Done{};
    }

    bool isEmpty(const StoreFiles& files) const
    {
        return files.blobs.isEmpty() && !QFileInfo::exists(m_folder + u'/' + indexName);
    }

    void checkLayout(const StoreFiles& files)
    {
        QFile file(m_folder + u'/' + layoutName);
        if (!file.exists()) {
            if (!isEmpty(files))
                tell(StoreFault::Missing, layoutName);
            return;
        }
        const QJsonDocument expected = QJsonDocument::fromJson(oci::layoutFile());
        if (!file.open(QIODevice::ReadOnly) || QJsonDocument::fromJson(file.readAll()) != expected)
            tell(StoreFault::Unreadable, layoutName);
    }

    void checkIndex(const StoreFiles& files)
    {
        QFile file(m_folder + u'/' + indexName);
        if (isEmpty(files))
            return;
        m_namesAll = false;
        if (!file.exists())
            return tell(StoreFault::Missing, indexName);
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const auto images = parseIndex(text);
        if (!images)
            return tell(StoreFault::Unreadable, indexName);
        m_images = *images;
        m_check.images = static_cast<int>(images->size());
        m_namesAll = isIntactIndex(text);
        if (!m_namesAll)
            tell(StoreFault::Damaged, indexName);
    }

    void checkImage(const StoredImage& image)
    {
        const QString whose = image.record.ref.text();
        need(image.manifest.digest, whose);
        const auto bytes = read(image.manifest.digest);
        const auto manifest = bytes ? oci::parseManifest(*bytes) : std::nullopt;
        if (!manifest) {
            m_namesAll = false;
            if (bytes)
                m_senseless.insert(image.manifest.digest.hex());
            return;
        }
        for (const Digest& blob : oci::blobsOf(*manifest))
            need(blob, whose);
        if (bytes->size() != image.manifest.size || manifest->config.digest != image.record.digest)
            tell(StoreFault::Unreadable, indexName, {whose});
        if (!areSizesRight(*manifest))
            m_senseless.insert(image.manifest.digest.hex());
        checkConfig(*manifest);
        checkInventory(*manifest);
    }

    bool areSizesRight(const OciManifest& manifest) const
    {
        const QList<OciDescriptor> all = manifest.layers + QList{manifest.config};
        return std::ranges::all_of(all, [this](const OciDescriptor& blob) {
            const auto look = m_looks.constFind(blob.digest.hex());
            return look == m_looks.cend() || look->fault || look->bytes == blob.size;
        });
    }

    void checkConfig(const OciManifest& manifest)
    {
        const auto bytes = read(manifest.config.digest);
        if (!bytes)
            return;
        QJsonArray expected;
        for (const OciDescriptor& layer : manifest.layers)
            expected.append(layer.digest.text());
        const QJsonObject root = QJsonDocument::fromJson(*bytes).object()[QStringLiteral("rootfs")].toObject();
        if (expected.isEmpty() || root[QStringLiteral("diff_ids")].toArray() != expected)
            m_senseless.insert(manifest.config.digest.hex());
    }

    void checkInventory(const OciManifest& manifest)
    {
        const auto bytes = read(manifest.inventory);
        const auto inventory = bytes ? parseInventory(*bytes) : std::nullopt;
        if (bytes && (!inventory || inventory->digest != manifest.config.digest))
            m_senseless.insert(manifest.inventory.hex());
    }

    /// Of a blob that was found whole.
    std::optional<QByteArray> read(const Digest& digest) const
    {
        const auto look = m_looks.constFind(digest.hex());
        if (look == m_looks.cend() || look->fault)
            return std::nullopt;
        const auto bytes = readBlob(m_folder, digest, {});
        return bytes ? std::optional(*bytes) : std::nullopt;
    }

    void need(const Digest& digest, const QString& image)
    {
        QStringList& images = m_needed[digest.hex()];
        if (!images.contains(image))
            images.append(image);
    }

    void tellNeeded()
    {
        for (const auto& [hex, images] : m_needed.asKeyValueRange()) {
            const auto look = m_looks.constFind(hex);
            const QString blob = QStringLiteral("sha256:") + hex;
            if (look == m_looks.cend())
                tell(StoreFault::Missing, blob, images);
            else if (look->fault)
                tell(*look->fault, blob, images);
            else if (m_senseless.contains(hex))
                tell(StoreFault::Unreadable, blob, images);
        }
    }

    /// Only when all that names blobs could be read: else what is needed would be called harmless.
    void tellUnnamed(const StoreFiles& files)
    {
        for (const QString& hex : files.blobs) {
            const auto fault = m_namesAll ? std::optional(StoreFault::Unnamed) : m_looks.value(hex).fault;
            if (fault && !m_needed.contains(hex))
                tell(*fault, QStringLiteral("sha256:") + hex);
        }
        for (const QString& stranger : files.strangers)
            tell(StoreFault::Unnamed, stranger);
    }

    void tell(StoreFault fault, const QString& what, const QStringList& images = {})
    {
        m_check.damage.append({fault, what, images});
    }

    QString m_folder;
    StopFlag m_stop;
    QHash<QString, BlobLook> m_looks;
    QList<StoredImage> m_images;
    QMap<QString, QStringList> m_needed;
    QSet<QString> m_senseless; ///< whole, and not what it is taken for
    bool m_namesAll = true;
    StoreCheck m_check;
};

} // namespace

Result<StoreCheck> judgeStore(const QString& layoutFolder, const QList<BlobLook>& looks, const StopFlag& stop)
{
    // A store that nobody may write to has no writer to wait for.
    const QString lockFile = layoutFolder + QStringLiteral("/lock");
    const auto lock = QFileInfo(lockFile).isWritable() ? FileLock::take(lockFile) : Result<FileLock>(Cancelled{});
    return Checkup(layoutFolder, looks, stop).run();
}

} // namespace snowmelt
