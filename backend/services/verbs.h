// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"

#include <QCoro/QCoroTask>

namespace snowmelt {

/// One verb per file. Each runs to its end and says how it ended; events go through the operation.
QCoro::Task<Finished> runVerb(OperationPtr operation, UpIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, DownIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, StatusIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, WatchIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, ScanIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, DiffIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, DriftHistoryIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, ImagesIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, BuildIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, PlanIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, SwapIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, RebirthIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, ResumeIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, OrphansIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, ReportIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, ReplayIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, HistoryIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, UpdateLockIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, ImageDiffIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, VerifyImagesIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, PruneImagesIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, ExportImageIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, ImportImageIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, PaperIntent intent);
QCoro::Task<Finished> runVerb(OperationPtr operation, SignImageIntent intent);

} // namespace snowmelt
