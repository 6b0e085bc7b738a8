// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/figure_legend.h"

#include <QSet>

#include <algorithm>

namespace snowmelt {

namespace {

/// Clients and zones are neither healthy nor created.
bool hasMark(const DiagramBox& box)
{
    const bool isMade = box.kind != BoxKind::Clients && box.kind != BoxKind::Zone;
    return isMade && (box.planned || box.node() || box.as<GroupFigure>());
}

/// Of boxes that are drawn as one thing: a group with its nodes in it shows theirs.
QSet<FigureMark> marksIn(const Diagram& diagram, const FigureOutline& outline)
{
    QSet<FigureMark> marks;
    for (int i = 0; i < diagram.boxes.size(); ++i)
        if (outline.fold.isDrawn(i) && !outline.isContainer(i) && hasMark(diagram.boxes[i]))
            marks << figureMark(diagram.boxes[i]);
    return marks;
}

bool hasSide(const Diagram& diagram, Side side)
{
    return std::any_of(diagram.boxes.begin(), diagram.boxes.end(),
                       [side](const DiagramBox& box) { return box.side == side; });
}

} // namespace

FigureLegend FigureLegend::of(const Diagram& diagram, const FigureOutline& outline)
{
    FigureLegend legend;
    const QSet<FigureMark> marks = marksIn(diagram, outline);
    for (const FigureMark mark : {FigureMark::Healthy, FigureMark::Degraded, FigureMark::Down, FigureMark::Draining,
                                  FigureMark::Unknown, FigureMark::Planned, FigureMark::Reached})
        if (marks.contains(mark))
            legend.marks << mark;
    for (const Side side : {Side::Blue, Side::Green})
        if (hasSide(diagram, side))
            legend.sides << side;
    if (std::any_of(diagram.edges.begin(), diagram.edges.end(),
                    [](const DiagramEdge& edge) { return edge.idle() && !edge.planned && !edge.unseen; }))
        legend.notes << tr("dotted line: no new traffic");
    return legend;
}

QString FigureLegend::title()
{
    return tr("Legend");
}

QString FigureLegend::driftNote()
{
    return tr("Δ2: two differences from its image; ?: not scanned, or not all seen");
}

} // namespace snowmelt
