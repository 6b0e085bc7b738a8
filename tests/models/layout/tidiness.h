// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

#include <QHash>
#include <QSet>

/// What every diagram must keep to, as the first fault that is found in words; empty: none.
namespace snowmelt::test {

inline QPointF pointOn(const QList<QPointF>& path, qsizetype first, double t)
{
    const auto c = path.cbegin() + first;
    const double s = 1 - t;
    return c[0] * (s * s * s) + c[1] * (3 * s * s * t) + c[2] * (3 * s * t * t) + c[3] * (t * t * t);
}

/// An edge as points close to each other.
inline QList<QPointF> pointsOn(const QList<QPointF>& path, int each = 24)
{
    QList<QPointF> points{path.value(0)};
    for (qsizetype first = 0; first + 3 < path.size(); first += 3)
        for (int i = 1; i <= each; ++i)
            points << pointOn(path, first, i / double(each));
    return points;
}

/// Boxes that stand by themselves: a node stands in its container, a zone stands around.
inline QList<int> standing(const Diagram& diagram)
{
    QList<int> boxes;
    for (int i = 0; i < diagram.boxes.size(); ++i)
        if (!diagram.boxes[i].seat.isEmpty())
            boxes << i;
    return boxes;
}

inline QString overlap(const Diagram& diagram)
{
    const QList<int> boxes = standing(diagram);
    for (int a : boxes)
        for (int b : boxes)
            if (a < b && !diagram.boxes[a].placed && !diagram.boxes[b].placed &&
                diagram.boxes[a].rect.intersects(diagram.boxes[b].rect))
                return diagram.boxes[a].key + u" overlaps " + diagram.boxes[b].key;
    QHash<int, QList<int>> inside;
    for (int i = 0; i < diagram.boxes.size(); ++i)
        if (diagram.boxes[i].seat.isEmpty() && diagram.boxes[i].kind != BoxKind::Zone) {
            for (int other : std::as_const(inside[diagram.boxes[i].container]))
                if (diagram.boxes[other].rect.intersects(diagram.boxes[i].rect))
                    return diagram.boxes[i].key + u" overlaps " + diagram.boxes[other].key;
            inside[diagram.boxes[i].container] << i;
        }
    return {};
}

inline QString outside(const Diagram& diagram)
{
    QHash<QString, int> keys;
    for (int i = 0; i < diagram.boxes.size(); ++i) {
        const DiagramBox& box = diagram.boxes[i];
        if (++keys[box.key] > 1)
            return box.key + u" is there twice";
        if (!diagram.bounds.contains(box.rect))
            return box.key + u" is out of bounds";
        if (box.container >= i || (box.container >= 0 && !diagram.boxes[box.container].rect.contains(box.rect)))
            return box.key + u" is outside of its container";
        if (box.kind != BoxKind::Zone)
            continue;
        for (int other : standing(diagram))
            if (diagram.boxes[other].container != i && diagram.boxes[other].rect.intersects(box.rect))
                return diagram.boxes[other].key + u" stands in " + box.key;
    }
    return {};
}

/// `boxes`: that an edge must not meet. Zones lie below the edges, which pass over them.
inline QString crossed(const Diagram& diagram, const QList<int>& boxes)
{
    for (const DiagramEdge& edge : diagram.edges) {
        const QString name = diagram.boxes[edge.from].key + u">" + diagram.boxes[edge.to].key;
        if (edge.path.size() < 4 || edge.path.size() % 3 != 1)
            return name + u" has no path";
        QSet<int> own{edge.from, edge.to, diagram.boxes[edge.from].container, diagram.boxes[edge.to].container};
        const QList<QPointF> points = pointsOn(edge.path);
        QRectF reach;
        for (const QPointF& point : points)
            reach |= QRectF(point - QPointF(1, 1), QSizeF(2, 2));
        QList<int> near;
        for (int box : boxes)
            if (!own.contains(box) && diagram.boxes[box].rect.intersects(reach))
                near << box;
        for (const QPointF& point : points) {
            if (!diagram.bounds.contains(point))
                return name + u" is out of bounds";
            for (int box : std::as_const(near))
                if (diagram.boxes[box].rect.contains(point))
                    return name + u" crosses " + diagram.boxes[box].key;
        }
    }
    return {};
}

inline QString untidy(const Diagram& diagram)
{
    for (const QString& fault : {overlap(diagram), outside(diagram), crossed(diagram, standing(diagram))})
        if (!fault.isEmpty())
            return fault;
    return {};
}

} // namespace snowmelt::test
