// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/intent.h"
#include "models/domain/planning/plan.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace snowmelt {

class Session;
struct Finished;

/// Asks the backend for a plan, again whenever the choices change: the last question counts, the one before it is
/// cancelled. A plan ages, because the world goes on.
class PlanRequest final : public QObject
{
    Q_OBJECT
public:
    explicit PlanRequest(Session* session, QObject* parent = nullptr);
    ~PlanRequest() override;

    void ask(const PlanIntent& intent);
    /// While something is being typed, not each letter asks.
    void askSoon(const PlanIntent& intent);
    void drop(); ///< the question that is open, if any

    bool isPending() const;
    bool isFresh() const; ///< the last plan is young enough to start by
    void setFreshFor(int ms) { m_freshFor = ms; }

Q_SIGNALS:
    void asked();
    void planned(const snowmelt::Plan& plan);
    void failed(const snowmelt::Error& error);
    void stopped(); ///< ended without a plan and without an error: it was cancelled

private:
    void takePlan(const OperationId& id, const Plan& plan);
    void takeEnd(const OperationId& id, const Finished& finished);

    QPointer<Session> m_session;
    QTimer m_pause;
    PlanIntent m_next;
    OperationId m_asked;
    QElapsedTimer m_age;
    int m_freshFor = 30'000;
};

} // namespace snowmelt
