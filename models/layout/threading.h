// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/layers.h"

namespace snowmelt::layout {

/// Where long links pass the columns, when all blocks stand already: the same layers with what passes moved between the
/// blocks, whose order stays, so that fewer links cross. Each passing item goes where it crosses least, until none
/// gains (sifting). `passing`: of each item; it has one neighbour on each side.
Layers threaded(Layers layers, const QList<bool>& passing, const LayoutStop& stop);

} // namespace snowmelt::layout
