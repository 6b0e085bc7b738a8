// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/interruption.h"

#include <utility>

namespace snowmelt {

Interruption::Interruption(const CallContext& context, std::function<void()> interrupt)
    : m_token(context.cancel), m_interrupt(std::move(interrupt))
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { fire(Cause::Deadline); });
    if (!context.deadline.isForever()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(context.deadline.remainingTimeAsDuration());
        m_seconds = (left.count() + 500) / 1000;
        m_timer.start(left);
    }
    m_cancelId = m_token.onCancel([this] { fire(Cause::Cancel); });
}

Interruption::~Interruption()
{
    m_token.forget(m_cancelId);
}

void Interruption::fire(Cause cause)
{
    if (m_cause != Cause::None)
        return;
    m_cause = cause;
    m_timer.stop();
    m_interrupt();
}

} // namespace snowmelt
