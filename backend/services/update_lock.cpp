// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

/// Also another process may have been killed since this one began. Only what is written is tried before.
Task<Done> sweptBefore(OperationPtr operation, UpdateLockIntent intent)
{
    ImageBuilder& builder = operation->rooms().builder;
    return intent.write ? builder.sweep(operation->context()) : builder.sweepFolders();
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, UpdateLockIntent intent)
{
    const Safety stopped = intent.write ? Safety::StoreAsBefore : Safety::Unchanged;
    const Result<Done> swept = co_await sweptBefore(operation, intent);
    if (!swept)
        co_return endedBy(swept, stopped);
    const Result<bool> moved = co_await operation->rooms().builder.updateLocks(
        operation->blueprint(), intent.image, intent.write, operation->voice(), operation->context());
    if (moved && *moved)
        co_return Finished{OutcomeKind::Differences, Safety::Unchanged, std::nullopt, 0};
    co_return endedBy(moved, stopped, intent.write ? Safety::AsWanted : Safety::Unchanged);
}

} // namespace snowmelt
