// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/edited.h"

namespace snowmelt {

enum class PartKind { None, Balancer, Group, Database, Cache };
PartKind kindOf(const Blueprint& blueprint, const QString& part);

/// Whether parts of these kinds can belong together so.
bool isPossible(Tie tie, PartKind from, PartKind to);
bool areTied(const Blueprint& blueprint, Tie tie, const QString& from, const QString& to);
/// Why these two cannot belong together so, by what they are; nullopt: they can.
std::optional<EditRefusal> whyNotEnds(const Blueprint& blueprint, Tie tie, const QString& from, const QString& to);
/// Why two parts cannot come to belong together so, whatever the text looks like; nullopt: they can.
std::optional<EditRefusal> whyNotTie(const Blueprint& blueprint, const Connect& edit);

/// A part as an end of a connection from another one.
struct TieTarget
{
    QString part;
    QList<Connect> ways{};                ///< each of them can be made
    std::optional<EditRefusal> refusal{}; ///< why there is none
    bool operator==(const TieTarget&) const = default;
};
/// Every part but `from`, in the order of the blueprint; none when the blueprint has no `from`.
QList<TieTarget> tieTargets(const Blueprint& blueprint, const QString& from);
/// All their ways.
QList<Connect> possibleTies(const Blueprint& blueprint, const QString& from);
/// Every tie a part has, from it and to it.
QList<Disconnect> tiesOf(const Blueprint& blueprint, const QString& part);

} // namespace snowmelt
