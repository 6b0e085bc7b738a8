// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/recipe.h"

namespace snowmelt {

/// What is wrong with a recipe only beside its parents' recipes (OS tier first), each at its place in its `text`.
QList<Problem> problemsWithParents(const QByteArray& text, const Recipe& recipe, const QList<Recipe>& parents);

} // namespace snowmelt
