// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/placing.h"

namespace snowmelt {

namespace {

/// "web:green" and "web+2" are satellites of "web"; no name of a part has such a character.
bool isSatellite(const QString& seat, const QString& of)
{
    return seat.size() > of.size() && seat.startsWith(of) && (seat[of.size()] == u':' || seat[of.size()] == u'+');
}

template <typename Value>
void copyEntry(const QString& key, const QMap<QString, Value>& from, QMap<QString, Value>& to)
{
    const auto there = from.constFind(key);
    if (there == from.cend())
        to.remove(key);
    else
        to.insert(key, *there);
}

void copySeat(const QString& seat, const Arrangement& from, Arrangement& to)
{
    copyEntry(seat, from.placed, to.placed);
    copyEntry(seat, from.seats, to.seats);
    copyEntry(seat, from.fields, to.fields);
}

template <typename Value>
QSet<QString> differing(const QMap<QString, Value>& a, const QMap<QString, Value>& b)
{
    QSet<QString> keys;
    for (auto it = a.cbegin(); it != a.cend(); ++it)
        if (const auto there = b.constFind(it.key()); there == b.cend() || *there != *it)
            keys.insert(it.key());
    for (auto it = b.cbegin(); it != b.cend(); ++it)
        if (!a.contains(it.key()))
            keys.insert(it.key());
    return keys;
}

template <typename Value>
QMap<QString, Value> merged(const QMap<QString, Value>& base, const QMap<QString, Value>& mine,
                            QMap<QString, Value> theirs)
{
    const QSet<QString> changed = differing(base, mine);
    for (const QString& key : changed)
        copyEntry(key, mine, theirs);
    return theirs;
}

template <typename Value>
QMap<QString, Value> renamed(const QMap<QString, Value>& entries, const QString& from, const QString& to)
{
    QMap<QString, Value> after;
    for (auto it = entries.cbegin(); it != entries.cend(); ++it)
        if (it.key() != to && !isSatellite(it.key(), to))
            after.insert(it.key(), *it);
    for (auto it = entries.cbegin(); it != entries.cend(); ++it)
        if (it.key() == from || isSatellite(it.key(), from)) {
            after.remove(it.key());
            after.insert(to + it.key().mid(from.size()), *it);
        }
    return after;
}

} // namespace

QStringList seatsOf(const Diagram& diagram, const QStringList& parts)
{
    QStringList seats;
    if (parts.isEmpty())
        return seats;
    const QSet<QString> wanted(parts.begin(), parts.end());
    for (const DiagramBox& box : diagram.boxes) {
        const bool inZone = box.container >= 0 && diagram.boxes[box.container].kind == BoxKind::Zone &&
                            wanted.contains(diagram.boxes[box.container].part);
        if (!box.seat.isEmpty() && (inZone || wanted.contains(box.part)))
            seats << box.seat;
    }
    return seats;
}

QStringList placeableParts(const Diagram& diagram)
{
    QStringList parts;
    QSet<QString> said;
    for (const DiagramBox& box : diagram.boxes) {
        if (box.seat.isEmpty() || box.part.isEmpty() || said.contains(box.part))
            continue;
        said.insert(box.part);
        parts << box.part;
    }
    return parts;
}

Arrangement withPlaced(Arrangement arrangement, const Places& places)
{
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        arrangement.placed.removeIf([&](const auto& entry) { return isSatellite(entry.key(), it.key()); });
        arrangement.seats.remove(it.key());
    }
    for (auto it = places.cbegin(); it != places.cend(); ++it)
        arrangement.placed.insert(it.key(), *it);
    return arrangement;
}

Arrangement withRenamed(const Arrangement& arrangement, const QString& from, const QString& to)
{
    Arrangement after;
    after.placed = renamed(arrangement.placed, from, to);
    after.seats = renamed(arrangement.seats, from, to);
    after.fields = renamed(arrangement.fields, from, to);
    after.collapsed = arrangement.collapsed;
    after.collapsed.remove(to);
    if (after.collapsed.remove(from))
        after.collapsed.insert(to);
    return after;
}

Arrangement mergedArrangement(const Arrangement& base, const Arrangement& mine, const Arrangement& theirs)
{
    Arrangement both;
    both.placed = merged(base.placed, mine.placed, theirs.placed);
    both.seats = merged(base.seats, mine.seats, theirs.seats);
    both.fields = merged(base.fields, mine.fields, theirs.fields);
    both.collapsed = theirs.collapsed;
    both.collapsed += mine.collapsed - base.collapsed;
    both.collapsed -= base.collapsed - mine.collapsed;
    return both;
}

PlaceChange::PlaceChange(const Arrangement& before, const Arrangement& after)
    : m_seats(differing(before.placed, after.placed) + differing(before.seats, after.seats) +
              differing(before.fields, after.fields))
{
    for (const QString& seat : std::as_const(m_seats)) {
        copySeat(seat, before, m_before);
        copySeat(seat, after, m_after);
    }
}

Arrangement PlaceChange::replaced(Arrangement arrangement, const Arrangement& by) const
{
    for (const QString& seat : m_seats)
        copySeat(seat, by, arrangement);
    return arrangement;
}

void PlaceChange::append(const PlaceChange& next)
{
    for (const QString& seat : next.m_seats) {
        if (!m_seats.contains(seat))
            copySeat(seat, next.m_before, m_before);
        copySeat(seat, next.m_after, m_after);
    }
    m_seats += next.m_seats;
}

} // namespace snowmelt
