// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/blueprint/recipe.h"

#include <functional>
#include <optional>

namespace snowmelt {

/// The recipe of an image as it stands.
struct TierRecipe
{
    ImageRef ref;
    QString file;
    QByteArray text;
    Recipe recipe;
};

/// Something wrong in one of the recipes, at its place. A file that cannot be read has no problem of its own.
struct RecipeFault
{
    QString file;
    std::optional<Problem> problem;
};

struct RecipeLineage
{
    QList<TierRecipe> tiers;   ///< OS tier first; as far down as could be read
    QList<RecipeFault> faults; ///< of the first recipe, from the top, that has any
    bool unknown = false;      ///< the blueprint has no such image
    bool ok() const { return faults.isEmpty() && !unknown; }
};

using ReadText = std::function<std::optional<QByteArray>(const QString& file)>;

/// The recipe of `image` and those of its parents, with the files they name looked at. `read` gives the text of a
/// recipe that is open somewhere; by default they are read from disk. Blocking.
RecipeLineage readRecipeLineage(const Blueprint& blueprint, const ImageRef& image, const ReadText& read = {});

/// Where an image's recipe stands.
QString recipeFile(const Blueprint& blueprint, const ImageSource& source);

} // namespace snowmelt
