// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/figure.h"
#include "models/export/fold.h"

namespace snowmelt {

/// A file of draw.io (mxGraph's XML, not compressed): everything where it stands in Snowmelt, groups and zones as
/// containers that take their boxes along, edges attached to both their ends.
QByteArray drawioOf(const Diagram& diagram, const ExportHead& head, const FoldLimits& limits = {});

} // namespace snowmelt
