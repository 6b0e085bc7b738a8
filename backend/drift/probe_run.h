// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/drift/hash_place.h"
#include "backend/platform/platform.h"
#include "models/domain/drift/probe.h"

#include <memory>

namespace snowmelt {

using FactsPtr = std::shared_ptr<const ProbeFacts>;

/// Sends the probe's script over one channel and reads its answer in the pool. ProbeUnreadable when the answer has
/// nothing of the probe in it. Files that did not change since the last look that `place` remembers are not hashed
/// again; where what is remembered does not do, the node is asked a second time, for everything.
Task<FactsPtr> runProbe(Exec* exec, NodeFacts node, ProbeRequest request, CallContext context,
                        HashPlace place = HashPlace());

} // namespace snowmelt
