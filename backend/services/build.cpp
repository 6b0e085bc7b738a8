// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

constexpr std::chrono::seconds sweepLimit{60}; ///< what a killed build left behind

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, BuildIntent intent)
{
    const Result<Done> swept = co_await operation->rooms().builder.sweep(operation->context().within(sweepLimit));
    if (!swept)
        co_return endedBy(swept, Safety::StoreAsBefore);
    const Result<ImageBuilder::Built> built = co_await operation->rooms().builder.build(
        operation->blueprint(), intent.image, intent.fromScratch, operation->voice(), operation->context());
    co_return endedBy(built, Safety::StoreAsBefore);
}

} // namespace snowmelt
