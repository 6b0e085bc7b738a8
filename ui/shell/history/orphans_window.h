// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "ui/shell/history/record_window.h"

class QCheckBox;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace snowmelt {

class OrphanModel;
class Session;

/// What Snowmelt made and nothing refers to any more, and its safe removal.
class OrphansWindow final : public RecordWindow
{
    Q_OBJECT
public:
    OrphansWindow(Session* session, QWidget* parent);

private:
    void makeList();
    void makeButtons();
    void look();
    void askToRemove();
    void remove(const QStringList& names);
    void settle(const OperationId& id, const Finished& finished);
    void tell(const Error& error);
    void follow();
    void followChoice();

    Session* m_session;
    OrphanModel* m_model;
    QStackedWidget* m_pages;
    QTreeView* m_list = nullptr;
    QWidget* m_looking = nullptr;
    QWidget* m_none = nullptr;
    QWidget* m_unseen = nullptr;
    QCheckBox* m_all = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_remove = nullptr;
    OperationId m_running; ///< the look or the removal under way
    bool m_removing = false;
    bool m_seen = false; ///< the list is one that was asked for
};

} // namespace snowmelt
