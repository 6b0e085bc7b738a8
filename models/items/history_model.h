// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/items/keyed_tree_model.h"

#include <QSortFilterProxyModel>

namespace snowmelt {

/// What was done with a fleet. Columns: how it ended, what, who, began, took.
/// Roles: IdRole, StateRole is int(OutcomeKind) or noEnd, StartedAtRole, and the two below.
class HistoryModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { Outcome, What, Who, Began, Took, ColumnCount };
    enum Role {
        VerbRole = Qt::UserRole + 100, ///< QString
        TookRole,                      ///< qint64 ms; -1: has no end
    };
    static constexpr int noEnd = -1;

    explicit HistoryModel(QObject* parent = nullptr);
    /// `now`: times of this day are shown without the day.
    void setEntries(const QList<HistoryEntry>& entries, const QDateTime& now);
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// The part of a history that was asked for, sorted by any column.
class HistoryFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit HistoryFilter(QObject* parent = nullptr);
    void setVerbs(const QStringList& verbs);            ///< empty: all
    void setOutcome(const std::optional<int>& outcome); ///< as StateRole; nullopt: any
    void setText(const QString& text);                  ///< in any column; empty: any
    bool isOn() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList m_verbs;
    std::optional<int> m_outcome;
    QString m_text;
};

/// "Done", or that it has no end in the journal.
QString historyOutcomeText(const HistoryEntry& entry);
/// Has steps: it can be reported and replayed.
bool isDeploymentVerb(const QString& verb);
/// What is known already and not in a new, shorter listing stays; newest first.
QList<HistoryEntry> mergedHistory(const QList<HistoryEntry>& known, const QList<HistoryEntry>& listed);

} // namespace snowmelt
