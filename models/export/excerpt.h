// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

/// The part of a diagram that a window shows: whole boxes that are seen in `area`, the containers around them, and
/// edges between two of them.
Diagram excerptOf(const Diagram& diagram, const QRectF& area);

} // namespace snowmelt
