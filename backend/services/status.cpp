// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/usage.h"
#include "backend/services/drift_telling.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/verbs.h"
#include "models/domain/each_node.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool asBlueprintSays(const GroupState& group)
{
    const auto good = [&](const NodeState& node) {
        return node.health == Health::Healthy && node.image == group.blueprintImage;
    };
    return group.nodes.size() == group.wanted && std::all_of(group.nodes.begin(), group.nodes.end(), good);
}

/// The platform has no way of asking whether a part is well.
bool nobodyKnows(const FleetState& fleet)
{
    return std::ranges::any_of(fleet.allNodes(), [](const NodeState* node) { return node->health == Health::Unknown; });
}

OutcomeKind judge(const FleetState& fleet)
{
    if (!fleet.complete() || nobodyKnows(fleet))
        return OutcomeKind::Incomplete;
    const bool groups = std::all_of(fleet.groups.begin(), fleet.groups.end(), asBlueprintSays);
    const auto healthy = [](const auto& part) { return part.node.health == Health::Healthy; };
    const bool others = std::all_of(fleet.balancers.begin(), fleet.balancers.end(), healthy) &&
                        std::all_of(fleet.databases.begin(), fleet.databases.end(), healthy);
    return groups && others ? OutcomeKind::Done : OutcomeKind::Differences;
}

/// Two looks at each processor, and the engine's own time.
constexpr std::chrono::seconds usageLimit{15};

Task<QMap<QString, Utilisation>> usageOf(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet)
{
    Usage* usage = fleet->platform->usage();
    if (!usage)
        co_return Error{ErrorCode::Unsupported, {QStringLiteral("utilisation"), fleet->platform->kind()}, {}};
    const Result<QMap<QString, Utilisation>> used =
        co_await usage->measure(fleet->key(), operation->context().within(usageLimit));
    co_return used;
}

void note(FleetState& fleet, const QMap<QString, Utilisation>& used)
{
    eachNode(fleet, [&used](NodeState& node) {
        if (const auto own = used.constFind(node.name); own != used.cend())
            node.utilisation = *own;
    });
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, StatusIntent intent)
{
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (fleet.failed() && fleet.error().code == ErrorCode::FleetNotUp) {
        operation->say(FleetObserved{absentFleet(operation->blueprint())});
        co_return Finished{OutcomeKind::Differences, Safety::Unchanged, std::nullopt, 0};
    }
    if (!fleet)
        co_return endedBy(fleet, Safety::Unchanged);
    const Result<FleetState> seen = co_await lookAtFleet(operation, *fleet);
    if (!seen)
        co_return endedBy(seen, Safety::Unchanged);
    FleetState state = *seen;
    std::optional<Error> unseen;
    if (intent.utilisation) {
        const Result<QMap<QString, Utilisation>> used = co_await usageOf(operation, *fleet);
        if (used.cancelled())
            co_return endedBy(used, Safety::Unchanged);
        used.ok() ? note(state, *used) : void(unseen = used.error());
    }
    operation->say(FleetObserved{state});
    if (operation->rooms().journalError)
        tellStoreTrouble(*operation, {StoreGap::LastDrift, *operation->rooms().journalError});
    co_return Finished{unseen ? OutcomeKind::Incomplete : judge(state), Safety::Unchanged, unseen, 0};
}

} // namespace snowmelt
