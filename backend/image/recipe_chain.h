// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/blueprint/recipe.h"
#include "models/domain/result.h"

namespace snowmelt {

/// A recipe with everything it refers to: all that decides what will be built.
struct LoadedRecipe
{
    ImageRef ref;
    Recipe recipe;
    QByteArray text;
    QList<QByteArray> contents; ///< of recipe.files, same order
};

/// Reads an image's recipe and its parents' with their files, OS tier first. Touches nothing.
/// ImageUnknown, RecipeInvalid {file, line, column, what}, FileUnreadable. Blocking.
Result<QList<LoadedRecipe>> loadChain(const Blueprint& blueprint, const ImageRef& image);

/// What an image is built from, as one hash: it is current while this is as it was.
QString buildKey(const LoadedRecipe& recipe, const Digest& parent, const QByteArray& builder);

} // namespace snowmelt
