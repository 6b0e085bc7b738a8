// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/export_image.h"

#include "backend/execution/blocking.h"
#include "backend/image/stoppable_impl.h"
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

struct ExportedRecord
{
    ImageRecord image;
    ExportedImage files;
};

Task<ExportedRecord> exportStored(OperationPtr operation, ExportImageIntent intent)
{
    const ImageStore store = operation->rooms().store;
    const std::function<Result<ExportedRecord>(StopFlag)> work = [store, intent](const StopFlag& stop) {
        const auto image = store.find(intent.image);
        if (!image)
            return image.as<ExportedRecord>();
        const auto files = exportImage(store.layoutFolder(), image->digest, intent.format, intent.file, stop);
        return files ? Result<ExportedRecord>(ExportedRecord{*image, *files}) : files.as<ExportedRecord>();
    };
    const Result<ExportedRecord> exported = co_await runStoppable<ExportedRecord>(work, operation->context());
    co_return exported;
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, ExportImageIntent intent)
{
    operation->say(Progress{Phase::Looking, {}, 0, 0});
    const Result<ExportedRecord> exported = co_await exportStored(operation, intent);
    if (exported)
        operation->say(ImageExported{exported->image, exported->files.files, exported->files.bytes});
    co_return endedBy(exported, Safety::Unchanged);
}

} // namespace snowmelt
