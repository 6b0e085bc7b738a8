// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/blocking.h"
#include "backend/image/stoppable_impl.h"
#include "backend/image/store_check.h"
#include "backend/services/verbs.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// What a crash leaves is no damage.
bool isDamaged(const StoreCheck& check)
{
    return std::ranges::any_of(check.damage, [](const StoreDamage& one) { return one.fault != StoreFault::Unnamed; });
}

Task<QList<BlobLook>> lookAtBlobs(OperationPtr operation, QStringList blobs)
{
    const QString folder = operation->rooms().store.layoutFolder();
    const int total = static_cast<int>(blobs.size());
    QList<BlobLook> looks;
    for (const QString& hex : blobs) {
        operation->say(Progress{Phase::Looking, {}, static_cast<int>(looks.size()), total});
        const std::function<Result<BlobLook>(StopFlag)> work = [folder, hex](const StopFlag& stop) {
            return lookAtBlob(folder, hex, stop);
        };
        const Result<BlobLook> look = co_await runStoppable<BlobLook>(work, operation->context());
        if (!look)
            co_return look.as<QList<BlobLook>>();
        looks.append(*look);
    }
    co_return looks;
}

Task<StoreCheck> checkStore(OperationPtr operation)
{
    const QString folder = operation->rooms().store.layoutFolder();
    const std::function<Result<StoreFiles>()> list = [folder] { return filesOfStore(folder); };
    const Result<StoreFiles> files = co_await runBlocking<StoreFiles>(list);
    if (!files)
        co_return files.as<StoreCheck>();
    const Result<QList<BlobLook>> looks = co_await lookAtBlobs(operation, files->blobs);
    if (!looks)
        co_return looks.as<StoreCheck>();
    const QList<BlobLook> seen = *looks;
    const std::function<Result<StoreCheck>(StopFlag)> judge = [folder, seen](const StopFlag& stop) {
        return judgeStore(folder, seen, stop);
    };
    const Result<StoreCheck> check = co_await runStoppable<StoreCheck>(judge, operation->context());
    co_return check;
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, VerifyImagesIntent)
{
    const Result<StoreCheck> check = co_await checkStore(operation);
    if (!check)
        co_return endedBy(check, Safety::Unchanged);
    operation->say(StoreVerified{*check});
    const OutcomeKind outcome = isDamaged(*check) ? OutcomeKind::Differences : OutcomeKind::Done;
    co_return Finished{outcome, Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
