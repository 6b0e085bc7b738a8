// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QObject>
#include <QTimer>

class QAction;

namespace snowmelt {

class DiagramView;
class Session;
class UsageBars;

/// What nodes use, asked for while a person wants to see it and the diagram shows, and never else: it costs the
/// platform a look at every node. One question at a time, the next a while after the answer.
class UsageWatch final : public QObject
{
    Q_OBJECT
public:
    UsageWatch(Session* session, DiagramView* diagram);
    QAction* action() const { return m_action; } ///< "Show utilisation", for a menu

Q_SIGNALS:
    void said(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void settle(const OperationId& id, const Finished& end);
    bool isWanted() const;

    Session* m_session;
    DiagramView* m_diagram;
    UsageBars* m_bars;
    QAction* m_action;
    OperationId m_asked; ///< empty: no question is under way
    QTimer m_next;
};

} // namespace snowmelt
