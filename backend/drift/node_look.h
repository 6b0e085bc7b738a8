// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/drift/hash_place.h"
#include "backend/drift/look_keeping.h"
#include "backend/drift/row_pool.h"
#include "backend/platform/platform.h"
#include "models/domain/drift/group_texts.h"

#include <memory>

namespace snowmelt {

using SheetPtr = std::shared_ptr<const FactSheet>;
using FetchedTexts = QMap<QByteArray, QByteArray>; ///< path → bytes

/// Everything that is seen on a node, with no image beside it: one channel, one read-only script on stdin.
/// `pool`: of all nodes that are compared. Unsupported without `exec`, NodeNotRunning, ProbeUnreadable when the answer
/// has nothing of the probe in it. `hashes`: runProbe(). What was seen, with the node's own files as they are, is
/// handed to `keeping`.
Task<SheetPtr> lookAtNode(Exec* exec, NodeFacts node, std::shared_ptr<RowPool> pool, CallContext context,
                          HashPlace hashes = HashPlace(), LookKeeping keeping = LookKeeping());

/// Those of the files that are still what was hashed; nothing, too, where the node cannot be asked any more.
Task<FetchedTexts> fetchTexts(Exec* exec, NodeFacts node, TextsWanted wanted, CallContext context);

} // namespace snowmelt
