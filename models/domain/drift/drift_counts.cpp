// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/drift_counts.h"

#include "models/domain/drift/wrong_clock.h"

#include <QMap>

namespace snowmelt {

QList<DriftCount> countsOf(const QList<NodeCount>& nodes)
{
    QMap<QString, DriftCount> groups;
    for (const NodeCount& node : nodes) {
        DriftCount& count = groups[node.group];
        count.group = node.group;
        count.at = count.at.isValid() ? qMax(count.at, node.at) : node.at;
        ++count.nodes;
        count.differing += node.differences > 0 ? 1 : 0;
        count.differences += node.differences;
        count.hidden += node.hidden;
        count.incomplete += node.incomplete ? 1 : 0;
    }
    return groups.values();
}

bool isSameCount(const DriftCount& one, const DriftCount& other)
{
    DriftCount then = one;
    then.at = other.at;
    return then == other;
}

QList<DriftCount> withCount(QList<DriftCount> counts, const DriftCount& next)
{
    while (!counts.isEmpty() && isOfWrongClock(counts.last().at, next.at))
        counts.removeLast();
    if (!counts.isEmpty() && counts.last().at >= next.at)
        return counts;
    const qsizetype size = counts.size();
    const bool goesOn = size >= 2 && isSameCount(counts.at(size - 1), next) && isSameCount(counts.at(size - 2), next);
    if (goesOn)
        counts.removeLast();
    counts.append(next);
    return counts;
}

} // namespace snowmelt
