// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/start_state.h"

#include <algorithm>

namespace snowmelt {

CheckCount countChecks(const QList<PlanCheck>& checks)
{
    CheckCount count;
    for (const PlanCheck& check : checks)
        ++(check.verdict == Verdict::Pass ? count.pass : check.verdict == Verdict::Warn ? count.warn : count.block);
    return count;
}

QList<PlanCheck> gravestFirst(QList<PlanCheck> checks)
{
    std::stable_sort(checks.begin(), checks.end(),
                     [](const PlanCheck& a, const PlanCheck& b) { return int(a.verdict) > int(b.verdict); });
    return checks;
}

QStringList StartState::acceptedCodes() const
{
    QStringList codes;
    for (const PlanCheck& check : accepted)
        codes.append(check.code);
    codes.removeDuplicates();
    return codes;
}

StartState startState(const QList<PlanCheck>& checks, const QList<PlanCheck>& accepted)
{
    StartState state;
    for (const PlanCheck& check : checks) {
        if (check.verdict == Verdict::Block)
            state.blocking.append(check);
        else if (check.verdict == Verdict::Warn)
            (accepted.contains(check) ? state.accepted : state.missing).append(check);
    }
    return state;
}

bool promisesTheSame(const Plan& shown, const Plan& later)
{
    return shown.blue == later.blue && shown.green == later.green && shown.to == later.to &&
           shown.toDigest == later.toDigest && shown.steps.size() == later.steps.size();
}

} // namespace snowmelt
