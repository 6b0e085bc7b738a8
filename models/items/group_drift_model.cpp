// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/group_drift_model.h"

#include "models/items/group_drift_cells.h"
#include "models/items/group_drift_text.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// Ids of indexes: titles have none, what is below the title at row n has n + 1.
constexpr quintptr ofTitle = 0;

GroupCell cellStateOf(const GroupDifference& row, int node)
{
    if (differenceOf(row, node))
        return GroupCell::Differs;
    return isUnseen(row, node) ? GroupCell::Unseen : GroupCell::Same;
}

QString lettersOf(const GroupDifference& row, int node)
{
    if (const NodeDifference* one = differenceOf(row, node))
        return cellText(one->difference);
    return isUnseen(row, node) ? QStringLiteral("?") : QStringLiteral("·");
}

QString detailOf(const GroupDrift& drift, const GroupDifference& row, int node)
{
    if (const NodeDifference* one = differenceOf(row, node))
        return fieldChanges(one->difference);
    return isUnseen(row, node) ? GroupDriftText::unseen(unseenWhy(drift.nodes.value(node), row))
                               : GroupDriftText::same();
}

QString secondLine(GroupRow under, const GroupDifference& row)
{
    QStringList parts;
    if (under == GroupRow::Cause)
        parts << sectionText(row.section);
    const QString fields = fieldNames(row);
    parts << (fields.isEmpty() ? kindText(row.differs.first().difference.kind) : fields);
    if (row.noMajority)
        parts << GroupDriftText::noMajority();
    return parts.join(QStringLiteral(" · "));
}

} // namespace

GroupDriftModel::GroupDriftModel(QObject* parent) : QAbstractItemModel(parent) {}

void GroupDriftModel::setDrift(const GroupDrift& drift)
{
    beginResetModel();
    m_drift = drift;
    build();
    endResetModel();
}

void GroupDriftModel::build()
{
    const GroupDrift& drift = m_drift; // read only: it is shared with the document
    m_nodes = tellingNodes(drift);
    m_titles.clear();
    std::vector<bool> grouped(size_t(drift.differences.size()), false);
    for (const SharedCause& cause : drift.causes) {
        add({GroupRow::Cause, cause.section, causeText(cause, drift), cause.rows, {}});
        for (const int row : cause.rows)
            grouped[size_t(row)] = true;
    }
    QMap<DriftSection, QList<int>> rest;
    for (int row = 0; row < drift.differences.size(); ++row) {
        if (!grouped[size_t(row)])
            rest[drift.differences[row].section] << row;
    }
    for (auto section = rest.begin(); section != rest.end(); ++section)
        add({GroupRow::Section, section.key(), sectionText(section.key()), section.value(), {}});
}

void GroupDriftModel::add(Title title)
{
    std::vector<int> byNode(size_t(m_drift.nodes.size()), 0);
    for (const int row : std::as_const(title.rows)) {
        for (const NodeDifference& one : m_drift.differences.at(row).differs)
            byNode[size_t(one.node)] += 1;
    }
    for (const int node : std::as_const(m_nodes))
        title.counts.push_back(byNode[size_t(node)]);
    m_titles.push_back(std::move(title));
}

const GroupDifference* GroupDriftModel::differenceAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == ofTitle)
        return nullptr;
    return &m_drift.differences[m_titles[index.internalId() - 1].rows[index.row()]];
}

DriftSection GroupDriftModel::sectionAt(const QModelIndex& index) const
{
    const GroupDifference* row = differenceAt(index);
    return row ? row->section : m_titles[size_t(index.row())].section;
}

QString GroupDriftModel::nodeAt(int column) const
{
    const int at = column - firstNode;
    return at >= 0 && at < m_nodes.size() ? m_drift.nodes[m_nodes[at]].name : QString();
}

QModelIndex GroupDriftModel::find(DriftSection section, const QByteArray& key) const
{
    for (int title = 0; title < rowCount(); ++title) {
        const QList<int>& rows = m_titles[size_t(title)].rows;
        for (int row = 0; row < rows.size(); ++row) {
            const GroupDifference& one = m_drift.differences[rows[row]];
            if (one.section == section && one.key == key)
                return index(row, thingColumn, index(title, thingColumn));
        }
    }
    return {};
}

QList<DriftSection> GroupDriftModel::sections() const
{
    QMap<DriftSection, bool> found;
    for (const GroupDifference& row : m_drift.differences)
        found.insert(row.section, true);
    return found.keys();
}

QModelIndex GroupDriftModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : ofTitle);
}

QModelIndex GroupDriftModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == ofTitle)
        return {};
    return createIndex(int(child.internalId() - 1), 0, ofTitle);
}

int GroupDriftModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_titles.size());
    const bool isTitle = parent.internalId() == ofTitle && parent.column() == 0;
    return isTitle ? int(m_titles[size_t(parent.row())].rows.size()) : 0;
}

int GroupDriftModel::columnCount(const QModelIndex&) const
{
    return firstNode + int(m_nodes.size());
}

QVariant GroupDriftModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const GroupDifference* row = differenceAt(index);
    if (role == KindRole)
        return int(row ? GroupRow::Difference : m_titles[size_t(index.row())].kind);
    if (role == PartRole)
        return nodeAt(index.column());
    if (!row)
        return titleData(m_titles[size_t(index.row())], index.column(), role);
    if (index.column() == thingColumn)
        return thingData(m_titles[index.internalId() - 1], *row, role);
    if (index.column() == baselineColumn)
        return baselineData(*row, role);
    return cellData(*row, m_nodes[index.column() - firstNode], role);
}

QVariant GroupDriftModel::titleData(const Title& title, int column, int role) const
{
    const int count = column < firstNode ? 0 : title.counts[size_t(column - firstNode)];
    const QString detail = title.kind == GroupRow::Cause
                               ? QString(sectionText(title.section) + u" · " + differenceCount(int(title.rows.size())))
                               : differenceCount(int(title.rows.size()));
    if (role == StateRole && column >= firstNode)
        return int(count > 0 ? GroupCell::Count : GroupCell::None);
    if (role == Qt::DisplayRole && column >= firstNode)
        return count > 0 ? QString::number(count) : QString();
    if (role == Qt::AccessibleTextRole && column >= firstNode)
        return QString(nodeAt(column) + u": " + differenceCount(count));
    if (column != thingColumn)
        return {};
    if (role == Qt::DisplayRole)
        return title.text;
    if (role == DetailRole)
        return detail;
    const bool whole = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    return whole ? QVariant(QString(title.text + u", " + detail)) : QVariant();
}

QVariant GroupDriftModel::thingData(const Title& title, const GroupDifference& row, int role) const
{
    const QString thing = displayText(row.key);
    switch (role) {
    case Qt::DisplayRole:
        return thing;
    case DetailRole:
        return secondLine(title.kind, row);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(sectionText(row.section) + u": " + thing + u", " + secondLine(GroupRow::Section, row));
    default:
        return {};
    }
}

QVariant GroupDriftModel::baselineData(const GroupDifference& row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return baselineCell(row);
    case Qt::ToolTipRole:
        return GroupDriftText::asBaseline(row.asBaseline);
    case Qt::AccessibleTextRole:
        return QString(GroupDriftText::baselineHeader(m_drift) + u": " + baselineCell(row));
    default:
        return {};
    }
}

QVariant GroupDriftModel::cellData(const GroupDifference& row, int node, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return lettersOf(row, node);
    case StateRole:
        return int(cellStateOf(row, node));
    case DetailRole:
        return detailOf(m_drift, row, node);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(m_drift.nodes[node].name + u": " + detailOf(m_drift, row, node));
    default:
        return {};
    }
}

QVariant GroupDriftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == PartRole)
        return nodeAt(section);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (section == thingColumn)
        return tr("What differs");
    return section == baselineColumn ? GroupDriftText::baselineHeader(m_drift) : nodeAt(section);
}

QString GroupDriftModel::lineOf(const QModelIndex& row) const
{
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column)
        cells << row.siblingAtColumn(column).data().toString();
    if (!differenceAt(row))
        return cells.first() + u", " + row.siblingAtColumn(thingColumn).data(DetailRole).toString();
    cells.first() = QString(u"  " + cells.first());
    return cells.join(u'\t');
}

QString GroupDriftModel::textOf(const QModelIndexList& rows) const
{
    QStringList headers;
    for (int column = 0; column < columnCount(); ++column)
        headers << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QStringList lines{headers.join(u'\t')};
    for (const QModelIndex& row : rows) {
        lines << lineOf(row);
        for (int child = 0; child < rowCount(row); ++child) {
            const QModelIndex below = index(child, thingColumn, row);
            if (!rows.contains(below))
                lines << lineOf(below);
        }
    }
    return lines.join(u'\n') + u'\n';
}

QString GroupDriftModel::text() const
{
    QModelIndexList titles;
    for (int row = 0; row < rowCount(); ++row)
        titles << index(row, thingColumn);
    QStringList parts{GroupDriftText::title(m_drift), textOf(titles)};
    const QStringList missing = GroupDriftText::unseenLines(m_drift);
    if (!missing.isEmpty())
        parts << QString(missing.join(u'\n') + u'\n');
    return parts.join(u'\n');
}

} // namespace snowmelt
