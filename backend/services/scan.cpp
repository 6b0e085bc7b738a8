// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/scan_round.h"
#include "backend/drift/scanner.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

constexpr std::chrono::seconds listLimit{20};
/// Above the sum of the probe's own limits per section: a slow section is "could not see", not the loss of the report.
constexpr std::chrono::seconds nodeLimit{1200};

struct Tally
{
    bool differences = false;
    bool incomplete = false;
    int done = 0;
};

Result<QList<NodeFacts>> chosen(const QList<NodeFacts>& nodes, const QStringList& names)
{
    if (names.isEmpty())
        return nodes;
    QList<NodeFacts> picked;
    for (const QString& name : names) {
        const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const NodeFacts& n) { return n.name == name; });
        if (found == nodes.end())
            return Error{ErrorCode::NodeUnknown, {name}, {}};
        picked.append(*found);
    }
    return picked;
}

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
        co_await fleet->platform->observe()->list(fleet->key(), operation->context().within(listLimit));
    if (!listed)
        co_return endedBy(listed, Safety::Unchanged);
    const Result<QList<NodeFacts>> nodes = chosen(*listed, intent.nodes);
    if (!nodes)
        co_return endedBy(nodes, Safety::Unchanged);

    Tally tally;
    const int total = static_cast<int>(nodes->size());
    ScanRound round;
    round.nodes = *nodes;
    round.scan = [operation, fleet](const NodeFacts& node) {
        return scanNode(fleet, node, operation->rooms().store, operation->context().within(nodeLimit));
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
