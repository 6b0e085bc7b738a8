// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/recipe.h"
#include "models/domain/blueprint/yaml_tree.h"

namespace snowmelt {

/// The key `packer` of a recipe.
RecipePacker readPacker(const YamlNode& node, QList<Problem>& problems);

} // namespace snowmelt
