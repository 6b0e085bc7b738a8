// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/chart.h"

namespace snowmelt::layout {

struct ZoneArea
{
    QString name;
    QRectF rect;
    QList<int> blocks;
};

/// A part stands in one zone alone.
bool hasZones(const Chart& chart);

/// Zones that can be drawn as one box around their parts, in the order of the blueprint.
QList<ZoneArea> zonesOf(const Chart& chart);

} // namespace snowmelt::layout
