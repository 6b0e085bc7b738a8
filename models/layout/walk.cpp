// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/walk.h"

#include <cmath>
#include <limits>

namespace snowmelt {

namespace {

constexpr double sideways = 3; ///< how much worse a step aside is than a step ahead

bool isContainer(const Diagram& diagram, int index)
{
    return diagram.boxes[index].kind == BoxKind::Group;
}

bool holdsNodes(const Diagram& diagram, int index)
{
    return index + 1 < diagram.boxes.size() && diagram.boxes[index + 1].container == index;
}

/// How far `to` is ahead of `from`; negative: behind or level.
double ahead(const QRectF& from, const QRectF& to, Direction direction)
{
    switch (direction) {
    case Direction::Left:
        return from.left() - to.right();
    case Direction::Right:
        return to.left() - from.right();
    case Direction::Up:
        return from.top() - to.bottom();
    case Direction::Down:
        return to.top() - from.bottom();
    }
    return -1;
}

double aside(const QRectF& from, const QRectF& to, Direction direction)
{
    const QPointF d = to.center() - from.center();
    return std::abs(direction == Direction::Left || direction == Direction::Right ? d.y() : d.x());
}

/// Boxes that are in one column at least in part.
bool sameColumn(const QRectF& a, const QRectF& b)
{
    return a.left() < b.right() && b.left() < a.right();
}

bool eligible(const Diagram& diagram, int from, int to, Direction direction)
{
    const bool vertical = direction == Direction::Up || direction == Direction::Down;
    if (to == from || diagram.boxes[to].part.isEmpty() || diagram.boxes[to].kind == BoxKind::Zone)
        return false;
    if (vertical && !sameColumn(diagram.boxes[from].rect, diagram.boxes[to].rect))
        return false;
    if (vertical && isContainer(diagram, from))
        return isContainer(diagram, to) || !holdsNodes(diagram, from);
    return !isContainer(diagram, to) || !holdsNodes(diagram, to);
}

int nearest(const Diagram& diagram, int from, Direction direction, int container)
{
    int best = -1;
    double cost = std::numeric_limits<double>::infinity();
    const QRectF& here = diagram.boxes[from].rect;
    for (int i = 0; i < diagram.boxes.size(); ++i) {
        const double step = ahead(here, diagram.boxes[i].rect, direction);
        if (step < 0 || !eligible(diagram, from, i, direction))
            continue;
        if (container >= 0 && diagram.boxes[i].container != container)
            continue;
        const double mine = step + sideways * aside(here, diagram.boxes[i].rect, direction);
        if (mine < cost) {
            cost = mine;
            best = i;
        }
    }
    return best;
}

} // namespace

int neighbour(const Diagram& diagram, int from, Direction direction)
{
    if (diagram.boxes.isEmpty())
        return -1;
    if (from < 0 || from >= diagram.boxes.size())
        return following(diagram, -1, 1);
    const int container = diagram.boxes[from].container;
    if (container >= 0 && isContainer(diagram, container)) {
        const int inside = nearest(diagram, from, direction, container);
        if (inside >= 0)
            return inside;
        if (direction == Direction::Up)
            return container;
    }
    if (direction == Direction::Down && holdsNodes(diagram, from) && !diagram.boxes[from + 1].part.isEmpty())
        return from + 1;
    return nearest(diagram, from, direction, -1);
}

int following(const Diagram& diagram, int from, int step)
{
    int next = from < 0 ? (step > 0 ? 0 : int(diagram.boxes.size()) - 1) : from + step;
    const auto skipped = [&](int index) {
        return diagram.boxes[index].part.isEmpty() || diagram.boxes[index].kind == BoxKind::Zone;
    };
    while (next >= 0 && next < diagram.boxes.size() && skipped(next))
        next += step;
    return next >= 0 && next < diagram.boxes.size() ? next : -1;
}

} // namespace snowmelt
