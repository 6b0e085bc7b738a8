// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"
#include "models/domain/image/pruning.h"

namespace snowmelt {

/// All builds with their layers. StoreUnusable {path}: the index is damaged, or gone while there are blobs;
/// ImageCorrupt: a manifest is. Blocking.
Result<QList<StoredBuild>> buildsOfStore(const QString& layoutFolder);

struct PrunedStore
{
    Pruning pruning;           ///< its blobs and bytes: what went, or would go
    std::optional<Error> left; ///< why a file that nothing names any more could not be removed
};

/// Decides by what the store holds now and, with `remove`, takes out what goes: the index first, in one write, then the
/// blobs nothing names any more and what broken-off writes left. After a crash the store is whole; blobs that were not
/// removed yet are unnamed, and go with the next. Waits for writers and keeps them out. Whether a build runs it sees by
/// itself, from the work folders of `home`. Same errors as buildsOfStore(); stopped before the index is written:
/// Cancelled. Blocking.
Result<PrunedStore> pruneStore(const QString& home, ImageNeeds needs, bool remove, const StopFlag& stop);

} // namespace snowmelt
