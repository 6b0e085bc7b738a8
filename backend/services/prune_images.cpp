// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/stoppable_impl.h"
#include "backend/image/store_pruning.h"
#include "backend/services/image_needs.h"
#include "backend/services/verbs.h"

#include <algorithm>

namespace snowmelt {

namespace {

Task<PrunedStore> prune(OperationPtr operation, PruneImagesIntent intent)
{
    const Result<ImageNeeds> found = co_await imageNeeds(operation, intent.keep);
    if (!found)
        co_return found.as<PrunedStore>();
    const ImageNeeds needs = *found;
    const QString home = operation->rooms().home;
    const bool remove = intent.remove;
    const std::function<Result<PrunedStore>(StopFlag)> work = [home, needs, remove](const StopFlag& stop) {
        return pruneStore(home, needs, remove, stop);
    };
    const Result<PrunedStore> pruned = co_await runStoppable<PrunedStore>(work, operation->context());
    co_return pruned;
}

bool isAllAsked(const Pruning& pruning)
{
    return std::ranges::none_of(pruning.kept,
                                [](const KeptImage& kept) { return kept.reason == KeepReason::NotAsked; });
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, PruneImagesIntent intent)
{
    const Result<PrunedStore> pruned = co_await prune(operation, intent);
    if (!pruned)
        co_return endedBy(pruned, Safety::Unchanged);
    const Pruning& pruning = pruned->pruning;
    operation->say(ImagesPruned{pruning});
    if (pruned->left)
        co_return failedWith(*pruned->left, Safety::Uncertain);
    const OutcomeKind outcome = isAllAsked(pruning) ? OutcomeKind::Done : OutcomeKind::Incomplete;
    co_return Finished{outcome, intent.remove ? Safety::AsWanted : Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
