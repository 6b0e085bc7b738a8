// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/group_drift_filter.h"

#include "models/items/group_drift_model.h"

#include <algorithm>

namespace snowmelt {

GroupDriftFilter::GroupDriftFilter(GroupDriftModel* model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setRecursiveFilteringEnabled(true);
    setSourceModel(model);
}

void GroupDriftFilter::setText(const QString& text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_folded = text.toCaseFolded();
    invalidateRowsFilter();
}

void GroupDriftFilter::setSection(std::optional<DriftSection> section)
{
    if (m_section == section)
        return;
    m_section = section;
    invalidateRowsFilter();
}

void GroupDriftFilter::setSeverity(std::optional<DriftSeverity> severity)
{
    if (m_severity == severity)
        return;
    m_severity = severity;
    invalidateRowsFilter();
}

void GroupDriftFilter::setNodes(const QSet<QString>& nodes)
{
    if (m_nodes == nodes)
        return;
    m_nodes = nodes;
    invalidateFilter();
}

int GroupDriftFilter::shownRows() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += rowCount(index(row, 0));
    return count;
}

bool GroupDriftFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    // A title is taken for what is below it, and only for that.
    const QModelIndex index = m_model->index(row, GroupDriftModel::thingColumn, parent);
    const GroupDifference* difference = m_model->differenceAt(index);
    if (!difference || (m_section && difference->section != *m_section))
        return false;
    if (m_severity && m_model->preparedAt(index)->severity != *m_severity)
        return false;
    return isOfNodes(*difference) && hasText(index);
}

bool GroupDriftFilter::filterAcceptsColumn(int column, const QModelIndex&) const
{
    const QString node = m_model->nodeAt(column);
    return node.isEmpty() || m_nodes.isEmpty() || m_nodes.contains(node);
}

bool GroupDriftFilter::hasText(const QModelIndex& index) const
{
    if (m_text.isEmpty())
        return true;
    return m_model->preparedAt(index)->searched.contains(m_folded) ||
           index.parent().data().toString().contains(m_text, Qt::CaseInsensitive);
}

bool GroupDriftFilter::isOfNodes(const GroupDifference& row) const
{
    if (m_nodes.isEmpty())
        return true;
    const auto wanted = [this](int node) { return m_nodes.contains(m_model->drift().nodes[node].name); };
    return std::any_of(row.differs.begin(), row.differs.end(),
                       [&](const NodeDifference& one) { return wanted(one.node); }) ||
           std::any_of(row.unseen.begin(), row.unseen.end(), wanted);
}

} // namespace snowmelt
