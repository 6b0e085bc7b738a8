// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/finding/found_parts.h"

#include <QAbstractListModel>

namespace snowmelt {

class DiagramView;
class FleetDocument;

/// What a search found, as rows. What a row says is looked up when it is shown: there may be many.
class FoundModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum FoundRole { DetailRole = Qt::UserRole, HealthRole, ReachedRole };

    FoundModel(const FleetDocument* document, const DiagramView* view, QObject* parent);

    void setFound(const QList<FoundPart>& found);
    const QList<FoundPart>& found() const { return m_found; }
    int rowOf(const QString& part) const; ///< -1: not found
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const NodeState* node(const FoundPart& found) const;
    QString detail(const FoundPart& found) const;
    QVariant health(const FoundPart& found) const;
    bool reached(const FoundPart& found) const;

    const FleetDocument* m_document;
    const DiagramView* m_view;
    QList<FoundPart> m_found;
};

} // namespace snowmelt
