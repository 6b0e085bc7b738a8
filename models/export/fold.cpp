// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/fold.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool isNode(const DiagramBox& box)
{
    return box.kind == BoxKind::Node || box.kind == BoxKind::Cell;
}

QList<int> sizesOf(const Diagram& diagram)
{
    QList<int> sizes(diagram.boxes.size(), 0);
    for (const DiagramBox& box : diagram.boxes)
        if (isNode(box) && box.container >= 0)
            ++sizes[box.container];
    return sizes;
}

} // namespace

Fold::Fold(const Diagram& diagram, const FoldLimits& limits)
{
    const QList<int> sizes = sizesOf(diagram);
    QList<int> largest;
    for (int i = 0; i < sizes.size(); ++i) {
        m_listed += sizes[i];
        if (sizes[i] > 0)
            largest << i;
    }
    std::stable_sort(largest.begin(), largest.end(), [&](int a, int b) { return sizes[a] > sizes[b]; });
    m_folded = QList<bool>(diagram.boxes.size(), false);
    for (const int group : largest) {
        if (sizes[group] <= limits.perGroup && m_listed <= limits.total)
            break;
        m_folded[group] = true;
        m_listed -= sizes[group];
    }
    m_drawnAs.reserve(diagram.boxes.size());
    for (int i = 0; i < diagram.boxes.size(); ++i) {
        const int around = diagram.boxes[i].container;
        m_drawnAs << (isNode(diagram.boxes[i]) && around >= 0 && m_folded[around] ? around : i);
    }
}

} // namespace snowmelt
