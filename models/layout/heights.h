// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/layers.h"

#include <limits>

namespace snowmelt::layout {

inline constexpr double noHeight = std::numeric_limits<double>::quiet_NaN();

/// A stack in its column, or a place where a long link passes one. Diagram units.
struct Item
{
    int stack = -1;  ///< -1: a link passes
    int bundle = -1; ///< of a passing link: what it has one end in common with; those pass as one
    double height = 0;
    double centre = 0; ///< from its top to where links meet it
    double top = noHeight;

    double middle() const { return top + centre; }
};

/// Columns in which the parts of each zone have a band of their own; none when the last is before the first.
struct Banding
{
    int first = 0, last = -1;
    int bands = 0;
};

/// Gives every item its top: in its column's order, without overlap, in line with what it hangs together with. `items`
/// are those of the layers.
void setHeights(const Layers& layers, const Banding& banding, QList<Item>& items);

} // namespace snowmelt::layout
