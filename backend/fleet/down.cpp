// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/up.h"

#include "models/domain/blueprint/volumes.h"

#include <vector>

namespace snowmelt {

namespace {

Task<Done> removeNodes(std::shared_ptr<const FleetAccess> fleet, Emit emit, FleetTiming timing, CallContext context)
{
    Task<QList<NodeFacts>> listing = fleet->platform->observe()->list(fleet->key(), context.within(timing.callLimit));
    const Result<QList<NodeFacts>> nodes = co_await listing;
    if (!nodes)
        co_return nodes.as<Done>();
    const int count = static_cast<int>(nodes->size());
    const CallContext each = context.within(timing.nodeLimitAmong(count));
    std::vector<Task<Done>> removing;
    for (const NodeFacts& node : *nodes) {
        emit(Progress{Phase::RemovingNode, {node.name}, static_cast<int>(removing.size()), count});
        removing.push_back(fleet->platform->provision()->destroy(fleet->key(), node.name, each));
    }
    Result<Done> outcome = Done{};
    for (Task<Done>& task : removing) {
        const Result<Done> removed = co_await task;
        if (outcome.ok() && !removed)
            outcome = removed;
    }
    co_return outcome;
}

} // namespace

Task<Done> takeDown(std::shared_ptr<const FleetAccess> fleet, bool volumes, Emit emit, CallContext context,
                    FleetTiming timing)
{
    Task<Done> opening = fleet->platform->open(context.within(timing.openLimit));
    const Result<Done> opened = co_await opening;
    if (!opened)
        co_return opened;
    Task<Done> removingNodes = removeNodes(fleet, emit, timing, context);
    const Result<Done> nodesGone = co_await removingNodes;
    if (!nodesGone)
        co_return nodesGone;
    emit(Progress{Phase::RemovingNetwork, {}, 0, 0});
    Task<Done> removingNetwork =
        fleet->platform->provision()->removeNetwork(fleet->key(), context.within(timing.callLimit));
    const Result<Done> networkGone = co_await removingNetwork;
    // Without a volume nothing is left that the lease is for.
    if (!networkGone || !(volumes || volumesEndWithFleet(fleet->blueprint)))
        co_return networkGone;
    emit(Progress{Phase::RemovingVolumes, {}, 0, 0});
    Task<Done> removingVolumes =
        fleet->platform->provision()->removeVolumes(fleet->key(), context.within(timing.callLimit));
    const Result<Done> volumesGone = co_await removingVolumes;
    if (!volumesGone)
        co_return volumesGone;
    co_return FleetRegistry(fleet->home).release(fleet->lease);
}

} // namespace snowmelt
