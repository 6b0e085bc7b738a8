// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/dated_drift_model.h"

#include "models/wording/drift_history_wording.h"
#include "models/wording/wording.h"

namespace snowmelt {

namespace {

QString keyOfDated(const DatedDifference& one)
{
    const QString section = QString::number(int(one.difference.section));
    const QString first = QString::number(one.firstSeen.toMSecsSinceEpoch());
    return QStringList{one.node, section, QString::fromLatin1(one.difference.key.toHex()), first}.join(u'/');
}

QString restsOn(const DatedDifference& one)
{
    QStringList lines;
    for (const LikelyCause& cause : one.causes)
        for (const Evidence& evidence : cause.evidence)
            lines.append(evidenceText(evidence));
    return lines.join(u'\n');
}

TreeRow datedRow(const DatedDifference& one)
{
    const QString what = sectionText(one.difference.section) + u' ' + displayText(one.difference.key);
    QStringList causes;
    for (const LikelyCause& cause : one.causes)
        causes.append(likelyText(cause));
    TreeRow row;
    row.key = keyOfDated(one);
    row.texts = QStringList{
        what, one.node, sinceText(one), momentText(one.lastSeen), goneText(one), causes.join(QStringLiteral("; "))};
    const bool gone = one.goneAt.isValid();
    row.roles.insert(PartRole, one.node);
    row.roles.insert(KindRole, int(one.difference.kind));
    row.roles.insert(StateRole, int(gone ? DatedDriftModel::State::Gone : DatedDriftModel::State::Standing));
    row.roles.insert(StartedAtRole, one.firstSeen);
    row.roles.insert(DetailRole, restsOn(one));
    row.roles.insert(DatedDriftModel::GroupRole, one.group);
    row.roles.insert(DatedDriftModel::LastSeenRole, one.lastSeen);
    row.roles.insert(DatedDriftModel::GoneRole, one.goneAt);
    const QString detail = differenceText(one.difference);
    row.roles.insert(Qt::ToolTipRole, QStringList{what + u" · " + detail, restsOn(one)}.join(u'\n').trimmed());
    return row;
}

TreeRow countRow(const DriftCount& count)
{
    TreeRow row;
    row.key = QString::number(count.at.toMSecsSinceEpoch());
    row.texts = QStringList{momentText(count.at), DriftCountModel::tr("%1 of %2").arg(count.differing).arg(count.nodes),
                            QString::number(count.differences), QString::number(count.hidden),
                            QString::number(count.incomplete)};
    row.roles.insert(StartedAtRole, count.at);
    return row;
}

} // namespace

DatedDriftModel::DatedDriftModel(QObject* parent) : KeyedTreeModel(ColumnCount, parent)
{
    setHeaders({tr("Difference"), tr("Node"), tr("Since"), tr("Last seen"), tr("Gone"), tr("Likely cause")});
}

void DatedDriftModel::setDifferences(const QList<DatedDifference>& differences)
{
    QList<TreeRow> rows;
    for (const DatedDifference& one : differences)
        rows.append(datedRow(one));
    setRows(rows);
}

void DatedDriftFilter::setGroup(const QString& group)
{
    m_group = group;
    invalidateRowsFilter();
}

void DatedDriftFilter::setNode(const QString& node)
{
    m_node = node;
    invalidateRowsFilter();
}

void DatedDriftFilter::setState(const std::optional<DatedDriftModel::State>& state)
{
    m_state = state;
    invalidateRowsFilter();
}

bool DatedDriftFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool ofGroup = m_group.isEmpty() || index.data(DatedDriftModel::GroupRole).toString() == m_group;
    const bool ofNode = m_node.isEmpty() || index.data(PartRole).toString() == m_node;
    return ofGroup && ofNode && (!m_state || index.data(StateRole).toInt() == int(*m_state));
}

/// Times by what they are, not by their letters.
bool DatedDriftFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QHash<int, int> times{{DatedDriftModel::Since, int(StartedAtRole)},
                                {DatedDriftModel::LastSeen, int(DatedDriftModel::LastSeenRole)},
                                {DatedDriftModel::Gone, int(DatedDriftModel::GoneRole)}};
    const auto time = times.constFind(left.column());
    if (time == times.constEnd())
        return QSortFilterProxyModel::lessThan(left, right);
    return left.data(*time).toDateTime() < right.data(*time).toDateTime();
}

DriftCountModel::DriftCountModel(QObject* parent) : KeyedTreeModel(ColumnCount, parent)
{
    setHeaders({tr("Scanned"), tr("Nodes that differ"), tr("Differences"), tr("Hidden"), tr("Not all seen")});
}

void DriftCountModel::setCounts(const QList<DriftCount>& counts)
{
    QList<TreeRow> rows;
    for (const DriftCount& count : counts)
        rows.prepend(countRow(count));
    setRows(rows);
}

} // namespace snowmelt
