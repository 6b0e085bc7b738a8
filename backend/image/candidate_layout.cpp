// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/candidate_layout.h"

#include "backend/image/durable_file.h"
#include "backend/image/inventory_json.h"

#include <QDir>
#include <QFile>

namespace snowmelt {

namespace {

Result<Done> writePlain(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        return writeError(path, errno);
    return Done{};
}

QString fileOf(const Digest& layer, const QString& store, const QList<BuiltTier>& tiers)
{
    for (const BuiltTier& tier : tiers)
        if (tier.manifest.layers.last().digest == layer)
            return tier.layerFile;
    return oci::blobPath(store, layer);
}

} // namespace

Result<Done> layOutCandidate(const QString& folder, const QString& store, const QList<BuiltTier>& tiers)
{
    const BuiltTier& tier = tiers.last();
    if (!QDir().mkpath(folder + QStringLiteral("/blobs/sha256")))
        return writeError(folder, errno);
    const QByteArray manifest = oci::render(tier.manifest);
    const StoredImage entry{
        tier.record, {oci::manifestType, Digest::ofBytes(manifest), manifest.size(), {}}, tier.key, true, {}};
    const QList<QPair<QString, QByteArray>> files{
        {folder + QStringLiteral("/oci-layout"), oci::layoutFile()},
        {oci::blobPath(folder, tier.manifest.config.digest), tier.config},
        {oci::blobPath(folder, entry.manifest.digest), manifest},
        {oci::blobPath(folder, tier.manifest.inventory), renderInventory(tier.inventory)},
        {folder + QStringLiteral("/index.json"), renderIndex({entry})}};
    for (const auto& [path, content] : files)
        if (auto written = writePlain(path, content); !written)
            return written;
    for (const OciDescriptor& layer : tier.manifest.layers) {
        const QString link = oci::blobPath(folder, layer.digest);
        if (!QFile::exists(link) && !QFile::link(fileOf(layer.digest, store, tiers), link))
            return writeError(link, errno);
    }
    return Done{};
}

} // namespace snowmelt
