// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>

namespace snowmelt {

/// "web", 4 → "web-4".
QString nodeName(const QString& group, int number);
/// The number in a node's name, 0 when the name is not "GROUP-NUMBER".
int nodeNumber(const QString& group, const QString& name);

/// The next `count` names after the highest number in use. Numbers are never reused while a higher one lives, so that
/// a name in a log means one node.
QStringList nextNodeNames(const QString& group, const QSet<QString>& taken, int count);

/// Free ones of a backend's slots ("a1" … "aN", "b1" … "bN") in the order in which they should be taken: first those of
/// the side that has fewer in use, so that blue and green sit on different sides whenever they fit.
QStringList freeSlots(int slotsPerSide, const QSet<QString>& inUse);

} // namespace snowmelt
