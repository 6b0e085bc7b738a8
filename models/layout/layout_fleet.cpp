// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"

#include "models/layout/edges.h"
#include "models/layout/metrics.h"
#include "models/layout/placement.h"

namespace snowmelt {

namespace {

QRectF boundsOf(const QList<DiagramBox>& boxes)
{
    QRectF bounds;
    for (const DiagramBox& box : boxes) {
        const double caption = box.kind == BoxKind::Clients ? layout::clientsCaption : 0;
        bounds |= box.rect.adjusted(0, 0, 0, caption);
    }
    return boxes.isEmpty() ? bounds : bounds.adjusted(-layout::margin, -layout::margin, layout::margin, layout::margin);
}

double requestRate(const layout::Parts& parts)
{
    double rate = 0;
    for (const layout::BalancerPart& part : parts.balancers)
        rate += part.facts.state.requestRate;
    return rate;
}

} // namespace

LaidOut layoutFleet(const Blueprint& blueprint, const FleetState& fleet, const Arrangement& arrangement,
                    const LayoutStop&)
{
    const layout::Parts parts = layout::partsOf(blueprint, fleet);
    layout::Placement placement = layout::place(parts, requestRate(parts));
    Diagram diagram;
    diagram.title = blueprint.name.isEmpty() ? fleet.name : blueprint.name;
    diagram.observedAt = fleet.observedAt;
    diagram.edges = layout::edgesOf(parts, placement);
    diagram.boxes = std::move(placement.boxes);
    diagram.bounds = boundsOf(diagram.boxes);
    return {diagram, arrangement};
}

Diagram layoutFleet(const Blueprint& blueprint, const FleetState& fleet)
{
    return layoutFleet(blueprint, fleet, {}).diagram;
}

} // namespace snowmelt
