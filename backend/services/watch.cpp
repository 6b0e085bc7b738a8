// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/completion.h"
#include "backend/execution/interruption.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/open_deployments.h"
#include "backend/services/scheduled_scans.h"
#include "backend/services/verbs.h"
#include "models/domain/each_node.h"

#include <QTimer>

namespace snowmelt {

namespace {

/// Balancer counters and health answers have no event of their own; nodes have one and are looked at sooner.
constexpr std::chrono::seconds lookInterval{1};

/// Ends at the platform's next change of this fleet, after the interval, or at a cancel.
QCoro::Task<> nextOccasion(std::shared_ptr<const FleetAccess> fleet, CallContext context)
{
    Completion occasion;
    QObject here;
    if (fleet) {
        QObject::connect(fleet->platform, &Platform::changed, &here, [fleet, occasion](const QString& id) mutable {
            if (id == fleet->lease.fleetId)
                occasion.fire();
        });
    }
    QTimer::singleShot(lookInterval, &here, [occasion]() mutable { occasion.fire(); });
    const Interruption interruption(context, [occasion]() mutable { occasion.fire(); });
    co_await occasion;
}

void tellLastDrift(Operation& operation, const FleetState& fleet)
{
    if (!operation.rooms().journal)
        return;
    const auto reports = operation.rooms().journal->lastDrift(operation.blueprint().name);
    if (!reports)
        return;
    for (const DriftReport& report : reports.value()) {
        const NodeState* node = fleet.findNode(report.node);
        if (node && node->digest == report.baselineDigest && node->bornAt <= report.scannedAt)
            operation.say(NodeScanned{report});
    }
}

/// What nobody works on, when it is another than was told last.
void tellOpen(Operation& operation, const FleetState& fleet, QList<OpenDeployment>& told)
{
    const QList<OpenDeployment> open = abandonedDeployments(operation, fleet);
    if (open == told)
        return;
    told = open;
    operation.say(OpenDeploymentsSeen{open});
}

/// The platform's events for as long as it lives.
class Watching
{
public:
    ~Watching() { stop(); }
    void follow(std::shared_ptr<const FleetAccess> fleet)
    {
        if (m_fleet == fleet)
            return;
        stop();
        m_fleet = std::move(fleet);
        if (m_fleet)
            m_fleet->platform->watch(m_fleet->key());
    }

private:
    void stop()
    {
        if (m_fleet)
            m_fleet->platform->unwatch(m_fleet->key());
    }
    std::shared_ptr<const FleetAccess> m_fleet;
};

void makeUnknown(NodeState& node, const QString& reason)
{
    node.health = Health::Unknown;
    node.healthReason = reason;
    node.share = 0;
    node.requestRate = 0;
    node.check.reset();
}

/// What was seen last, and as of then: a platform that does not answer does not say that its nodes are gone.
FleetState blindFleet(FleetState last, const Error& error)
{
    eachNode(last, [&error](NodeState& node) { makeUnknown(node, error.detail); });
    last.blind = {error};
    return last;
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, WatchIntent intent)
{
    std::shared_ptr<const FleetAccess> fleet;
    Watching watching;
    ScheduledScans scans(operation, intent.scanSeconds);
    bool driftTold = false;
    QList<OpenDeployment> open;
    const auto marks = std::make_shared<SlotMarks>();
    FleetState last = absentFleet(operation->blueprint());
    while (!operation->context().cancel.isCancelled()) {
        if (!fleet) {
            const Result<std::shared_ptr<const FleetAccess>> opened = co_await openFleet(operation);
            if (opened) {
                fleet = *opened;
                watching.follow(fleet);
            } else if (opened.failed()) {
                const bool absent = opened.error().code == ErrorCode::FleetNotUp;
                const FleetState none = absentFleet(operation->blueprint());
                operation->say(FleetObserved{absent ? none : blindFleet(none, opened.error())});
            }
        }
        if (fleet) {
            const Result<FleetState> seen = co_await lookAtFleet(operation, fleet, marks);
            if (seen) {
                last = *seen;
                operation->say(FleetObserved{last});
                tellOpen(*operation, last, open);
                if (!std::exchange(driftTold, true))
                    tellLastDrift(*operation, *seen);
                co_await scans.follow(fleet, last);
            } else if (seen.failed()) {
                operation->say(FleetObserved{blindFleet(last, seen.error())});
            }
            // A lease may go and come again (`down --volumes`, `up`) in another process.
            const Result<FleetLease> lease = leaseOf(operation->rooms(), operation->blueprint());
            if (lease && lease->fleetId != fleet->lease.fleetId) {
                co_await scans.stop();
                watching.follow(nullptr);
                fleet = nullptr;
                last = absentFleet(operation->blueprint());
                driftTold = false;
                marks->clear();
            }
        }
        co_await nextOccasion(fleet, operation->context());
    }
    co_await scans.stop();
    co_return Finished{OutcomeKind::Cancelled, Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
