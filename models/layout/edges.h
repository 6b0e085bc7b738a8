// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/placement.h"

namespace snowmelt::layout {

/// Edges run from a tier's right to the next tier's left, level at both ends, and bend only in the gap between the
/// tiers: they cross no box.
QList<DiagramEdge> edgesOf(const Parts& parts, const Placement& placement);

} // namespace snowmelt::layout
