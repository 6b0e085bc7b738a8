// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/blocking.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

Task<QList<ImageRecord>> survey(OperationPtr operation)
{
    const ImageBuilder builder = operation->rooms().builder;
    const Blueprint blueprint = operation->blueprint();
    const std::function<Result<QList<ImageRecord>>()> work = [builder, blueprint] { return builder.survey(blueprint); };
    Result<QList<ImageRecord>> images = co_await runBlocking<QList<ImageRecord>>(work);
    co_return images;
}

/// How many nodes run each image; a fleet that is not up or cannot be asked counts none.
Task<Done> countNodes(OperationPtr operation, QList<ImageRecord>* images)
{
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (!fleet)
        co_return Done{};
    const Result<QList<NodeFacts>> nodes = co_await fleet.value()->platform->observe()->list(
        fleet.value()->key(), operation->context().within(std::chrono::seconds(20)));
    if (!nodes)
        co_return Done{};
    for (ImageRecord& image : *images) {
        for (const NodeFacts& node : *nodes)
            image.nodes += !image.digest.isNull() && node.digest == image.digest ? 1 : 0;
    }
    co_return Done{};
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, ImagesIntent)
{
    Result<QList<ImageRecord>> images = co_await survey(operation);
    if (!images)
        co_return endedBy(images, Safety::Unchanged);
    QList<ImageRecord> records = images.take();
    // Without images nodes need not be asked for: those that were there before are far away.
    Result<Done> counted = Done{};
    if (!records.isEmpty())
        counted = co_await countNodes(operation, &records);
    if (operation->context().cancel.isCancelled())
        co_return Finished{OutcomeKind::Cancelled, Safety::Unchanged, std::nullopt, 0};
    operation->say(ImagesListed{records});
    co_return endedBy(counted, Safety::Unchanged, Safety::Unchanged);
}

} // namespace snowmelt
