// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/dated_drift_model.h"

#include "models/wording/drift_history_wording.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {

namespace {

QString restsOn(const DatedDifference& one)
{
    QStringList lines;
    for (const LikelyCause& cause : one.causes)
        for (const Evidence& evidence : cause.evidence)
            lines.append(evidenceText(evidence));
    return lines.join(u'\n');
}

QString whatOf(const DatedDifference& one)
{
    return sectionText(one.difference.section) + u' ' + displayText(one.difference.key);
}

QString causesOf(const DatedDifference& one)
{
    QStringList causes;
    for (const LikelyCause& cause : one.causes)
        causes.append(likelyText(cause));
    return causes.join(QStringLiteral("; "));
}

DatedDriftModel::State stateOf(const DatedDifference& one)
{
    return one.goneAt.isNull() ? DatedDriftModel::State::Standing : DatedDriftModel::State::Gone;
}

QString datedText(const DatedDifference& one, int column)
{
    switch (column) {
    case DatedDriftModel::What:
        return whatOf(one);
    case DatedDriftModel::Node:
        return one.node;
    case DatedDriftModel::Since:
        return sinceText(one);
    case DatedDriftModel::LastSeen:
        return momentText(one.lastSeen);
    case DatedDriftModel::Gone:
        return goneText(one);
    case DatedDriftModel::Cause:
        return causesOf(one);
    default:
        return {};
    }
}

/// What a column is sorted by: times by what they are, not by their letters.
struct SortKey
{
    int row = 0;
    qint64 first = 0; ///< a time, or the place of its section among the words of all
    QByteArray key;
    QString text;
};

SortKey sortKeyOf(const DatedDifference& one, int row, int column)
{
    const auto at = [](const QDateTime& time) { return time.isNull() ? 0 : time.toMSecsSinceEpoch(); };
    switch (column) {
    case DatedDriftModel::What:
        return {row, 0, one.difference.key, sectionText(one.difference.section)};
    case DatedDriftModel::Node:
        return {row, 0, {}, one.node};
    case DatedDriftModel::Since:
        return {row, at(one.firstSeen), {}, {}};
    case DatedDriftModel::LastSeen:
        return {row, at(one.lastSeen), {}, {}};
    case DatedDriftModel::Gone:
        return {row, at(one.goneAt), {}, {}};
    default:
        return {row, 0, {}, causesOf(one)};
    }
}

bool isBefore(const SortKey& a, const SortKey& b)
{
    if (a.first != b.first)
        return a.first < b.first;
    const int byText = a.text.compare(b.text);
    return byText != 0 ? byText < 0 : a.key < b.key;
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

DatedDriftModel::DatedDriftModel(QObject* parent) : QAbstractTableModel(parent) {}

void DatedDriftModel::setDifferences(const QList<DatedDifference>& differences)
{
    m_differences = differences;
    showWanted();
}

void DatedDriftModel::setFilter(const DatedFilter& filter)
{
    m_group = filter.group;
    m_node = filter.node;
    m_state = filter.state;
    showWanted();
}

void DatedDriftModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    showWanted();
}

bool DatedDriftModel::isWanted(const DatedDifference& one) const
{
    const bool ofGroup = m_group.isEmpty() || one.group == m_group;
    const bool ofNode = m_node.isEmpty() || one.node == m_node;
    return ofGroup && ofNode && (!m_state || stateOf(one) == *m_state);
}

/// All at once: thousands of rows that come and go one by one would hold who looks at them.
void DatedDriftModel::showWanted()
{
    std::vector<int> rows;
    for (int row = 0; row < allRows(); ++row) {
        if (isWanted(m_differences.at(row)))
            rows.push_back(row);
    }
    order(rows);
    beginResetModel();
    m_shown = std::move(rows);
    endResetModel();
}

void DatedDriftModel::order(std::vector<int>& rows) const
{
    std::vector<SortKey> keys;
    keys.reserve(rows.size());
    for (const int row : rows)
        keys.push_back(sortKeyOf(m_differences.at(row), row, m_column));
    if (m_order == Qt::AscendingOrder)
        std::ranges::stable_sort(keys, isBefore);
    else
        std::ranges::stable_sort(keys, [](const SortKey& a, const SortKey& b) { return isBefore(b, a); });
    std::ranges::transform(keys, rows.begin(), &SortKey::row);
}

int DatedDriftModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int DatedDriftModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DatedDriftModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const DatedDifference& one = m_differences.at(m_shown[size_t(index.row())]);
    switch (role) {
    case Qt::DisplayRole:
        return datedText(one, index.column());
    case PartRole:
        return one.node;
    case KindRole:
        return int(one.difference.kind);
    case StateRole:
        return int(stateOf(one));
    case StartedAtRole:
        return one.firstSeen;
    case DetailRole:
        return restsOn(one);
    case Qt::ToolTipRole:
        return QStringList{whatOf(one) + u" · " + differenceText(one.difference), restsOn(one)}.join(u'\n').trimmed();
    default:
        return {};
    }
}

QVariant DatedDriftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Difference"), tr("Node"), tr("Since"), tr("Last seen"), tr("Gone"), tr("Likely cause")}
        .value(section);
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

/// Numbers of one kind stand below one another.
QVariant DriftCountModel::data(const QModelIndex& index, int role) const
{
    const bool aligns = role == Qt::TextAlignmentRole && index.column() != When;
    return aligns ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : KeyedTreeModel::data(index, role);
}

QVariant DriftCountModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool aligns = role == Qt::TextAlignmentRole && section != When;
    return aligns ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                  : KeyedTreeModel::headerData(section, orientation, role);
}

} // namespace snowmelt
