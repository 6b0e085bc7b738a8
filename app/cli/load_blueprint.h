// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/error.h"
#include "models/domain/read_json.h"
#include "models/recipes/recipe_lineage.h"

#include <optional>

namespace snowmelt {

/// A blueprint's file, read and parsed. `error` when the file cannot be read; problems otherwise.
struct LoadedBlueprint
{
    Blueprint blueprint;
    QList<FileProblem> problems;
    std::optional<Error> error;
};
LoadedBlueprint loadBlueprint(const QString& file);

/// The problems of every recipe that the blueprint names, of its parents and of the files it takes, each at its place
/// in its own file.
QList<FileProblem> recipeProblems(const Blueprint& blueprint, const QString& blueprintFile);

/// What is wrong with the recipes of one image.
QList<FileProblem> lineageProblems(const RecipeLineage& lineage, const Blueprint& blueprint,
                                   const QString& blueprintFile);

} // namespace snowmelt
