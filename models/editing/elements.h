// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/outline.h"

namespace snowmelt::editing {

/// The entries of a mapping or the items of a list, as they stand in the text; of a block list from their dash on.
QList<Extent> elementsOf(const Outline& outline, const YamlNode& collection);

} // namespace snowmelt::editing
