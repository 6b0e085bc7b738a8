// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"

#include <algorithm>

namespace snowmelt::sample {

/// What a comparison found as text, to be read when a test fails: "+Cache sessions", "~Group web Size 2 > 3".

inline QString kindWord(ComparedKind kind)
{
    static const QStringList words{QStringLiteral("Fleet"),    QStringLiteral("Image"), QStringLiteral("Balancer"),
                                   QStringLiteral("Group"),    QStringLiteral("Node"),  QStringLiteral("Cache"),
                                   QStringLiteral("Database"), QStringLiteral("Zone")};
    return words.value(int(kind));
}

inline QString fieldWord(ComparedField field)
{
    static const QStringList words =
        QStringLiteral("Image Digest Health Side Lifecycle Version Size Port Check Listen Schema Driver Slot Drift "
                       "Address Service Ssh Born Entry Serves Uses Pair ReplicaOf Zones Volume Name Platform "
                       "Currency NodeHour Recipe Host")
            .split(u' ');
    return words.value(int(field));
}

inline QString linkWord(LinkKind kind)
{
    static const QStringList words = QStringLiteral("Serves Uses Pair Replica").split(u' ');
    return words.value(int(kind));
}

inline QString signOf(Change change)
{
    return change == Change::Added     ? QStringLiteral("+")
           : change == Change::Removed ? QStringLiteral("-")
                                       : QStringLiteral("~");
}

inline QString words(const PartChange& part)
{
    QString line = signOf(part.change) + kindWord(part.kind) + u' ' + part.part;
    for (const ComparedChange& field : part.fields)
        line += u' ' + fieldWord(field.field) + u' ' + field.before + u" > " + field.after;
    return line;
}

inline QString words(const LinkChange& link)
{
    return signOf(link.change) + linkWord(link.kind) + u' ' + link.from + u" > " + link.to;
}

/// In the order of the text.
inline QStringList words(const FleetComparison& comparison)
{
    QStringList lines;
    for (const PartChange& part : comparison.parts)
        lines << words(part);
    for (const LinkChange& link : comparison.links)
        lines << words(link);
    lines.sort();
    return lines;
}

/// The same, seen from the other end of time.
inline FleetComparison turned(FleetComparison comparison)
{
    const auto turn = [](Change& change) {
        if (change == Change::Added)
            change = Change::Removed;
        else if (change == Change::Removed)
            change = Change::Added;
    };
    for (PartChange& part : comparison.parts) {
        turn(part.change);
        for (ComparedChange& field : part.fields)
            std::swap(field.before, field.after);
    }
    for (LinkChange& link : comparison.links)
        turn(link.change);
    return comparison;
}

} // namespace snowmelt::sample
