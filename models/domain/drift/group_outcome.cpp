// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/group_outcome.h"

#include <QHash>

#include <algorithm>

namespace snowmelt {

namespace {

using ThingKey = std::pair<DriftSection, QByteArray>;

ThingKey thingOf(const GroupDifference& row)
{
    return {row.section, row.key};
}

ThingKey hiddenThingOf(const HiddenGroupDifference& hidden)
{
    return thingOf(hidden.difference);
}

void addDiffering(QList<int>& nodes, const GroupDifference& row)
{
    for (const NodeDifference& one : row.differs)
        nodes.append(one.node);
}

/// All that differ in it or could not see it, sorted. A row has only those that are shown, or only those one rule
/// hides.
QList<int> notAsBaseline(const GroupDrift& drift, const GroupDifference& row)
{
    QList<int> nodes = row.unseen;
    addDiffering(nodes, row);
    for (const GroupDifference& shown : std::ranges::equal_range(drift.differences, thingOf(row), {}, thingOf))
        addDiffering(nodes, shown);
    for (const HiddenGroupDifference& hidden : std::ranges::equal_range(drift.hidden, thingOf(row), {}, hiddenThingOf))
        addDiffering(nodes, hidden.difference);
    std::ranges::sort(nodes);
    return nodes;
}

bool isSameWay(const Difference& one, const Difference& other)
{
    return one.kind == other.kind && one.fields == other.fields;
}

size_t hashOf(const Difference& difference)
{
    size_t hash = size_t(difference.kind);
    for (const FieldChange& change : difference.fields)
        hash = qHashMulti(hash, change.field, change.actual);
    return hash;
}

bool hasTexts(const Difference& difference)
{
    return !difference.baselineText.isEmpty() || !difference.actualText.isEmpty();
}

} // namespace

OutcomeKind outcomeOf(const GroupDrift& drift)
{
    if (!drift.complete() || drift.nodes.size() < 2) // one alone is compared with nobody
        return OutcomeKind::Incomplete;
    return drift.differences.isEmpty() ? OutcomeKind::Done : OutcomeKind::Differences;
}

QList<int> nodesAsBaseline(const GroupDrift& drift, const GroupDifference& row, qsizetype most)
{
    const QList<int> others = notAsBaseline(drift, row);
    QList<int> nodes;
    for (int node = 0; node < drift.nodes.size() && nodes.size() < most; ++node) {
        const ComparedNode& it = drift.nodes[node];
        if (it.seenAt.isValid() && !it.error && !std::ranges::binary_search(others, node))
            nodes.append(node);
    }
    return nodes;
}

QList<WayToDiffer> waysToDiffer(const GroupDifference& row)
{
    QList<WayToDiffer> ways;
    QMultiHash<size_t, qsizetype> known; // as many ways as nodes are no rarity
    for (const NodeDifference& one : row.differs) {
        const size_t hash = hashOf(one.difference);
        auto at = known.constFind(hash);
        while (at != known.constEnd() && at.key() == hash && !isSameWay(ways.at(*at).difference, one.difference))
            ++at;
        const bool isNew = at == known.constEnd() || at.key() != hash;
        const qsizetype index = isNew ? ways.size() : *at;
        if (isNew) {
            known.insert(hash, index);
            ways.append({one.difference, {}});
        }
        WayToDiffer& way = ways[index];
        if (!hasTexts(way.difference))
            way.difference = one.difference;
        way.nodes.append(one.node);
    }
    return ways;
}

QList<HiddenGroupDifference> hiddenOf(const GroupDrift& drift, DriftSection section, const QByteArray& key)
{
    const auto found = std::ranges::equal_range(drift.hidden, ThingKey(section, key), {}, hiddenThingOf);
    return {found.begin(), found.end()};
}

int nodesWithHidden(const GroupDrift& drift)
{
    QSet<int> nodes;
    for (const HiddenGroupDifference& hidden : drift.hidden) {
        for (const NodeDifference& one : hidden.difference.differs)
            nodes.insert(one.node);
    }
    return int(nodes.size());
}

} // namespace snowmelt
