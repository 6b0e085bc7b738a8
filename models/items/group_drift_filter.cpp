// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/group_drift_filter.h"

#include "models/domain/drift/judge/severity.h"
#include "models/items/group_drift_model.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool holds(const Difference& difference, const QString& text)
{
    return std::any_of(difference.fields.begin(), difference.fields.end(), [&](const FieldChange& change) {
        return change.actual.contains(text, Qt::CaseInsensitive) || change.baseline.contains(text, Qt::CaseInsensitive);
    });
}

} // namespace

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
    if (m_severity && severityOf(*difference) != *m_severity)
        return false;
    return isOfNodes(*difference) && hasText(*difference, index);
}

bool GroupDriftFilter::filterAcceptsColumn(int column, const QModelIndex&) const
{
    const QString node = m_model->nodeAt(column);
    return node.isEmpty() || m_nodes.isEmpty() || m_nodes.contains(node);
}

bool GroupDriftFilter::hasText(const GroupDifference& row, const QModelIndex& index) const
{
    if (m_text.isEmpty())
        return true;
    const auto says = [this](const QModelIndex& where) {
        return where.data().toString().contains(m_text, Qt::CaseInsensitive);
    };
    return says(index) || says(index.parent()) ||
           std::any_of(row.differs.begin(), row.differs.end(),
                       [this](const NodeDifference& one) { return holds(one.difference, m_text); });
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
