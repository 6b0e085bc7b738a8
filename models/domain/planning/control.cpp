// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/control.h"

#include "models/domain/code_names.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool hasDrained(const Plan& plan, int step)
{
    const auto isLater = [](const Step& one) { return one.kind == StepKind::Bake || one.noReturn; };
    const auto reached = plan.steps.cbegin() + std::min<qsizetype>(step + 1, plan.steps.size());
    return std::any_of(plan.steps.cbegin(), reached, isLater);
}

/// Empty: nothing is in the way.
QString reasonAgainst(Command command, const Plan& plan, const ControlState& state)
{
    if (state.goingBack)
        return u"goingBack"_qs;
    if (state.aborting)
        return u"aborting"_qs;
    if (isPastNoReturn(plan, state.step))
        return u"pastNoReturn"_qs;
    switch (command) {
    case Command::Pause:
        return state.paused ? u"paused"_qs : QString();
    case Command::Continue:
        return state.paused ? QString() : u"notPaused"_qs;
    case Command::ExtendDrain:
        return hasDrained(plan, state.step) ? u"drained"_qs : QString();
    case Command::RollBack:
    case Command::Abort:
        break;
    }
    return {};
}

} // namespace

std::optional<Error> refusal(Command command, const Plan& plan, const ControlState& state)
{
    const QString reason = reasonAgainst(command, plan, state);
    if (reason.isEmpty())
        return {};
    return Error{ErrorCode::NotNow, {verbOf(command), plan.group, reason}, {}};
}

bool isPastNoReturn(const Plan& plan, int step)
{
    const auto reached = plan.steps.cbegin() + std::clamp<qsizetype>(step + 1, 0, plan.steps.size());
    return std::any_of(plan.steps.cbegin(), reached, [](const Step& one) { return one.noReturn; });
}

QString verbOf(Command command)
{
    switch (command) {
    case Command::RollBack:
        return u"rollback"_qs;
    case Command::Pause:
        return u"pause"_qs;
    case Command::Continue:
        return u"continue"_qs;
    case Command::Abort:
        return u"abort"_qs;
    case Command::ExtendDrain:
        return u"extend-drain"_qs;
    }
    return {};
}

} // namespace snowmelt
