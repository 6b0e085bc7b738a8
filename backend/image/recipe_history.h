// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "models/domain/image/image_diff.h"

#include <optional>

namespace snowmelt {

/// Recipes of two images: their files, relative to a folder, and their texts, nullopt where nobody kept one.
struct RecipeTexts
{
    QString folder;
    QStringList files;
    std::optional<QByteArray> from{};
    std::optional<QByteArray> to{};
};

/// Who changed the recipe, as the git of this machine says. Only cancel ends it without a trail.
Task<RecipeTrail> askRecipeHistory(RecipeTexts recipes, CallContext context);

} // namespace snowmelt
