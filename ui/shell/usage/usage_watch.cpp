// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/usage/usage_watch.h"

#include "models/wording/wording.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/usage_bars.h"
#include "ui/shell/frame/session.h"

#include <QAction>
#include <QEvent>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds betweenQuestions{5};

} // namespace

UsageWatch::UsageWatch(Session* session, DiagramView* diagram)
    : QObject(diagram), m_session(session), m_diagram(diagram), m_bars(new UsageBars(session->document(), diagram)),
      m_action(new QAction(tr("Show &utilisation"), this))
{
    m_action->setObjectName(QStringLiteral("actionUsage"));
    m_action->setCheckable(true);
    m_action->setShortcut(QKeySequence(QStringLiteral("Ctrl+4")));
    m_action->setToolTip(tr("Processor and memory of each node as bars, asked for every few seconds while they show."));
    m_next.setSingleShot(true);
    m_next.setInterval(betweenQuestions);
    connect(&m_next, &QTimer::timeout, this, &UsageWatch::ask);
    connect(m_action, &QAction::toggled, this, [this](bool shown) {
        m_bars->setShown(shown);
        ask();
    });
    connect(session->document(), &FleetDocument::opened, this, [this] {
        m_asked.clear();
        ask();
    });
    connect(session->document(), &FleetDocument::operationFinished, this, &UsageWatch::settle);
    diagram->installEventFilter(this);
}

bool UsageWatch::isWanted() const
{
    return m_action->isChecked() && m_diagram->isVisible() && m_session->document()->fleet().isUp();
}

void UsageWatch::ask()
{
    if (!m_action->isChecked() || !m_asked.isEmpty())
        return;
    if (isWanted())
        m_asked = m_session->start(StatusIntent{true});
    else
        m_next.start(); // the fleet may come up, the window may come back
}

void UsageWatch::settle(const OperationId& id, const Finished& end)
{
    if (m_asked.isEmpty() || id != m_asked)
        return;
    m_asked.clear();
    if (end.error)
        Q_EMIT said(sentence(*end.error).what);
    if (end.error && end.error->code == ErrorCode::Unsupported)
        return m_action->setChecked(false); // asking again would not help
    if (m_action->isChecked())
        m_next.start();
}

/// Shown again, it is asked at once.
bool UsageWatch::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::Show && m_action->isChecked())
        ask();
    return false;
}

} // namespace snowmelt
