// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/walk.h"

#include <cmath>
#include <limits>
#include <optional>

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

/// Boxes that edges lead to, from `from`, from what it is in and from what is in it. In place of a group its nodes,
/// unless it shows none. `onward`: with the edges only, not against them.
QList<int> linked(const Diagram& diagram, int from, std::optional<bool> onward)
{
    const int around = diagram.boxes[from].container;
    const auto own = [&](int box) {
        return box == from || (box == around && isContainer(diagram, box)) ||
               (isContainer(diagram, from) && diagram.boxes[box].container == from);
    };
    QList<int> boxes;
    const auto add = [&](int box) {
        boxes << box;
        for (int node = box + 1;
             isContainer(diagram, box) && node < diagram.boxes.size() && diagram.boxes[node].container == box; ++node)
            boxes << node;
    };
    for (const DiagramEdge& edge : diagram.edges) {
        if (onward && edge.kind == EdgeKind::Pair)
            continue;
        if (own(edge.from) && onward.value_or(true))
            add(edge.to);
        if (own(edge.to) && !onward.value_or(false))
            add(edge.from);
    }
    return boxes;
}

struct Ahead
{
    int box = -1;
    double cost = std::numeric_limits<double>::infinity();

    void offer(int other, double theirs)
    {
        if (theirs < cost || (theirs == cost && other < box))
            *this = {other, theirs};
    }
};

/// Along the edges: to what stands that way, or, where a hand placed things otherwise, to what comes that way.
int alongEdges(const Diagram& diagram, int from, Direction direction)
{
    const QRectF& here = diagram.boxes[from].rect;
    const auto cost = [&](int box, double step) {
        return std::abs(step) + sideways * aside(here, diagram.boxes[box].rect, direction);
    };
    Ahead best;
    for (int box : linked(diagram, from, std::nullopt)) {
        const double step = ahead(here, diagram.boxes[box].rect, direction);
        if (step >= 0 && eligible(diagram, from, box, direction))
            best.offer(box, cost(box, step));
    }
    if (best.box >= 0)
        return best.box;
    for (int box : linked(diagram, from, direction == Direction::Right))
        if (eligible(diagram, from, box, direction))
            best.offer(box, cost(box, ahead(here, diagram.boxes[box].rect, direction)));
    return best.box;
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
    const bool level = direction == Direction::Left || direction == Direction::Right;
    const int next = level ? alongEdges(diagram, from, direction) : -1;
    return next >= 0 ? next : nearest(diagram, from, direction, -1);
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
