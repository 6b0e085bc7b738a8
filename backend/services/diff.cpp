// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/node_look.h"
#include "backend/drift/scan_round.h"
#include "backend/execution/blocking.h"
#include "backend/services/chosen_nodes.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/kept_looks.h"
#include "backend/services/round_notes.h"
#include "backend/services/verbs.h"
#include "models/domain/drift/group_outcome.h"
#include "models/domain/drift/judge/judged.h"

#include <algorithm>
#include <optional>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds textsLimit{60};

/// What the looks found, by index of the node.
struct Looks
{
    QList<NodeFacts> nodes;
    QList<FactSheet> sheets; ///< one without `seenAt` for a node that could not be looked at
    QList<std::optional<Error>> errors;
    qsizetype done = 0;

    qsizetype indexOf(const QString& name) const
    {
        return std::ranges::find(nodes, name, &NodeFacts::name) - nodes.begin();
    }
};
using LooksPtr = std::shared_ptr<Looks>;

bool isMeant(const DiffIntent& intent, const NodeFacts& node)
{
    return intent.group.isEmpty() ? intent.nodes.contains(node.name) : node.group == intent.group;
}

Result<QList<NodeFacts>> nodesOf(const DiffIntent& intent, const QList<NodeFacts>& listed)
{
    if (intent.group.isEmpty())
        return nodesNamed(listed, intent.nodes);
    QList<NodeFacts> nodes;
    std::ranges::copy_if(listed, std::back_inserter(nodes),
                         [&](const NodeFacts& node) { return isMeant(intent, node); });
    if (nodes.isEmpty())
        return Error{ErrorCode::GroupUnknown, {intent.group}, {}};
    return nodes;
}

Result<QList<NodeFacts>> chosen(const DiffIntent& intent, const QList<NodeFacts>& listed)
{
    const Result<QList<NodeFacts>> nodes = nodesOf(intent, listed);
    const bool hasBaseline = intent.baseline.isEmpty() || !nodes.ok() ||
                             std::ranges::find(*nodes, intent.baseline, &NodeFacts::name) != nodes->end();
    if (!hasBaseline)
        return Error{ErrorCode::NodeUnknown, {intent.baseline}, {}};
    return nodes;
}

LooksPtr noLooksYet(const QList<NodeFacts>& nodes)
{
    const auto looks = std::make_shared<Looks>();
    looks->nodes = nodes;
    for (const NodeFacts& node : nodes)
        looks->sheets.append({node.name, {}, {}, {}});
    looks->errors.resize(nodes.size());
    return looks;
}

QCoro::Task<> lookAtAll(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, LooksPtr looks)
{
    const int total = int(looks->nodes.size());
    ScanRound<SheetPtr> round;
    round.nodes = looks->nodes;
    const auto pool = std::make_shared<RowPool>();
    const KeptLooksPtr kept = co_await beginLooks(operation);
    round.scan = [operation, fleet, pool, kept](const NodeFacts& node) {
        return lookAtNode(fleet->platform->exec(), node, pool, operation->context().within(nodeLookLimit),
                          hashPlace(*fleet, node), kept->keeping(node));
    };
    round.begun = [=](const NodeFacts& node) {
        operation->say(Progress{Phase::ScanningNode, {node.name}, int(looks->done), total});
    };
    round.ended = [=](const NodeFacts& node, const Result<SheetPtr>& seen) {
        const qsizetype index = looks->indexOf(node.name);
        if (seen.ok())
            looks->sheets[index] = **seen;
        else if (seen.failed())
            looks->errors[index] = seen.error();
        operation->say(Progress{Phase::ScanningNode, {node.name}, int(++looks->done), total});
    };
    QCoro::Task<> looking = scanAll(round);
    co_await looking;
    RoundNotes notes;
    notes.looks = takeLooks(*operation, *kept);
    Task<Done> writing = writeNotes(operation, notes);
    const Result<Done> written = co_await writing;
    static_cast<void>(written); // told
}

GroupDrift comparisonOf(const Looks& looks, const DiffIntent& intent, const QList<IgnoreRule>& rules)
{
    GroupDrift drift = groupDrift(looks.sheets, intent.baseline);
    drift.group = intent.group;
    QStringList groups; // of nodes that were picked each has its own
    for (qsizetype i = 0; i < drift.nodes.size(); ++i) {
        drift.nodes[i].error = looks.errors.at(i);
        groups.append(looks.nodes.at(i).group);
    }
    return judged(drift, rules, groups, QDateTime::currentDateTimeUtc().date());
}

Task<GroupDrift> compareAll(LooksPtr looks, DiffIntent intent, QList<IgnoreRule> rules)
{
    const std::function<Result<GroupDrift>()> work = [looks, intent, rules]() -> Result<GroupDrift> {
        return comparisonOf(*looks, intent, rules);
    };
    const Result<GroupDrift> drift = co_await runBlocking<GroupDrift>(work);
    co_return drift;
}

/// The texts of small files that differ, from each node that has one of them.
QCoro::Task<QMap<int, FetchedTexts>> fetchAll(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet,
                                              LooksPtr looks, GroupDrift drift)
{
    const QMap<int, TextsWanted> wanted = textsWanted(drift, looks->sheets);
    QMap<int, FetchedTexts> fetched;
    ScanRound<FetchedTexts> round;
    for (auto node = wanted.cbegin(); node != wanted.cend(); ++node)
        round.nodes.append(looks->nodes.at(node.key()));
    round.scan = [=](const NodeFacts& node) {
        return fetchTexts(fleet->platform->exec(), node, wanted.value(int(looks->indexOf(node.name))),
                          operation->context().within(textsLimit));
    };
    round.begun = [](const NodeFacts&) {};
    round.ended = [looks, &fetched](const NodeFacts& node, const Result<FetchedTexts>& texts) {
        if (texts.ok())
            fetched.insert(int(looks->indexOf(node.name)), *texts);
    };
    QCoro::Task<> fetching = scanAll(round);
    co_await fetching;
    co_return fetched;
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, DiffIntent intent)
{
    const NodeChoice meant = [intent](const NodeFacts& node) { return isMeant(intent, node); };
    const Result<ListedFleet> listed = co_await listFleet(operation, meant);
    if (!listed)
        co_return endedBy(listed, Safety::Unchanged);
    const std::shared_ptr<const FleetAccess> fleet = listed->access;
    const Result<QList<NodeFacts>> nodes = chosen(intent, listed->nodes);
    if (!nodes)
        co_return endedBy(nodes, Safety::Unchanged);

    const LooksPtr looks = noLooksYet(*nodes);
    QCoro::Task<> looking = lookAtAll(operation, fleet, looks);
    co_await looking;
    if (operation->context().cancel.isCancelled())
        co_return Finished{OutcomeKind::Cancelled, Safety::Unchanged, std::nullopt, 0};
    const QList<IgnoreRule> rules = ignoreRules(fleet->blueprint.drift);
    const Result<GroupDrift> compared = co_await compareAll(looks, intent, rules);
    if (!compared)
        co_return endedBy(compared, Safety::Unchanged);
    GroupDrift drift = *compared;
    const QMap<int, FetchedTexts> texts = co_await fetchAll(operation, fleet, looks, drift);
    addTexts(drift, texts);
    operation->say(NodesCompared{drift});
    co_return Finished{outcomeOf(drift), Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
