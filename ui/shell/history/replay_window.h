// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/replay.h"
#include "models/layout/arrangement.h"
#include "ui/shell/history/record_window.h"

class QButtonGroup;
class QLabel;
class QStackedWidget;

namespace snowmelt {

class EmptyPage;
class HappeningList;
class ReplayPlayer;
class ReplaySlider;
class ReplayView;
class Session;

/// Plays a deployment that is over on a diagram of its own, from what the journal recorded.
class ReplayWindow final : public RecordWindow
{
    Q_OBJECT
public:
    ReplayWindow(Session* session, const OperationId& deployment, QWidget* parent);

Q_SIGNALS:
    void reportAsked(const snowmelt::OperationId& deployment);

private:
    QWidget* makeStrip();
    QWidget* makeStage(const Blueprint& blueprint, const Arrangement& arrangement);
    QWidget* makeTransport();
    void makeKeys();
    void take(const OperationId& id, const Event& event);
    void countUnreadable(const OperationId& id);
    void settle(const OperationId& id, const Finished& finished);
    void fail(const QString& title, const QString& text);
    void load();
    void showPlace(qint64 ms);
    void stepTo(int mark);

    OperationId m_asking;
    QList<Event> m_events; ///< until all are read
    int m_unreadable = 0;  ///< events that are recorded and could not be read
    Replay m_replay;
    ReplayPlayer* m_player;
    QStackedWidget* m_pages;
    QLabel* m_title = nullptr;
    ReplayView* m_view = nullptr;
    HappeningList* m_list = nullptr;
    QLabel* m_happening = nullptr;
    QLabel* m_clock = nullptr;
    QPushButton* m_play = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    ReplaySlider* m_slider = nullptr;
    int m_mark = -1;
};

} // namespace snowmelt
