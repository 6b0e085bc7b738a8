// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/excerpt.h"

namespace snowmelt {

namespace {

constexpr double excerptMargin = 24;

bool holdsBoxes(const DiagramBox& box)
{
    return box.kind == BoxKind::Zone || (box.kind == BoxKind::Group && !box.collapsed);
}

/// Touching, not a sliver: at least a quarter of what is smaller.
bool isSeen(const QRectF& rect, const QRectF& area)
{
    const QRectF common = rect & area;
    return common.width() * common.height() > 0.25 * rect.width() * rect.height();
}

QList<bool> seenBoxes(const Diagram& diagram, const QRectF& area)
{
    QList<bool> seen(diagram.boxes.size(), false);
    for (qsizetype i = diagram.boxes.size() - 1; i >= 0; --i) {
        const DiagramBox& box = diagram.boxes[i];
        seen[i] = seen[i] || isSeen(box.rect, area) || (holdsBoxes(box) && area.contains(box.rect));
        if (seen[i] && box.container >= 0)
            seen[box.container] = true;
    }
    return seen;
}

} // namespace

Diagram excerptOf(const Diagram& diagram, const QRectF& area)
{
    const QList<bool> seen = seenBoxes(diagram, area);
    QList<int> now(diagram.boxes.size(), -1);
    Diagram excerpt;
    excerpt.title = diagram.title;
    excerpt.observedAt = diagram.observedAt;
    for (int i = 0; i < diagram.boxes.size(); ++i) {
        if (!seen[i])
            continue;
        now[i] = int(excerpt.boxes.size());
        DiagramBox box = diagram.boxes[i];
        box.container = box.container < 0 ? -1 : now[box.container];
        excerpt.bounds |= box.rect;
        excerpt.boxes << box;
    }
    for (DiagramEdge edge : diagram.edges) {
        edge.from = now.value(edge.from, -1);
        edge.to = now.value(edge.to, -1);
        if (edge.from >= 0 && edge.to >= 0)
            excerpt.edges << edge;
    }
    if (!excerpt.isEmpty())
        excerpt.bounds.adjust(-excerptMargin, -excerptMargin, excerptMargin, excerptMargin);
    return excerpt;
}

} // namespace snowmelt
