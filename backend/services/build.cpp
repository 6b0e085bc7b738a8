// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/verbs.h"

namespace snowmelt {

QCoro::Task<Finished> runVerb(OperationPtr operation, BuildIntent intent)
{
    // Also another process may have been killed since this one began.
    const Result<Done> swept = co_await operation->rooms().builder.sweep();
    if (!swept)
        co_return endedBy(swept, Safety::StoreAsBefore);
    if (intent.prove) {
        const Result<bool> same = co_await operation->rooms().builder.prove(operation->blueprint(), intent.image,
                                                                            operation->voice(), operation->context());
        Finished finished = endedBy(same, Safety::StoreAsBefore, Safety::StoreAsBefore);
        if (same && !*same)
            finished.outcome = OutcomeKind::Differences;
        co_return finished;
    }
    const Result<ImageBuilder::Built> built =
        co_await operation->rooms().builder.build(operation->blueprint(), intent.image, intent.fromScratch,
                                                  operation->voice(), operation->context(), intent.keepFailed);
    co_return endedBy(built, Safety::StoreAsBefore);
}

} // namespace snowmelt
