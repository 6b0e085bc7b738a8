// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/scan_round.h"
#include "backend/drift/scanner.h"
#include "backend/services/chosen_nodes.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

struct Tally
{
    bool differences = false;
    bool incomplete = false;
    int done = 0;
};

void tell(Operation& operation, const QString& node, const Result<DriftReport>& scanned, Tally& tally, int total)
{
    ++tally.done;
    if (scanned) {
        tally.differences |= !scanned->differences.isEmpty();
        tally.incomplete |= !scanned->complete();
        operation.say(NodeScanned{*scanned});
    } else if (scanned.failed()) {
        tally.incomplete = true;
        operation.say(NodeUnseen{node, scanned.error()});
    }
    operation.say(Progress{Phase::ScanningNode, {node}, tally.done, total});
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, ScanIntent intent)
{
    const Result<std::shared_ptr<const FleetAccess>> opened = co_await openFleet(operation);
    if (!opened)
        co_return endedBy(opened, Safety::Unchanged);
    const std::shared_ptr<const FleetAccess> fleet = *opened;
    const Result<QList<NodeFacts>> listed =
        co_await fleet->platform->observe()->list(fleet->key(), operation->context().within(nodesListLimit));
    if (!listed)
        co_return endedBy(listed, Safety::Unchanged);
    const Result<QList<NodeFacts>> nodes = intent.nodes.isEmpty() ? listed : nodesNamed(*listed, intent.nodes);
    if (!nodes)
        co_return endedBy(nodes, Safety::Unchanged);

    Tally tally;
    const int total = static_cast<int>(nodes->size());
    ScanRound<DriftReport> round;
    round.nodes = *nodes;
    round.scan = [operation, fleet](const NodeFacts& node) {
        return scanNode(fleet, node, operation->rooms().store, operation->context().within(nodeLookLimit));
    };
    round.begun = [&](const NodeFacts& node) {
        operation->say(Progress{Phase::ScanningNode, {node.name}, tally.done, total});
    };
    round.ended = [&](const NodeFacts& node, const Result<DriftReport>& scanned) {
        tell(*operation, node.name, scanned, tally, total);
    };
    QCoro::Task<> scanning = scanAll(round);
    co_await scanning;
    if (operation->context().cancel.isCancelled())
        co_return Finished{OutcomeKind::Cancelled, Safety::Unchanged, std::nullopt, 0};
    const OutcomeKind outcome = tally.incomplete    ? OutcomeKind::Incomplete
                                : tally.differences ? OutcomeKind::Differences
                                                    : OutcomeKind::Done;
    co_return Finished{outcome, Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
