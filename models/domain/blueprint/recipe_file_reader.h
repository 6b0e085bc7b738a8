// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/birth_template.h"
#include "models/domain/blueprint/recipe.h"
#include "models/domain/blueprint/recipe_checks.h"

namespace snowmelt {

/// An entry of `list`: "files", or "templates", whose content may mention birth parameters alone. `text` is the whole
/// recipe: it says where in it a mention stands.
RecipeFile readRecipeFile(const YamlNode& item, const QString& list, const QByteArray& text, QList<Problem>& problems);

/// What is told of a mention that is no birth parameter's: args of UnknownChoice. `where`: what stands before it.
QStringList mentionArgs(const QString& key, const TemplateMention& mention, const QString& where = {});

} // namespace snowmelt
