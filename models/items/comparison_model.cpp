// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparison_model.h"

#include <algorithm>

namespace snowmelt {

ComparisonModel::ComparisonModel(QObject* parent)
    : QAbstractTableModel(parent), m_comparison(std::make_shared<const FleetComparison>())
{
}

QList<ComparisonModel::Row> ComparisonModel::rowsOf(const FleetComparison& comparison)
{
    QList<Row> rows;
    rows.reserve(comparison.parts.size());
    for (int part = 0; part < comparison.parts.size(); ++part) {
        const qsizetype fields = comparison.parts[part].fields.size();
        if (fields == 0)
            rows << Row{part, -1};
        for (int field = 0; field < fields; ++field)
            rows << Row{part, field};
    }
    return rows;
}

/// Do they speak of the same thing, whatever they say of it?
bool ComparisonModel::isSame(const Row& mine, const FleetComparison& other, const Row& theirs) const
{
    const PartChange& here = m_comparison->parts[mine.part];
    const PartChange& there = other.parts[theirs.part];
    if (here.kind != there.kind || here.part != there.part || (mine.field < 0) != (theirs.field < 0))
        return false;
    return mine.field < 0 || here.fields[mine.field].field == there.fields[theirs.field].field;
}

void ComparisonModel::setComparison(std::shared_ptr<const FleetComparison> comparison)
{
    const QList<Row> rows = rowsOf(*comparison);
    const qsizetype least = std::min(m_rows.size(), rows.size());
    qsizetype head = 0;
    while (head < least && isSame(m_rows[head], *comparison, rows[head]))
        ++head;
    qsizetype tail = 0;
    while (tail < least - head && isSame(m_rows[m_rows.size() - 1 - tail], *comparison, rows[rows.size() - 1 - tail]))
        ++tail;
    const int first = int(head);
    const int gone = int(m_rows.size() - head - tail);
    const int come = int(rows.size() - head - tail);
    if (gone > 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_rows.remove(first, gone);
        endRemoveRows();
    }
    if (come > 0)
        beginInsertRows({}, first, first + come - 1);
    m_comparison = std::move(comparison);
    m_rows = rows;
    if (come > 0)
        endInsertRows();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

QModelIndex ComparisonModel::find(const QString& part) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(),
                                 [&](const Row& row) { return m_comparison->parts[row.part].part == part; });
    return it == m_rows.end() ? QModelIndex() : index(int(it - m_rows.begin()), 0);
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ComparisonModel::text(const Row& row, int column) const
{
    const PartChange& part = m_comparison->parts[row.part];
    if (column == Part)
        return comparedPartText(part);
    if (row.field < 0)
        return column == What ? changeText(part.change) : QString();
    const ComparedChange& change = part.fields[row.field];
    if (column == What)
        return comparedFieldText(change.field);
    return comparedValueText(change.field, column == Before ? change.before : change.after);
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row& row = m_rows[index.row()];
    const PartChange& part = m_comparison->parts[row.part];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case PartRole:
        return part.kind == ComparedKind::Image ? QString() : part.part;
    case StateRole:
        return int(part.change);
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Part"), tr("What"), tr("Before"), tr("After")}.value(section);
}

QString ComparisonModel::summary(const FleetComparison& comparison)
{
    if (comparison.same())
        return tr("Nothing differs.");
    QStringList said;
    if (const int added = comparison.count(Change::Added))
        said << tr("%n added", nullptr, added);
    if (const int removed = comparison.count(Change::Removed))
        said << tr("%n removed", nullptr, removed);
    if (const int changed = comparison.count(Change::Changed))
        said << tr("%n changed", nullptr, changed);
    if (!comparison.links.isEmpty())
        said << tr("%n line(s)", nullptr, int(comparison.links.size()));
    return said.join(QStringLiteral(" · "));
}

} // namespace snowmelt
