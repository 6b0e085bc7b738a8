// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agree_on_plan.h"

#include "app/cli/cli_text.h"
#include "app/cli/consent.h"
#include "app/cli/operation_run.h"
#include "app/cli/print_plan.h"

#include <algorithm>

namespace snowmelt {
namespace {

const QString acceptOption = QStringLiteral("--accept");

/// Why this plan may not start; nullopt: it may.
std::optional<Error> reasonAgainst(const Plan& plan, const QStringList& unaccepted)
{
    for (const PlanCheck& check : plan.checks) {
        if (check.verdict == Verdict::Block)
            return Error{ErrorCode::CheckBlocked, QStringList{check.code} + check.args, {}};
    }
    if (!unaccepted.isEmpty())
        return Error{ErrorCode::WarningNotAccepted, {unaccepted.join(QStringLiteral(", "))}, {}};
    return std::nullopt;
}

std::optional<Error> reasonWithoutPlan(const Finished& finished)
{
    if (finished.outcome != OutcomeKind::Done && finished.outcome != OutcomeKind::Differences)
        return std::nullopt; // its own
    return Error{ErrorCode::Unexpected, {QStringLiteral("planning ended without a plan")}, {}};
}

QString question(const QString& consequence, const QStringList& warnings)
{
    if (warnings.isEmpty())
        return consequence;
    return consequence + u' ' +
           CliText::tr("“%1” also accepts these warnings: %2.")
               .arg(CliText::tr("yes"), warnings.join(QStringLiteral(", ")));
}

/// With --json stdout is the act's alone: the plan is for the eyes of whoever is asked.
void showPlan(const Call& call, const Plan& plan)
{
    const bool json = call.arguments.json();
    if (json && call.arguments.has(QStringLiteral("--yes")))
        return;
    const bool verbose = call.arguments.has(QStringLiteral("--verbose"));
    for (const Line& line : planLines(plan, verbose ? PlanDetail::Commands : PlanDetail::Steps)) {
        if (json)
            call.console.err(line);
        else
            call.console.out(line);
    }
}

/// The exit status when planning made no plan, or one that may not start; it has been told.
std::optional<int> whyStopped(const Call& call, const Reading& planned, const QStringList& accepted)
{
    const auto made = planned.last<PlanMade>();
    if (!made)
        return stopped(call, planned, reasonWithoutPlan(planned.finished));
    const bool byName = call.arguments.has(acceptOption);
    const QStringList unaccepted = byName ? warningsBeyond(made->plan, accepted) : QStringList();
    const std::optional<Error> reason = reasonAgainst(made->plan, unaccepted);
    return reason ? std::optional(stopped(call, planned, reason)) : std::nullopt;
}

} // namespace

Agreement agreeOnPlan(const Call& call, const PlanIntent& intent, const QString& consequence)
{
    Agreement agreement{refusalUnasked(call, consequence), intent.options, {}};
    if (agreement.refused)
        return agreement;
    const Reading planned = read(call, intent);
    const auto made = planned.last<PlanMade>();
    if (made)
        showPlan(call, made->plan);
    if (const auto end = whyStopped(call, planned, intent.options.accepted)) {
        agreement.refused = end;
        return agreement;
    }
    const QStringList warnings = warningsBeyond(made->plan, {});
    agreement.refused = refusal(call, question(consequence, warnings));
    if (!call.arguments.has(acceptOption))
        agreement.options.accepted = warnings;
    agreement.shown = {made->plan.checks, warnings, {}};
    if (!agreement.refused && !warnings.isEmpty() && !call.arguments.json())
        call.console.out(acceptedText(warnings));
    return agreement;
}

} // namespace snowmelt
