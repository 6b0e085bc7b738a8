// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/history_model.h"

#include "models/domain/code_names.h"
#include "models/items/item_text.h"
#include "models/wording/wording.h"

#include <QDateTime>

#include <algorithm>

namespace snowmelt {

namespace {

qint64 tookMs(const HistoryEntry& entry)
{
    return entry.endedAt.isValid() ? std::max<qint64>(0, entry.startedAt.msecsTo(entry.endedAt)) : -1;
}

TreeRow entryRow(const HistoryEntry& entry, const QDateTime& now)
{
    const std::optional<OutcomeKind> outcome = codeFromName<OutcomeKind>(entry.outcome);
    const qint64 took = tookMs(entry);
    TreeRow row;
    row.key = entry.operation;
    row.texts = QStringList{historyOutcomeText(entry), operationTitle(entry.verb, entry.subject), entry.person,
                            clockText(entry.startedAt, now), took < 0 ? QString() : durationText(took)};
    row.roles.insert(IdRole, entry.operation);
    row.roles.insert(StateRole, outcome ? int(*outcome) : HistoryModel::noEnd);
    row.roles.insert(StartedAtRole, entry.startedAt);
    row.roles.insert(HistoryModel::VerbRole, entry.verb);
    row.roles.insert(HistoryModel::TookRole, took);
    return row;
}

/// Times and spans end at one edge, and so do their headers.
QVariant historyAlignment(int column)
{
    return column < HistoryModel::Began ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

HistoryModel::HistoryModel(QObject* parent) : KeyedTreeModel(ColumnCount, parent)
{
    setHeaders({tr("Outcome"), tr("What"), tr("Who"), tr("Began"), tr("Took")});
}

void HistoryModel::setEntries(const QList<HistoryEntry>& entries, const QDateTime& now)
{
    QList<TreeRow> rows;
    for (const HistoryEntry& entry : entries)
        rows.append(entryRow(entry, now));
    setRows(rows);
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    return role == Qt::TextAlignmentRole ? historyAlignment(index.column()) : KeyedTreeModel::data(index, role);
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return role == Qt::TextAlignmentRole ? historyAlignment(section)
                                         : KeyedTreeModel::headerData(section, orientation, role);
}

HistoryFilter::HistoryFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void HistoryFilter::setVerbs(const QStringList& verbs)
{
    m_verbs = verbs;
    invalidateRowsFilter();
}

void HistoryFilter::setOutcome(const std::optional<int>& outcome)
{
    m_outcome = outcome;
    invalidateRowsFilter();
}

void HistoryFilter::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateRowsFilter();
}

bool HistoryFilter::isOn() const
{
    return !m_verbs.isEmpty() || m_outcome || !m_text.isEmpty();
}

bool HistoryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_verbs.isEmpty() && !m_verbs.contains(index.data(HistoryModel::VerbRole).toString()))
        return false;
    if (m_outcome && index.data(StateRole).toInt() != *m_outcome)
        return false;
    if (m_text.isEmpty())
        return true;
    for (int column = 0; column < HistoryModel::ColumnCount; ++column) {
        if (index.siblingAtColumn(column).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// By what a text stands for, not by its letters; equal ones by when they began.
bool HistoryFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const auto began = [](const QModelIndex& index) { return index.data(StartedAtRole).toDateTime(); };
    const auto took = [](const QModelIndex& index) { return index.data(HistoryModel::TookRole).toLongLong(); };
    if (left.column() == HistoryModel::Began)
        return began(left) < began(right);
    if (left.column() == HistoryModel::Took && took(left) != took(right))
        return took(left) < took(right);
    if (left.column() != HistoryModel::Took && left.data() != right.data())
        return QSortFilterProxyModel::lessThan(left, right);
    return began(left) < began(right);
}

QString historyOutcomeText(const HistoryEntry& entry)
{
    const std::optional<OutcomeKind> outcome = codeFromName<OutcomeKind>(entry.outcome);
    return outcome ? outcomeText(*outcome) : HistoryModel::tr("No end recorded");
}

bool isDeploymentVerb(const QString& verb)
{
    return verb == u"swap" || verb == u"rebirth" || verb == u"resume";
}

QList<HistoryEntry> mergedHistory(const QList<HistoryEntry>& known, const QList<HistoryEntry>& listed)
{
    QList<HistoryEntry> merged = listed;
    for (const HistoryEntry& entry : known) {
        const auto sameOperation = [&entry](const HistoryEntry& one) { return one.operation == entry.operation; };
        if (std::ranges::none_of(listed, sameOperation))
            merged.append(entry);
    }
    std::ranges::stable_sort(merged,
                             [](const HistoryEntry& a, const HistoryEntry& b) { return b.startedAt < a.startedAt; });
    return merged;
}

} // namespace snowmelt
