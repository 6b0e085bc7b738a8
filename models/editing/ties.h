// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/edit.h"

namespace snowmelt {

enum class PartKind { None, Balancer, Group, Database, Cache };
PartKind kindOf(const Blueprint& blueprint, const QString& part);

/// Whether parts of these kinds can belong together so.
bool isPossible(Tie tie, PartKind from, PartKind to);
bool areTied(const Blueprint& blueprint, Tie tie, const QString& from, const QString& to);
/// Every tie a part could have from itself to another and has not, in the order of the blueprint.
QList<Connect> possibleTies(const Blueprint& blueprint, const QString& from);
/// Every tie a part has, from it and to it.
QList<Disconnect> tiesOf(const Blueprint& blueprint, const QString& part);

} // namespace snowmelt
