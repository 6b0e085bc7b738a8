// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QWidget>

class QModelIndex;
class QStackedLayout;
class QTreeView;

namespace snowmelt {

class ActivityModel;
class FleetDocument;
class LogView;

/// The bottom dock: operations with progress and Cancel; the chosen one's log beside it.
class ActivityPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityPanel(FleetDocument* document, QWidget* parent = nullptr);

Q_SIGNALS:
    void cancelAsked(const snowmelt::OperationId& id);
    /// The log of an operation shows from now on, and wants room.
    void logOpened();

private:
    void makeList();
    void placeButtons();
    QWidget* makeCancel(const QModelIndex& index);
    void choose(const OperationId& id);
    void tick();

    FleetDocument* m_document;
    ActivityModel* m_model;
    QStackedLayout* m_stack;
    QTreeView* m_list;
    LogView* m_log;
};

} // namespace snowmelt
