// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/arrangement.h"
#include "models/layout/diagram.h"

namespace snowmelt {

/// Top left by seat, diagram units.
using Places = QMap<QString, QPointF>;

/// What moves when `parts` are moved, in the diagram's order: the seats of their boxes. The sides of a group are one
/// part; a zone has no seat of its own, it is where its parts are.
QStringList seatsOf(const Diagram& diagram, const QStringList& parts);
/// Every part that has a place of its own, in the diagram's order, each once.
QStringList placeableParts(const Diagram& diagram);

/// They stand there from now on. What a group places beside itself now and then (a deployment's side, a container
/// more) and is not moved with it loses a place that it was given long ago.
Arrangement withPlaced(Arrangement arrangement, const Places& places);
/// Whatever is kept of a part is kept under its new name.
Arrangement withRenamed(const Arrangement& arrangement, const QString& from, const QString& to);
/// What both did to `base`. Where both changed the same thing, mine stays.
Arrangement mergedArrangement(const Arrangement& base, const Arrangement& mine, const Arrangement& theirs);

/// What differs between two arrangements in the places, and in nothing else: it can be done and taken back whatever
/// has happened to other seats meanwhile.
class PlaceChange
{
public:
    PlaceChange(const Arrangement& before, const Arrangement& after);

    bool isEmpty() const { return m_seats.isEmpty(); }
    const QSet<QString>& seats() const { return m_seats; }
    Arrangement doneTo(const Arrangement& arrangement) const { return replaced(arrangement, m_after); }
    Arrangement undoneIn(const Arrangement& arrangement) const { return replaced(arrangement, m_before); }
    /// This one and then `next`, as one.
    void append(const PlaceChange& next);

private:
    Arrangement replaced(Arrangement arrangement, const Arrangement& by) const;

    QSet<QString> m_seats;
    Arrangement m_before; ///< of m_seats only
    Arrangement m_after;
};

} // namespace snowmelt
