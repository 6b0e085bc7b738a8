// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

#include <QtGlobal>

namespace snowmelt::test {

inline const DiagramBox& boxOf(const Diagram& diagram, const QString& key)
{
    for (const DiagramBox& box : diagram.boxes)
        if (box.key == key)
            return box;
    qFatal("no box %s", qPrintable(key));
}

/// Edges as text: "edge>web-1 33%".
inline QStringList edges(const Diagram& diagram)
{
    QStringList list;
    for (const DiagramEdge& edge : diagram.edges)
        list << diagram.boxes[edge.from].key + u'>' + diagram.boxes[edge.to].key + u' ' +
                    QString::number(qRound(edge.share * 100)) + u'%';
    return list;
}

inline QPointF pointOn(const QList<QPointF>& path, qsizetype first, double t)
{
    const auto c = path.cbegin() + first;
    const double s = 1 - t;
    return c[0] * (s * s * s) + c[1] * (3 * s * s * t) + c[2] * (3 * s * t * t) + c[3] * (t * t * t);
}

/// Points on all pieces of an edge, close to each other, without its ends.
inline QList<QPointF> pointsOn(const DiagramEdge& edge)
{
    constexpr int each = 50;
    QList<QPointF> points;
    for (qsizetype first = 0; first + 3 < edge.path.size(); first += 3)
        for (int i = 1; i < each; ++i)
            points << pointOn(edge.path, first, i / double(each));
    return points;
}

} // namespace snowmelt::test
