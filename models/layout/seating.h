// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/chart.h"

namespace snowmelt::layout {

/// Without places that are nowhere: not a number, or farther away than anybody scrolls.
Arrangement sane(Arrangement arrangement);

/// Does the arrangement give any block of the chart a seat that it can have, or has a person placed half of them? Then
/// the others go in between.
bool hasSeats(const Chart& chart, const Arrangement& arrangement);

/// Every block that has a seat stays there; what is new takes a free place near to what it hangs together with, and
/// moves nothing. A container that outgrew its room grows downwards where that is free; else what is too much goes to a
/// container more.
void placeSeated(Chart& chart, const Parts& parts, const Arrangement& arrangement);

/// What was laid out afresh onto something that a person placed takes a free place instead.
void clearPlaced(Chart& chart, const Parts& parts, const Arrangement& arrangement);

/// What a person placed stands there, whatever is under it.
void applyPlaced(Chart& chart, const Parts& parts, const Arrangement& arrangement);

} // namespace snowmelt::layout
