// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/build_look.h"

#include "backend/image/build_inputs.h"
#include "backend/image/staging.h"

#include <QFileInfo>

#include <algorithm>

namespace snowmelt {

namespace {

bool isComplete(const QString& store, const StoredImage& image)
{
    const auto manifest = readManifest(store, image);
    if (!manifest)
        return false;
    return std::all_of(manifest->layers.begin(), manifest->layers.end(), [&](const OciDescriptor& layer) {
        return QFileInfo(oci::blobPath(store, layer.digest)).size() == layer.size;
    });
}

Expectation expectedOf(const QList<StoredImage>& images, const ImageRef& image)
{
    QList<ImageRecord> built;
    for (const StoredImage& each : images)
        built.append(each.record);
    return expectedBuild(built, image);
}

/// What changed besides, when the parent is about to be another one.
QList<DueReason> restingOnDue(QList<DueReason> reasons, const ImageRef& parent)
{
    reasons.removeIf([](const DueReason& reason) { return reason.due == Due::ParentChanged; });
    reasons.prepend({Due::ParentDue, {parent.text()}});
    return reasons;
}

} // namespace

Result<BuildLook> lookForBuild(const QString& store, const LoadedRecipe& recipe, const Digest& parent)
{
    const auto images = readIndex(store);
    if (!images)
        return images.as<BuildLook>();
    BuildLook look{buildKey(recipe, parent, builderOf(recipe.recipe)), {}, {}, expectedOf(*images, recipe.ref)};
    const auto newest = std::find_if(images->begin(), images->end(), [&](const StoredImage& image) {
        return image.newest && image.record.ref == recipe.ref;
    });
    if (newest == images->end()) {
        look.reasons = {{Due::NeverBuilt, {}}};
        return look;
    }
    look.image = *newest;
    if (newest->key == look.key && isComplete(store, *newest))
        return look;
    if (newest->key == look.key) // making it again mends it
        look.reasons = {{Due::Damaged, {}}};
    else
        look.reasons = reasonsBetween(parseInputs(newest->inputs), inputsOf(recipe, parent, builderOf(recipe.recipe)),
                                      recipe.recipe.parent);
    return look;
}

Result<QList<ImageDue>> foreseenBuild(const QString& store, const QList<LoadedRecipe>& chain, bool fromScratch)
{
    QList<ImageDue> all;
    Digest parent;
    bool anyBelow = false;
    for (const LoadedRecipe& recipe : chain) {
        const auto look = lookForBuild(store, recipe, parent);
        if (!look)
            return look.as<QList<ImageDue>>();
        QList<DueReason> reasons = look->reasons;
        if (fromScratch)
            reasons.prepend({Due::Asked, {}});
        else if (anyBelow && !look->image.record.digest.isNull())
            reasons = restingOnDue(reasons, recipe.recipe.parent);
        anyBelow = anyBelow || !reasons.isEmpty();
        parent = look->image.record.digest;
        all.append({recipe.ref, reasons, look->expected.ms, look->expected.from});
    }
    return all;
}

} // namespace snowmelt
