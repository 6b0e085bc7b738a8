// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/import_archive.h"

#include "backend/image/stoppable_impl.h"
#include "backend/services/verbs.h"

namespace snowmelt {

QCoro::Task<Finished> runVerb(OperationPtr operation, ImportImageIntent intent)
{
    // What an import that was killed left is no longer needed.
    const Result<Done> swept = co_await operation->rooms().builder.sweepFolders();
    if (!swept)
        co_return endedBy(swept, Safety::StoreAsBefore);
    operation->say(Progress{Phase::Looking, {}, 0, 0});
    const QString home = operation->rooms().home;
    const std::function<Result<ImageRecord>(StopFlag)> work = [home, intent](const StopFlag& stop) {
        return importArchive(home, intent.file, stop);
    };
    const Result<ImageRecord> image = co_await runStoppable<ImageRecord>(work, operation->context());
    if (image)
        operation->say(ImageImported{*image});
    co_return endedBy(image, Safety::StoreAsBefore);
}

} // namespace snowmelt
