// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/schema_windows.h"

#include "backend/execution/blocking.h"
#include "backend/image/image_store.h"
#include "backend/image/recipe_chain.h"
#include "backend/services/rooms.h"

namespace snowmelt {

namespace {

using Windows = QHash<Digest, SchemaWindow>;

/// An image that the store does not have says nothing: it may have come from another machine.
SchemaWindow imageSays(const ImageStore& store, const Digest& digest)
{
    const Result<SchemaWindow> window = store.schemaWindow(digest);
    return window.ok() ? *window : SchemaWindow();
}

SchemaWindow recipesSay(const Blueprint& blueprint, const ImageRef& image)
{
    const Result<QList<LoadedRecipe>> chain = loadRecipes(blueprint, image);
    return chain.ok() && !chain->isEmpty() ? chain->last().schema : SchemaWindow();
}

} // namespace

Task<Windows> schemaWindows(OperationPtr operation, QList<AskedImage> images)
{
    const Blueprint blueprint = operation->blueprint();
    const bool built = blueprint.platform.kind == u"podman";
    const std::function<Result<Windows>()> look = [blueprint, built, images, store = operation->rooms().store] {
        Windows windows;
        for (const AskedImage& image : images)
            if (!windows.contains(image.digest))
                windows.insert(image.digest, built ? imageSays(store, image.digest) : recipesSay(blueprint, image.ref));
        return Result<Windows>(windows);
    };
    const Result<Windows> windows = co_await runBlocking<Windows>(look);
    co_return windows;
}

} // namespace snowmelt
