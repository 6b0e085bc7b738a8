// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/problem.h"

#include <QMap>
#include <QPointF>
#include <QRectF>
#include <QSet>

namespace snowmelt {

/// How a container arranges its nodes: what must be remembered so that a node more, or one less, moves no other.
struct NodeField
{
    bool cells = false; ///< small boxes; else cards
    int columns = 1;
    QList<int> numbers; ///< of the node in each cell, row by row ("web-12": 12); 0: a free cell
    bool operator==(const NodeField&) const = default;
};

/// What is kept of a diagram beside what it shows, in NAME.layout.json (docs/LAYOUT.md). Keys are DiagramBox::seat.
struct Arrangement
{
    QMap<QString, QPointF> placed;   ///< top left of what a person put somewhere
    QMap<QString, QRectF> seats;     ///< room that layout gave the last time, with what is kept free to grow into
    QMap<QString, NodeField> fields; ///< of containers
    QSet<QString> collapsed;         ///< groups shown without their nodes

    bool operator==(const Arrangement&) const = default;
};

/// What is to be laid out afresh no longer has a place: parts of these keys, or everything. What is collapsed stays so.
Arrangement withoutPlaces(Arrangement arrangement, const QSet<QString>& seats);
Arrangement withoutPlaces(const Arrangement& arrangement);
/// What a person decided about places, for another state of the fleet: what it has more, or fewer, is not to be
/// squeezed into the room that layout gave the one in sight, and every group is open.
Arrangement onlyPlaced(const Arrangement& arrangement);

/// Same arrangement, same bytes.
QByteArray arrangementToJson(const Arrangement& arrangement);
/// Text that is broken, or of another format, as problems with their places.
Parsed<Arrangement> arrangementFromJson(const QByteArray& text);

} // namespace snowmelt
