// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"

#include "models/domain/platform_verbs.h"
#include "models/layout/containers.h"
#include "models/layout/edges.h"
#include "models/layout/fresh.h"
#include "models/layout/keeping.h"
#include "models/layout/metrics.h"
#include "models/layout/seating.h"
#include "models/layout/zones.h"

namespace snowmelt {

namespace {

QRectF boundsOf(const Diagram& diagram)
{
    QRectF bounds;
    for (const DiagramBox& box : diagram.boxes) {
        const double caption = box.kind == BoxKind::Clients ? layout::clientsCaption : 0;
        bounds |= box.rect.adjusted(0, 0, 0, caption);
    }
    for (const DiagramEdge& edge : diagram.edges)
        for (const QPointF& point : edge.path)
            bounds |= QRectF(point - QPointF(1, 1), QSizeF(2, 2));
    const double margin = layout::margin;
    return diagram.isEmpty() ? bounds : bounds.adjusted(-margin, -margin, margin, margin);
}

/// Bands stand apart so that a zone can be drawn as a box. Where none can all the same, because too many of its parts
/// are in several or elsewhere, they would only make every way longer.
void placeAllAfresh(layout::Chart& chart, const layout::Parts& parts, const Arrangement& arrangement,
                    const LayoutStop& stop)
{
    const layout::Chart unplaced = chart;
    layout::placeAfresh(chart, layout::ZoneBands::Apart, stop);
    layout::clearPlaced(chart, parts, arrangement);
    if (!layout::hasZones(chart) || !layout::zonesOf(chart).isEmpty())
        return;
    chart = unplaced;
    layout::placeAfresh(chart, layout::ZoneBands::Off, stop);
    layout::clearPlaced(chart, parts, arrangement);
}

layout::Chart placed(const layout::Parts& parts, const Arrangement& arrangement, const LayoutStop& stop)
{
    layout::Chart chart = layout::chartOf(parts);
    layout::fillContainers(chart, parts, arrangement);
    if (chart.blocks.isEmpty())
        return chart;
    if (layout::hasSeats(chart, arrangement))
        layout::placeSeated(chart, parts, arrangement);
    else
        placeAllAfresh(chart, parts, arrangement, stop);
    layout::applyPlaced(chart, parts, arrangement);
    return chart;
}

} // namespace

LaidOut layoutFleet(const Blueprint& blueprint, const FleetState& fleet, const Arrangement& arrangement,
                    const LayoutStop& stop, const LayoutWays& last)
{
    const LaidOut givenUp{{}, arrangement, true};
    const layout::Parts parts = layout::partsOf(blueprint, fleet);
    const Arrangement known = layout::sane(arrangement);
    const layout::Chart chart = placed(parts, known, stop);
    if (stop && stop())
        return givenUp;
    layout::Boxes boxes = layout::boxesOf(chart, parts);
    Diagram diagram;
    diagram.title = blueprint.name.isEmpty() ? fleet.name : blueprint.name;
    diagram.observedAt = fleet.observedAt;
    diagram.given = !makesNodes(blueprint);
    layout::Edges made = layout::edgesOf(chart, parts, boxes, last, stop);
    if (stop && stop())
        return givenUp;
    diagram.boxes = std::move(boxes.boxes);
    diagram.edges = std::move(made.edges);
    diagram.bounds = boundsOf(diagram);
    return {diagram, layout::arrangementOf(chart, known), false, made.ways};
}

Diagram layoutFleet(const Blueprint& blueprint, const FleetState& fleet)
{
    return layoutFleet(blueprint, fleet, {}).diagram;
}

} // namespace snowmelt
