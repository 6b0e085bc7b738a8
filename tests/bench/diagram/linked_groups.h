// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/diagram/figures.h"

namespace snowmelt::bench {

inline constexpr int linkedRows = 2;

/// Few boxes and many links: groups of four nodes, each behind two balancers and with two databases. What costs there
/// is the layout, so it alone is measured: the first one, and those after a change of status, which come with every
/// look at the fleet.
QList<Row> layoutOfLinkedGroups(int groups);

} // namespace snowmelt::bench
