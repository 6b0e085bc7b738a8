// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace snowmelt {

class GroupDriftModel;
struct GroupDifference;

/// What a person wants to see of who differs. Titles stay while something below them does.
class GroupDriftFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit GroupDriftFilter(GroupDriftModel* model, QObject* parent = nullptr);

    void setText(const QString& text); ///< in a thing, a title, a field's value; empty: all
    void setSection(std::optional<DriftSection> section);
    void setSeverity(std::optional<DriftSeverity> severity);
    /// Only rows in which one of these nodes differs or could not be seen, and only their columns; empty: all.
    void setNodes(const QSet<QString>& nodes);
    const QSet<QString>& nodes() const { return m_nodes; }
    int shownRows() const; ///< differences, without titles

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool filterAcceptsColumn(int column, const QModelIndex& parent) const override;

private:
    bool hasText(const QModelIndex& index) const;
    bool isOfNodes(const GroupDifference& row) const;

    GroupDriftModel* m_model;
    QString m_text;
    QString m_folded;
    std::optional<DriftSection> m_section;
    std::optional<DriftSeverity> m_severity;
    QSet<QString> m_nodes;
};

} // namespace snowmelt
