// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/group_detail_rows.h"

#include "models/items/group_drift_cells.h"
#include "models/items/group_drift_text.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype mostChanges = 5; ///< the others changed much the same way

struct WayToDiffer
{
    Difference difference;
    QStringList nodes;
    QList<TreeRow> changes; ///< when, node by node
};

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

QList<WayToDiffer> waysOf(const GroupDrift& drift, const GroupDifference& row)
{
    QList<WayToDiffer> ways;
    for (const NodeDifference& one : row.differs) {
        const auto same = [&one](const WayToDiffer& way) { return way.difference == one.difference; };
        auto way = std::find_if(ways.begin(), ways.end(), same);
        if (way == ways.end()) {
            ways.append(WayToDiffer{one.difference, {}, {}});
            way = std::prev(ways.end());
        }
        const QString node = drift.nodes[one.node].name;
        way->nodes << node;
        if (const QString when = GroupDriftText::changed(one); !when.isEmpty())
            way->changes << nodesRow(DriftRow::Value, u"at" + node, {node}, when);
    }
    std::stable_sort(ways.begin(), ways.end(),
                     [](const WayToDiffer& a, const WayToDiffer& b) { return a.nodes.size() > b.nodes.size(); });
    return ways;
}

/// The tips of an inspector speak of an image and a node.
QList<TreeRow> withoutTips(QList<TreeRow> rows)
{
    for (TreeRow& row : rows)
        row.roles.remove(Qt::ToolTipRole);
    return rows;
}

QStringList asBaseline(const GroupDrift& drift, const GroupDifference& row)
{
    QStringList nodes;
    for (int node = 0; node < drift.nodes.size(); ++node) {
        const bool seen = drift.nodes[node].seenAt.isValid() && !isUnseen(row, node);
        if (seen && !differenceOf(row, node))
            nodes << drift.nodes[node].name;
    }
    return nodes;
}

} // namespace

QList<TreeRow> groupDetailRows(const GroupDrift& drift, const GroupDifference& difference)
{
    QList<TreeRow> rows;
    for (const WayToDiffer& way : waysOf(drift, difference)) {
        rows << nodesRow(DriftRow::Difference, QStringLiteral("way%1").arg(rows.size()), way.nodes,
                         kindText(way.difference.kind));
        rows.last().children = withoutTips(changeRows(way.difference)) + way.changes.mid(0, mostChanges);
    }
    if (const QStringList nodes = asBaseline(drift, difference); !nodes.isEmpty())
        rows << nodesRow(DriftRow::Value, QStringLiteral("same"), nodes, GroupDriftText::same());
    for (const int node : difference.unseen) {
        const ComparedNode& one = drift.nodes[node];
        rows << nodesRow(DriftRow::Unseen, one.name, {one.name}, GroupDriftText::unseen(unseenWhy(one, difference)));
    }
    return rows;
}

} // namespace snowmelt
