// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/recipe.h"
#include "models/domain/blueprint/yaml_tree.h"

namespace snowmelt {

/// What an image is tried by and for: the keys `health`, `tests` (one entry) and `schema` of a recipe.
RecipeHealth readHealth(const YamlNode& node, QList<Problem>& problems);
RecipeTest readTest(const YamlNode& item, QList<Problem>& problems);
SchemaWindow readSchemaWindow(const YamlNode& node, QList<Problem>& problems);

} // namespace snowmelt
