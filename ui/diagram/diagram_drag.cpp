// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_drag.h"

#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QBitArray>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr int mostThreads = 2000; ///< more would be a grey field, and slow
constexpr double farthest = 1e6;  ///< layout takes a place that is farther away for nonsense

double onGrid(double value)
{
    return std::round(std::clamp(value, -farthest, farthest) / placeGrid) * placeGrid;
}

/// The box itself or the nearest around it that is selected and may be moved. A node stands where its group is.
int heldBy(const Scene& scene, const QStringList& parts, int box)
{
    for (int at = box; at >= 0; at = scene.box(at).container) {
        const DiagramBox& here = scene.box(at);
        const bool isNode = here.kind == BoxKind::Node || here.kind == BoxKind::Cell;
        if (!isNode && !here.part.isEmpty() && parts.contains(here.part))
            return at;
    }
    return -1;
}

} // namespace

double gridStep(double value, int direction)
{
    const double cells = value / placeGrid;
    return (direction > 0 ? std::floor(cells) + 1 : std::ceil(cells) - 1) * placeGrid;
}

bool DiagramDrag::canTake(const Scene& scene, const QStringList& parts, int box)
{
    return heldBy(scene, parts, box) >= 0;
}

DiagramDrag DiagramDrag::of(const Scene& scene, const QStringList& parts, int box)
{
    DiagramDrag drag;
    const int held = heldBy(scene, parts, box);
    if (held < 0)
        return drag;
    drag.take(scene, seatsOf(scene.diagram(), parts));
    if (drag.isEmpty())
        return drag;
    // A zone is held by what is in it.
    for (int at = box; at >= 0; at = scene.box(at).container)
        if (!scene.box(at).seat.isEmpty()) {
            drag.m_held = scene.rect(at).topLeft();
            return drag;
        }
    drag.m_held = drag.m_from.value(drag.m_from.firstKey());
    return drag;
}

void DiagramDrag::take(const Scene& scene, const QStringList& seats)
{
    const QSet<QString> wanted(seats.begin(), seats.end());
    QBitArray moves(scene.size());
    for (int i = 0; i < scene.size(); ++i) {
        const DiagramBox& box = scene.box(i);
        const bool own = !box.seat.isEmpty() && wanted.contains(box.seat);
        moves.setBit(i, own || (box.seat.isEmpty() && box.container >= 0 && moves.testBit(box.container)));
        if (!own)
            continue;
        m_from.insert(box.seat, box.rect.topLeft());
        m_ghosts << Ghost{silhouette(box, 0), Captions::title(box)};
    }
    for (const DiagramEdge& edge : scene.diagram().edges) {
        const Thread thread{edge.start(), edge.end(), moves.testBit(edge.from), moves.testBit(edge.to)};
        if ((thread.fromMoves || thread.toMoves) && m_threads.size() < mostThreads)
            m_threads << thread;
    }
}

void DiagramDrag::moveBy(const QPointF& by)
{
    m_offset = QPointF(onGrid(m_held.x() + by.x()), onGrid(m_held.y() + by.y())) - m_held;
    if (by.isNull())
        m_offset = {};
}

Places DiagramDrag::places() const
{
    Places places;
    for (auto it = m_from.cbegin(); it != m_from.cend(); ++it)
        places.insert(it.key(), *it + m_offset);
    return places;
}

} // namespace snowmelt
