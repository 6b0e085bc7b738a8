// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/plan_names.h"

#include <algorithm>

namespace snowmelt {

QString nodeName(const QString& group, int number)
{
    return group + u'-' + QString::number(number);
}

int nodeNumber(const QString& group, const QString& name)
{
    if (!name.startsWith(group + u'-'))
        return 0;
    bool ok = false;
    const int number = name.mid(group.size() + 1).toInt(&ok);
    // "web-007" and "web-+7" are numbers to toInt(), but no names of ours.
    return ok && number > 0 && nodeName(group, number) == name ? number : 0;
}

QStringList nextNodeNames(const QString& group, const QSet<QString>& taken, int count)
{
    int highest = 0;
    for (const QString& name : taken)
        highest = std::max(highest, nodeNumber(group, name));
    QStringList names;
    for (int i = 1; i <= count; ++i)
        names.append(nodeName(group, highest + i));
    return names;
}

static QStringList sideSlots(QChar side, int slotsPerSide)
{
    QStringList names;
    for (int i = 1; i <= slotsPerSide; ++i)
        names.append(side + QString::number(i));
    return names;
}

QStringList freeSlots(int slotsPerSide, const QSet<QString>& inUse)
{
    const auto isFree = [&inUse](const QString& slot) { return !inUse.contains(slot); };
    QStringList a;
    QStringList b;
    std::ranges::copy_if(sideSlots(u'a', slotsPerSide), std::back_inserter(a), isFree);
    std::ranges::copy_if(sideSlots(u'b', slotsPerSide), std::back_inserter(b), isFree);
    return b.size() > a.size() ? b + a : a + b;
}

} // namespace snowmelt
