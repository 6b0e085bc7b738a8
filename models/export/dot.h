// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/figure.h"
#include "models/export/fold.h"

namespace snowmelt {

/// For Graphviz: groups and zones as clusters. Where things stand is left to `dot`.
QByteArray dotOf(const Diagram& diagram, const ExportHead& head, const FoldLimits& limits = {});

} // namespace snowmelt
