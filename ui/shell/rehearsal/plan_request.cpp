// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/plan_request.h"

#include "models/document/fleet_document.h"
#include "ui/shell/frame/session.h"

namespace snowmelt {

namespace {

constexpr int typingPauseMs = 300;

} // namespace

PlanRequest::PlanRequest(Session* session, QObject* parent) : QObject(parent), m_session(session)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { ask(m_next); });
    connect(session->document(), &FleetDocument::planMade, this, &PlanRequest::takePlan);
    connect(session->document(), &FleetDocument::operationFinished, this, &PlanRequest::takeEnd);
}

PlanRequest::~PlanRequest()
{
    drop();
}

void PlanRequest::ask(const PlanIntent& intent)
{
    drop();
    m_asked = m_session->start(intent);
    Q_EMIT asked();
}

void PlanRequest::askSoon(const PlanIntent& intent)
{
    drop();
    m_next = intent;
    m_pause.start();
    Q_EMIT asked();
}

void PlanRequest::drop()
{
    m_pause.stop();
    m_age.invalidate();
    const OperationId open = m_asked;
    m_asked.clear();
    if (!open.isEmpty() && m_session)
        m_session->cancel(open);
}

bool PlanRequest::isPending() const
{
    return m_pause.isActive() || !m_asked.isEmpty();
}

bool PlanRequest::isFresh() const
{
    return m_age.isValid() && m_age.elapsed() <= m_freshFor;
}

void PlanRequest::takePlan(const OperationId& id, const Plan& plan)
{
    if (id != m_asked)
        return;
    m_asked.clear(); // its end says nothing more
    m_age.start();
    Q_EMIT planned(plan);
}

void PlanRequest::takeEnd(const OperationId& id, const Finished& finished)
{
    if (id != m_asked)
        return;
    m_asked.clear();
    if (finished.error)
        Q_EMIT failed(*finished.error);
    else
        Q_EMIT stopped();
}

} // namespace snowmelt
