// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/outline.h"

#include <QSet>

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
    QSet<std::pair<int, int>> known;
    for (int i = 0; i < diagram.edges.size(); ++i) {
        const int from = fold.drawnAs(diagram.edges[i].from);
        const int to = fold.drawnAs(diagram.edges[i].to);
        if (from < 0 || to < 0 || from == to || known.contains({from, to}))
            continue;
        known.insert({from, to});
        links << Link{from, to, i};
    }
}

int FigureOutline::leafOf(int box) const
{
    while (isContainer(box))
        box = inside[box].first();
    return box;
}

} // namespace snowmelt
