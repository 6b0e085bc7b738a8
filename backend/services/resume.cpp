// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_steps.h"
#include "backend/services/image_trust.h"
#include "backend/services/leasing.h"
#include "backend/services/open_deployments.h"
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

QCoro::Task<Finished> tellOpen(OperationPtr operation, FleetState seen)
{
    const QList<OpenDeployment> open = abandonedDeployments(*operation, seen);
    operation->say(OpenDeploymentsSeen{open});
    const OutcomeKind outcome = open.isEmpty() ? OutcomeKind::Done : OutcomeKind::Differences;
    co_return Finished{outcome, Safety::Unchanged, std::nullopt, 0};
}

/// The deployment's own end, in its own journal: what ended well is settled there, what did not stays open.
void recordEnd(const OperationPtr& operation, const OpenRecord& record, Way way, const DeployEnd& end)
{
    Journal& journal = *operation->rooms().journal;
    const Finished finished{end.outcome, end.safety, end.error, 0};
    // A record that cannot be written leaves the deployment open: it can be resumed again.
    const Result<Done> appended = journal.append({record.operation, QDateTime::currentDateTimeUtc(), finished});
    if (appended && way == Way::Adopt && end.outcome == OutcomeKind::Done)
        (void)journal.closeDeployment(record.operation);
}

/// A plan nobody can read any more cannot be continued or undone, only forgotten.
Finished forget(const OperationPtr& operation, const OpenRecord& record)
{
    const Result<Done> closed = operation->rooms().journal->closeDeployment(record.operation);
    return endedBy(closed, Safety::Unchanged, Safety::Unchanged);
}

QCoro::Task<Finished> takeUp(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, FleetState seen,
                             OpenRecord record, Way way)
{
    const Plan plan = record.open.plan;
    if (const auto refused = refusal(way, judged(record.open, seen)))
        co_return failedWith(*refused, Safety::NothingTouched);
    const Result<ImageRecord> image = imageFor(*operation, plan.to);
    const bool makesGreen = way == Way::Continue && record.reached.step <= 1;
    if (!image && makesGreen)
        co_return endedBy(image, Safety::NothingTouched);
    const ImageRecord known = image.ok() ? *image : ImageRecord();
    if (makesGreen) {
        const Result<Done> trusted = co_await checkTrust(operation, known);
        if (!trusted)
            co_return endedBy(trusted, Safety::NothingTouched);
    }
    const QString layout = operation->rooms().store.layoutFolder();
    const Emit voice = operation->voiceFor(record.operation);
    operation->say(FleetObserved{seen});
    const Result<Done> noted = co_await notePlan(operation, plan, record.reached);
    if (!noted)
        co_return endedBy(noted, Safety::Uncertain); // of a deployment that stays open, here and with its lease
    voice(PlanMade{plan});
    if (operation->journalFailure())
        co_return failedWith(*operation->journalFailure(), Safety::Uncertain);
    const Result<DeployEnd> end = co_await resumeDeployment(fleet, plan, known, layout, record.reached, way, voice,
                                                            operation->control(), operation->context());
    if (end.cancelled())
        co_return endedBy(end, Safety::Uncertain); // before it began
    const DeployEnd ended = end.ok() ? *end : DeployEnd{OutcomeKind::Failed, Safety::Uncertain, end.error()};
    recordEnd(operation, record, way, ended);
    // Blue serving is what this was asked for; the deployment it ended was cancelled by it.
    const bool asAsked = way == Way::RollBack && ended.outcome == OutcomeKind::Cancelled && !ended.error;
    co_return Finished{asAsked ? OutcomeKind::Done : ended.outcome, ended.safety, ended.error, 0};
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, ResumeIntent intent)
{
    const Rooms& rooms = operation->rooms();
    if (!rooms.journal)
        co_return failedWith(*rooms.journalError, Safety::NothingTouched);
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (!fleet)
        co_return endedBy(fleet, Safety::NothingTouched);
    const Result<std::shared_ptr<FleetLeases>> leases = co_await leasesOf(operation);
    if (leases.ok() && *leases) {
        const Result<LeaseReading> reading = co_await (*leases)->read(operation->context());
        if (reading)
            learnFromLeases(*operation, *reading);
    }
    const Result<FleetState> seen = co_await lookAtFleet(operation, *fleet);
    if (!seen)
        co_return endedBy(seen, Safety::NothingTouched);
    if (!intent.way) {
        const Finished told = co_await tellOpen(operation, *seen);
        co_return told;
    }
    const std::optional<OpenRecord> record = openRecordOf(*operation, operation->group());
    if (!record)
        co_return failedWith({ErrorCode::DeploymentUnknown, {operation->group()}, {}}, Safety::NothingTouched);
    if (record->open.plan.steps.isEmpty() && *intent.way == Way::Adopt)
        co_return forget(operation, *record);
    const Finished finished = co_await takeUp(operation, *fleet, *seen, *record, *intent.way);
    co_return finished;
}

} // namespace snowmelt
