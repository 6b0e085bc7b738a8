// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recipes/recipe_check.h"

#include "models/domain/blueprint/yaml_tree.h"
#include "models/recipes/recipe_files.h"

namespace snowmelt {

RecipeVerdict checkedRecipe(const Blueprint& blueprint, const ImageRef& image, const QByteArray& text)
{
    const ImageSource* source = blueprint.findImage(image);
    const QString own = source ? recipeFile(blueprint, *source) : QString();
    const ReadText read = [&own, &text](const QString& file) -> std::optional<QByteArray> {
        return file == own ? std::optional(text) : readPlainFile(file, YamlLimits().bytes);
    };
    const RecipeLineage lineage = readRecipeLineage(blueprint, image, read);
    if (!lineage.ok())
        return {lineage.faults, {}};
    QList<RecipeOfTier> chain;
    for (const TierRecipe& tier : lineage.tiers)
        chain.append({tier.ref, tier.recipe});
    return {{}, effectiveRecipe(chain)};
}

} // namespace snowmelt
