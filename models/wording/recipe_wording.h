// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/effective_recipe.h"

namespace snowmelt {

QString partText(RecipePart part); ///< "Package"
/// What is said of it, in words where it needs them: what a tier above makes of it comes after it.
QString valueText(const EffectiveLine& line);

} // namespace snowmelt
