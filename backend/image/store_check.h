// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/store_files.h"

namespace snowmelt {

/// What is wrong with a store of which each blob was looked at: everything the layout, the index, the manifests,
/// configurations and inventories name is there and whole, they make sense and agree with each other. What came or went
/// since the looks is looked at once more. Changes nothing; waits for writers. Stopped: Cancelled. Blocking.
Result<StoreCheck> judgeStore(const QString& layoutFolder, const QList<BlobLook>& looks, const StopFlag& stop);

} // namespace snowmelt
