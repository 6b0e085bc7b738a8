// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/group_detail_rows.h"

#include "models/domain/drift/group_outcome.h"
#include "models/items/group_drift_cells.h"
#include "models/items/group_drift_text.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype mostChanges = 5; ///< the others changed much the same way

QStringList namesOf(const GroupDrift& drift, const QList<int>& nodes)
{
    QStringList names;
    for (const int node : nodes)
        names << drift.nodes[node].name;
    return names;
}

TreeRow nodesRow(DriftRow kind, const QString& key, const QStringList& nodes, const QString& detail)
{
    TreeRow row;
    row.key = key;
    row.texts = QStringList{nodes.join(QStringLiteral(", ")), QString(), QString()};
    row.roles.insert(KindRole, int(kind));
    row.roles.insert(DetailRole, detail);
    row.roles.insert(Qt::ToolTipRole, row.texts.first());
    return row;
}

/// The ways most nodes took first.
QList<WayToDiffer> waysOf(const GroupDifference& row)
{
    QList<WayToDiffer> ways = waysToDiffer(row);
    std::stable_sort(ways.begin(), ways.end(),
                     [](const WayToDiffer& a, const WayToDiffer& b) { return a.nodes.size() > b.nodes.size(); });
    return ways;
}

/// When, node by node.
QList<TreeRow> changesOf(const GroupDrift& drift, const GroupDifference& row, const WayToDiffer& way)
{
    QList<TreeRow> changes;
    for (const NodeDifference& one : row.differs) {
        const QString when = way.nodes.contains(one.node) ? GroupDriftText::changed(one) : QString();
        const QString node = drift.nodes[one.node].name;
        if (!when.isEmpty() && changes.size() < mostChanges)
            changes << nodesRow(DriftRow::Value, u"at" + node, {node}, when);
    }
    return changes;
}

/// The tips of an inspector speak of an image and a node.
QList<TreeRow> withoutTips(QList<TreeRow> rows)
{
    for (TreeRow& row : rows)
        row.roles.remove(Qt::ToolTipRole);
    return rows;
}

/// The nodes that have it otherwise where a rule hides that, but not those of the row itself.
QList<TreeRow> hiddenRows(const GroupDrift& drift, const GroupDifference& row)
{
    QList<TreeRow> rows;
    for (const HiddenGroupDifference& hidden : hiddenOf(drift, row.section, row.key)) {
        if (hidden.difference == row)
            continue;
        QList<int> nodes;
        for (const NodeDifference& one : hidden.difference.differs)
            nodes << one.node;
        const QString key = QStringLiteral("hidden%1").arg(rows.size());
        rows << nodesRow(DriftRow::Value, key, namesOf(drift, nodes), GroupDriftText::hiddenBy(hidden.rule));
    }
    return rows;
}

} // namespace

QList<TreeRow> groupDetailRows(const GroupDrift& drift, const GroupDifference& difference)
{
    QList<TreeRow> rows;
    for (const WayToDiffer& way : waysOf(difference)) {
        rows << nodesRow(DriftRow::Difference, QStringLiteral("way%1").arg(rows.size()), namesOf(drift, way.nodes),
                         kindText(way.difference.kind));
        rows.last().children = withoutTips(changeRows(way.difference)) + changesOf(drift, difference, way);
    }
    if (const QStringList nodes = namesOf(drift, nodesAsBaseline(drift, difference)); !nodes.isEmpty())
        rows << nodesRow(DriftRow::Value, QStringLiteral("same"), nodes, GroupDriftText::same());
    rows << hiddenRows(drift, difference);
    for (const int node : difference.unseen) {
        const ComparedNode& one = drift.nodes[node];
        rows << nodesRow(DriftRow::Unseen, one.name, {one.name}, GroupDriftText::unseen(unseenWhy(one, difference)));
    }
    return rows;
}

} // namespace snowmelt
