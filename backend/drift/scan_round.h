// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/task.h"
#include "backend/platform/platform.h"
#include "models/domain/drift/drift.h"

#include <functional>

namespace snowmelt {

struct ScanRound
{
    QList<NodeFacts> nodes;
    qsizetype atOnce = 16;
    std::function<Task<DriftReport>(NodeFacts node)> scan;
    std::function<void(const NodeFacts& node)> begun;
    std::function<void(const NodeFacts& node, const Result<DriftReport>& scanned)> ended;
};

/// Scans all nodes, some at once, and tells each when it ends: one that hangs holds up nobody but itself.
QCoro::Task<> scanAll(ScanRound round);

} // namespace snowmelt
