// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/zones.h"

#include "models/layout/metrics.h"
#include "models/layout/rect_index.h"

#include <algorithm>

namespace snowmelt::layout {

namespace {

QList<ZoneArea> areasOf(const Chart& chart)
{
    QList<ZoneArea> areas;
    QHash<QString, qsizetype> byName;
    for (int i = 0; i < chart.blocks.size(); ++i) {
        const Block& block = chart.blocks[i];
        if (block.zones.size() != 1)
            continue;
        const QString& name = block.zones.first();
        if (!byName.contains(name)) {
            byName.insert(name, areas.size());
            areas << ZoneArea{name, {}, {}};
        }
        ZoneArea& area = areas[byName[name]];
        // With the room it may grow into, so that it is the same before and after.
        area.rect |= block.territory();
        area.blocks << i;
    }
    for (ZoneArea& area : areas)
        area.rect.adjust(-zonePadding, -zoneHeader, zonePadding, zonePadding);
    return areas;
}

} // namespace

bool hasZones(const Chart& chart)
{
    return std::any_of(chart.blocks.begin(), chart.blocks.end(),
                       [](const Block& block) { return block.zones.size() == 1; });
}

QList<ZoneArea> zonesOf(const Chart& chart)
{
    const QList<ZoneArea> areas = areasOf(chart);
    if (areas.isEmpty())
        return {};
    RectIndex blocks, zones;
    for (int i = 0; i < chart.blocks.size(); ++i)
        blocks.add(i, chart.blocks[i].rect());
    for (int i = 0; i < areas.size(); ++i)
        zones.add(i, areas[i].rect);
    QList<ZoneArea> whole;
    for (const ZoneArea& area : areas) {
        const bool alone = zones.meeting(area.rect).size() == 1;
        if (alone && blocks.meeting(area.rect) == area.blocks)
            whole << area;
    }
    return whole;
}

} // namespace snowmelt::layout
