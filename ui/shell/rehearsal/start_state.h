// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/plan.h"

namespace snowmelt {

/// How many checks of a plan say what.
struct CheckCount
{
    int pass = 0;
    int warn = 0;
    int block = 0;
    bool operator==(const CheckCount&) const = default;
};
CheckCount countChecks(const QList<PlanCheck>& checks);
/// The grave ones first, otherwise in the plan's order.
QList<PlanCheck> gravestFirst(QList<PlanCheck> checks);

/// What stands between a plan and its start. `accepted`: the warnings a person has accepted, one by one.
struct StartState
{
    QList<PlanCheck> blocking;
    QList<PlanCheck> missing;  ///< warnings nobody has accepted
    QList<PlanCheck> accepted; ///< warnings of this plan that were

    bool isReady() const { return blocking.isEmpty() && missing.isEmpty(); }
    QStringList acceptedCodes() const; ///< each once, for DeployOptions::accepted
    bool operator==(const StartState&) const = default;
};
StartState startState(const QList<PlanCheck>& checks, const QList<PlanCheck>& accepted);

/// A plan made later says the same: the same nodes go and come, from the same image. Free memory may have changed.
bool promisesTheSame(const Plan& shown, const Plan& later);

} // namespace snowmelt
