// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/effective_recipe.h"
#include "models/recipes/recipe_lineage.h"

namespace snowmelt {

/// What a recipe as it is typed amounts to.
struct RecipeVerdict
{
    QList<RecipeFault> faults;
    QList<EffectiveLine> effective; ///< empty where there are faults
};

/// `text` in place of what is in the recipe's file. Reads files: not for the thread of the window.
RecipeVerdict checkedRecipe(const Blueprint& blueprint, const ImageRef& image, const QByteArray& text);

} // namespace snowmelt
