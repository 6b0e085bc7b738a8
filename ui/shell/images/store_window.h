// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/intent.h"
#include "ui/shell/history/record_window.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTreeView;

namespace snowmelt {

class EmptyPage;
class PruningModel;
class RunningLine;
class Session;
class StoreCheckPanel;

/// The care of the image store, of all fleets together: every build that is kept and what pruning would make of it,
/// its removal, and whether the store is whole. One of these at a time.
class StoreWindow final : public RecordWindow
{
    Q_OBJECT
public:
    StoreWindow(Session* session, QWidget* parent);
    ~StoreWindow() override;

Q_SIGNALS:
    void buildAsked(const snowmelt::ImageRef& image); ///< null: a person chooses

private:
    enum class Work { None, Looking, Removing, Verifying };
    QWidget* makeHead();
    QWidget* makeKeep(QWidget* head);
    QWidget* makeList();
    void makeButtons();
    void begin(Work work, const Intent& intent, const QString& what);
    void look();
    void verify();
    void askToRemove();
    void remove();
    void cancel();
    void takePruning(const OperationId& id, const Pruning& pruning);
    void takeCheck(const OperationId& id, const StoreCheck& check);
    void followProgress(const OperationId& id);
    void settle(const OperationId& id, const Finished& finished);
    void settleLook(const Finished& finished);
    void settleRemoval(const Finished& finished);
    void settleVerifying(const Finished& finished);
    void showPage(const QString& title, const QString& text, const QString& action = {});
    void takeAction();
    void followPruning();
    void follow();

    QPointer<Session> m_session; ///< null: the main window is closing
    PruningModel* m_model;
    StoreCheckPanel* m_check;
    RunningLine* m_line;
    QStackedWidget* m_pages = nullptr;
    QTreeView* m_list = nullptr;
    EmptyPage* m_empty = nullptr;
    QLabel* m_sum = nullptr;
    QLabel* m_notice = nullptr;
    QSpinBox* m_keep = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_verify = nullptr;
    QPushButton* m_remove = nullptr;
    OperationId m_running;
    Work m_work = Work::None;
    bool m_seen = false;     ///< what is listed is an answer
    bool m_saysKeep = false; ///< the remark is about something before the look under way, and stays
};

} // namespace snowmelt
