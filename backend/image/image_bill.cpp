// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_bill.h"

#include "backend/image/image_papers.h"
#include "backend/image/layer_reader.h"
#include "backend/image/sha256.h"
#include "models/domain/blueprint/birth_template.h"

#include <QCryptographicHash>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qint64 osReleaseLimit = 64 * 1024;
// Where it is; /etc/os-release is a link to it (os-release(5)).
const QByteArray osRelease = QByteArrayLiteral("/usr/lib/os-release");

/// A stored image with what its manifest says.
struct Tiered
{
    StoredImage image;
    OciManifest manifest;
};

Result<Tiered> tieredIn(const QString& layout, const QList<StoredImage>& index, const Digest& digest)
{
    const auto image = storedImage(index, digest);
    if (!image)
        return image.as<Tiered>();
    const auto manifest = readManifest(layout, *image);
    if (!manifest)
        return manifest.as<Tiered>();
    return Tiered{*image, *manifest};
}

/// The build of the parent that a child stands on: its layers are the child's but for the topmost. Nothing: that build
/// is not in the store any more.
std::optional<Tiered> parentOf(const QString& layout, const QList<StoredImage>& index, const Tiered& child)
{
    for (const StoredImage& image : index) {
        if (image.record.ref != child.image.record.parent)
            continue;
        const auto manifest = readManifest(layout, image);
        if (manifest && manifest->layers == child.manifest.layers.mid(0, child.manifest.layers.size() - 1))
            return Tiered{image, *manifest};
    }
    return std::nullopt;
}

/// Itself and its parents, as far as they are known.
struct Lineage
{
    QList<Tiered> images;
    bool whole = false; ///< down to the OS tier
};

Lineage lineageOf(const QString& layout, const QList<StoredImage>& index, const Tiered& image)
{
    Lineage lineage{{image}, false};
    while (!lineage.images.last().image.record.parent.isNull() && lineage.images.last().manifest.layers.size() > 1) {
        const auto parent = parentOf(layout, index, lineage.images.last());
        if (!parent)
            return lineage;
        lineage.images.append(*parent);
    }
    lineage.whole = lineage.images.last().image.record.parent.isNull();
    return lineage;
}

/// The bytes of a file that an image has, as its inventory says. ImageCorrupt {image}: no layer has it, or other bytes.
Result<QByteArray> fileBytes(const QString& layout, const Tiered& image, const FileFact& fact)
{
    for (auto layer = image.manifest.layers.crbegin(); layer != image.manifest.layers.crend(); ++layer) {
        const auto answer = askLayer(oci::blobPath(layout, layer->digest), fact.path, fact.size + 1);
        if (!answer)
            return Error{ErrorCode::ImageCorrupt, {image.image.record.ref.text()}, answer.error().detail};
        if (answer->kind == LayerAnswer::Kind::Silent)
            continue;
        Sha256 sum;
        sum.add(answer->bytes.constData(), static_cast<size_t>(answer->bytes.size()));
        if (answer->kind != LayerAnswer::Kind::File || sum.hex() != fact.sha256)
            return Error{ErrorCode::ImageCorrupt, {image.image.record.ref.text()}, QString::fromUtf8(fact.path)};
        return answer->bytes;
    }
    return Error{ErrorCode::ImageCorrupt, {image.image.record.ref.text()}, QString::fromUtf8(fact.path)};
}

/// Paths that the recipes of a lineage put into the image; nothing: one of the recipes is not kept.
Result<std::optional<QList<QByteArray>>> recipePaths(const QString& layout, const Lineage& lineage)
{
    using Paths = std::optional<QList<QByteArray>>;
    QList<QByteArray> paths;
    for (const Tiered& tier : lineage.images) {
        const auto paper = tier.manifest.papers.constFind(oci::recipePaper);
        if (paper == tier.manifest.papers.constEnd())
            return Paths();
        const auto text = readBlob(layout, *paper, tier.image.record.ref.text());
        if (!text)
            return text.as<Paths>();
        const Parsed<Recipe> recipe = parseRecipe(*text);
        if (!recipe.ok())
            return Paths();
        for (const RecipeFile& file : recipe.value.files)
            paths.append(file.path.toUtf8());
        for (const RecipeFile& file : recipe.value.templates)
            paths.append(birthTemplateFolder() + file.path.toUtf8());
    }
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return lineage.whole ? Paths(paths) : Paths();
}

Result<Done> addFiles(Bill& bill, const QString& layout, const Tiered& image, const Inventory& inventory,
                      const QList<QByteArray>& paths)
{
    for (const QByteArray& path : paths) {
        const auto fact = inventory.files.constFind(path);
        // A command may have taken away what the recipe put there, or made it something else.
        if (fact == inventory.files.constEnd() || fact->type != FileType::File || fact->sha256.isEmpty())
            continue;
        const auto bytes = fileBytes(layout, image, *fact);
        if (!bytes)
            return bytes.as<Done>();
        bill.files.append({path, QCryptographicHash::hash(*bytes, QCryptographicHash::Sha1).toHex(), fact->sha256});
    }
    return Done{};
}

Result<Distribution> distributionOf(const QString& layout, const Tiered& image, const Inventory& inventory)
{
    const auto fact = inventory.files.constFind(osRelease);
    if (fact == inventory.files.constEnd() || fact->type != FileType::File || fact->size > osReleaseLimit)
        return Distribution{};
    const auto text = fileBytes(layout, image, *fact);
    if (!text)
        return text.as<Distribution>();
    return parseOsRelease(*text);
}

} // namespace

Result<Bill> billOf(const ImageStore& store, const ImageRecord& image)
{
    const QString layout = store.layoutFolder();
    const auto index = readIndex(layout);
    if (!index)
        return index.as<Bill>();
    const auto tiered = tieredIn(layout, *index, image.digest);
    if (!tiered)
        return tiered.as<Bill>();
    const auto inventory = store.inventory(image.digest);
    if (!inventory)
        return inventory.as<Bill>();
    const auto distribution = distributionOf(layout, *tiered, *inventory);
    if (!distribution)
        return distribution.as<Bill>();
    const Lineage lineage = lineageOf(layout, *index, *tiered);
    const auto paths = recipePaths(layout, lineage);
    if (!paths)
        return paths.as<Bill>();
    Bill bill;
    bill.image = image;
    bill.packages = inventory->packages;
    bill.distribution = *distribution;
    bill.parent = lineage.images.size() > 1 ? lineage.images.at(1).image.record.digest : Digest();
    bill.filesKnown = paths->has_value();
    if (const auto added = addFiles(bill, layout, *tiered, *inventory, paths->value_or(QList<QByteArray>())); !added)
        return added.as<Bill>();
    return bill;
}

} // namespace snowmelt
