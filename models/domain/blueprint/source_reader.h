// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/mapping_reader.h"
#include "models/domain/blueprint/recipe.h"

namespace snowmelt {

/// One of a recipe's package sources.
RecipeSource readSource(const YamlNode& item, QList<Problem>& problems);

} // namespace snowmelt
