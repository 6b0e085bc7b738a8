// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/scan_round.h"
#include "backend/services/chosen_nodes.h"
#include "backend/services/drift_telling.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/scan_work.h"
#include "backend/services/verbs.h"

#include <algorithm>

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
        tellReport(operation, *scanned);
    } else if (scanned.failed()) {
        tally.incomplete = true;
        operation.say(NodeUnseen{node, scanned.error()});
    }
    operation.say(Progress{Phase::ScanningNode, {node}, tally.done, total});
}

/// The baseline of a node with a birth image is that image.
std::optional<Error> cannotAccept(const ScanIntent& intent, const QList<NodeFacts>& nodes)
{
    const auto born = std::ranges::find_if(nodes, [](const NodeFacts& node) { return !node.digest.isNull(); });
    if (!intent.accept || born == nodes.end())
        return std::nullopt;
    return Error{ErrorCode::Unsupported, {QStringLiteral("scan --accept"), born->name}, {}};
}

Error unkept(const Operation& operation)
{
    return {ErrorCode::FileUnwritable, {QString(operation.rooms().home + QStringLiteral("/looks"))}, {}};
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, ScanIntent intent)
{
    const QStringList names = intent.nodes;
    const NodeChoice chosen = [names](const NodeFacts& node) { return names.isEmpty() || names.contains(node.name); };
    const Result<ListedFleet> listed = co_await listFleet(operation, chosen);
    if (!listed)
        co_return endedBy(listed, Safety::Unchanged);
    const std::shared_ptr<const FleetAccess> fleet = listed->access;
    const Result<QList<NodeFacts>> nodes =
        names.isEmpty() ? Result<QList<NodeFacts>>(listed->nodes) : nodesNamed(listed->nodes, names);
    if (!nodes)
        co_return endedBy(nodes, Safety::Unchanged);

    if (const std::optional<Error> refused = cannotAccept(intent, *nodes))
        co_return failedWith(*refused, Safety::Unchanged);

    const ScanWorkPtr work = co_await beginScans(operation, fleet, intent, listed->nodes);
    Tally tally;
    const int total = static_cast<int>(nodes->size());
    ScanRound<DriftReport> round;
    round.nodes = *nodes;
    round.scan = [work](const NodeFacts& node) { return scanOf(work, node); };
    round.begun = [&](const NodeFacts& node) {
        operation->say(Progress{Phase::ScanningNode, {node.name}, tally.done, total});
    };
    round.ended = [&](const NodeFacts& node, const Result<DriftReport>& scanned) {
        tell(*operation, node.name, scanned, tally, total);
        noteScanned(*work, node, scanned);
    };
    QCoro::Task<> scanning = scanAll(round);
    co_await scanning;
    Task<Done> keeping = keepScans(work);
    const Result<Done> kept = co_await keeping;
    if (operation->context().cancel.isCancelled())
        co_return Finished{OutcomeKind::Cancelled, Safety::Unchanged, std::nullopt, 0};
    if (intent.accept && !kept)
        co_return endedBy(kept, Safety::Unchanged);
    if (intent.accept && work->looksKept + work->unscanned.size() < nodes->size())
        co_return failedWith(work->looks->trouble().value_or(unkept(*operation)), Safety::Unchanged);
    const OutcomeKind outcome = tally.incomplete    ? OutcomeKind::Incomplete
                                : tally.differences ? OutcomeKind::Differences
                                                    : OutcomeKind::Done;
    co_return Finished{outcome, Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
