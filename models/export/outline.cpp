// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/outline.h"

#include <QHash>

namespace snowmelt {

FigureOutline::FigureOutline(const Diagram& diagram, const FoldLimits& limits)
    : inside(diagram.boxes.size()), fold(diagram, limits)
{
    for (int i = 0; i < diagram.boxes.size(); ++i) {
        if (!fold.isDrawn(i))
            continue;
        const int around = diagram.boxes[i].container;
        (around < 0 ? top : inside[around]) << i;
    }
    QHash<std::pair<int, int>, int> known;
    for (int i = 0; i < diagram.edges.size(); ++i) {
        const DiagramEdge& edge = diagram.edges[i];
        const int from = fold.drawnAs(edge.from);
        const int to = fold.drawnAs(edge.to);
        if (from < 0 || to < 0 || from == to)
            continue;
        const auto there = known.constFind({from, to});
        if (there == known.constEnd()) {
            known.insert({from, to}, int(links.size()));
            links << Link{from, to, i, from == edge.from && to == edge.to};
            continue;
        }
        // One node that drains does not make the line to its group an idle one.
        Link& link = links[*there];
        if (!link.own && edge.share > diagram.edges[link.edge].share)
            link.edge = i;
    }
}

int FigureOutline::leafOf(int box) const
{
    while (isContainer(box))
        box = inside[box].first();
    return box;
}

} // namespace snowmelt
