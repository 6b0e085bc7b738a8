// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/control.h"

#include <algorithm>
#include <utility>

namespace snowmelt {

std::optional<Error> DeployControl::tell(Command command, const QString& person, int seconds)
{
    if (!attached())
        return m_loss ? m_loss : Error{ErrorCode::NotNow, {verbOf(command), m_plan.group, u"notStarted"_qs}, {}};
    const std::optional<Error> refused = m_loss ? m_loss : refusal(command, m_plan, m_state);
    m_emit(Controlled{command, person, seconds, refused});
    if (refused)
        return refused;
    // A record that could not be written turns the deployment round: then there is nothing left to obey.
    if (const std::optional<Error> late = refusal(command, m_plan, m_state))
        return late;
    obey(command, seconds);
    // Whoever waits asks for the next one, so this one is replaced before it fires.
    std::exchange(m_next, CancelSource()).cancel();
    return {};
}

void DeployControl::lose(const Error& error)
{
    if (m_loss)
        return;
    m_loss = error;
    m_lost.cancel();
}

void DeployControl::noteWith(NoteAhead noteAhead)
{
    m_noteAhead = std::move(noteAhead);
}

Task<Done> DeployControl::noteAhead(EventBody body, CallContext context)
{
    if (!m_noteAhead)
        co_return Done{};
    Task<Done> noting = m_noteAhead(std::move(body), std::move(context));
    const Result<Done> noted = co_await noting;
    co_return noted;
}

void DeployControl::obey(Command command, int seconds)
{
    switch (command) {
    case Command::RollBack:
        goBack();
        m_rollBack.cancel();
        break;
    case Command::Abort:
        m_state.aborting = true;
        m_state.paused = false;
        m_abort.cancel();
        break;
    case Command::Pause:
        m_state.paused = true;
        stand();
        break;
    case Command::Continue: {
        const bool stood = stands();
        m_state.paused = false;
        if (stood)
            m_emit(Continued{m_standsAt});
        break;
    }
    case Command::ExtendDrain:
        m_extension += std::max(0, seconds);
        break;
    }
}

void DeployControl::attach(const Plan& plan, Emit emit)
{
    m_plan = plan;
    m_emit = std::move(emit);
    m_state = {};
    m_extension = 0; // of another batch's drain
}

void DeployControl::detach()
{
    m_emit = nullptr;
    m_standsAt = -1;
}

void DeployControl::begin(int step)
{
    m_state.step = step;
}

void DeployControl::goBack()
{
    m_state.goingBack = true;
    m_state.paused = false;
}

void DeployControl::mayStandAt(int step)
{
    if (std::exchange(m_standsAt, step) != step)
        stand();
}

void DeployControl::mayNotStand()
{
    m_standsAt = -1;
}

void DeployControl::stand()
{
    if (!stands())
        return;
    m_emit(Paused{m_standsAt});
    m_emit(Progress{Phase::Paused, {}, 0, 0});
}

} // namespace snowmelt
