// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/execute_plan.h"

#include "backend/deploy/deployer.h"
#include "backend/services/leasing.h"
#include "backend/services/open_deployments.h"
#include "backend/store/person.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// Each code once, in the order of the checks.
QStringList warningsOf(const Plan& plan)
{
    QStringList codes;
    for (const PlanCheck& check : plan.checks) {
        if (check.verdict == Verdict::Warn && !codes.contains(check.code))
            codes.append(check.code);
    }
    return codes;
}

} // namespace

std::optional<Error> stillOpen(const Operation& operation)
{
    const auto open = openRecordOf(operation, operation.group());
    return open ? std::optional(Error{ErrorCode::DeploymentOpen, {operation.group(), open->open.verb}, {}})
                : std::nullopt;
}

std::optional<Error> whyNot(const Operation& operation, const Plan& plan, const QStringList& accepted)
{
    const auto blocks = [](const PlanCheck& check) { return check.verdict == Verdict::Block; };
    const auto blocking = std::ranges::find_if(plan.checks, blocks);
    if (blocking != plan.checks.cend())
        return Error{ErrorCode::CheckBlocked, QStringList{blocking->code} + blocking->args, {}};
    QStringList missing = warningsOf(plan);
    missing.removeIf([&accepted](const QString& code) { return accepted.contains(code); });
    if (!missing.isEmpty())
        return Error{ErrorCode::WarningNotAccepted, {missing.join(u", "_qs)}, {}};
    return operation.journalFailure();
}

QCoro::Task<Finished> executePlan(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, FleetState seen,
                                  Plan plan, ImageRecord image, QStringList accepted)
{
    // Asked before the plan is in the journal: what is refused leaves no open deployment behind.
    if (const auto refused = whyNot(*operation, plan, accepted))
        co_return failedWith(*refused, Safety::NothingTouched);
    operation->say(FleetObserved{seen});
    // Whoever hears of the plan may find it with the lease, also when this process dies the moment it is told.
    const Result<Done> noted = co_await notePlan(operation, plan, Reached());
    if (!noted)
        co_return endedBy(noted, Safety::NothingTouched);
    operation->say(PlanMade{plan});
    if (const QStringList warnings = warningsOf(plan); !warnings.isEmpty())
        operation->say(WarningsAccepted{warnings, personAtHost()});
    if (operation->journalFailure())
        co_return failedWith(*operation->journalFailure(), Safety::NothingTouched);
    const Result<DeployEnd> end = co_await deploy(fleet, plan, image, operation->rooms().store.layoutFolder(),
                                                  operation->voice(), operation->control(), operation->context());
    if (!end)
        co_return endedBy(end, Safety::Uncertain);
    co_return Finished{end->outcome, end->safety, end->error, 0};
}

} // namespace snowmelt
