// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/parts.h"

namespace snowmelt::layout {

/// Boxes with their rectangles, tier by tier. `fans` lists the group boxes whose nodes get edges of their own.
struct Placement
{
    QList<DiagramBox> boxes;
    QList<int> clients, balancers, groups, databases; ///< indices into boxes
    QList<int> fans;
};

Placement place(const Parts& parts, double requestRate);

} // namespace snowmelt::layout
