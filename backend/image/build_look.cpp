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

} // namespace

Result<BuildLook> lookForBuild(const QString& store, const LoadedRecipe& recipe, const Digest& parent)
{
    const auto images = readIndex(store);
    if (!images)
        return images.as<BuildLook>();
    BuildLook look{buildKey(recipe, parent, builderScript()), {}, {}, expectedOf(*images, recipe.ref)};
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
        look.reasons = reasonsBetween(parseInputs(newest->inputs), inputsOf(recipe, parent, builderScript()),
                                      recipe.recipe.parent);
    return look;
}

Result<QStringList> imagesDue(const QString& store, const QList<LoadedRecipe>& chain, bool fromScratch)
{
    QStringList due;
    Digest parent;
    for (const LoadedRecipe& recipe : chain) {
        const auto look = lookForBuild(store, recipe, parent);
        if (!look)
            return look.as<QStringList>();
        if (fromScratch || !due.isEmpty() || !look->reasons.isEmpty())
            due.append(recipe.ref.text());
        parent = look->image.record.digest;
    }
    return due;
}

} // namespace snowmelt
