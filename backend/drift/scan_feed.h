// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/task.h"
#include "backend/platform/platform.h"
#include "models/domain/drift/scan_schedule.h"

#include <functional>
#include <memory>
#include <vector>

namespace snowmelt {

/// Scans nodes by a schedule, some at once, for as long as somebody looks at the fleet. Where ScanRound has a list,
/// this is told again and again who is there.
class ScanFeed
{
public:
    struct Hooks
    {
        std::function<qint64()> now; ///< ms of a clock that never jumps
        std::function<Task<DriftReport>(NodeFacts node)> scan;
        /// Of one that could not be scanned: is it still the same node, and up?
        std::function<Task<bool>(NodeFacts node)> isStillThere;
        std::function<void(const DriftReport& report)> scanned;
        std::function<void(const QString& node, const Error& error)> unseen;
    };
    ScanFeed(std::chrono::milliseconds interval, Hooks hooks);

    /// What was seen. Nodes that do not run are nobody to scan: they come and go.
    void follow(const FleetState& fleet);
    bool isAnyDue() const;
    /// Begins the scans that are due, of those that are among `nodes`.
    void begin(const QList<NodeFacts>& nodes);
    /// When all that were begun have ended. After it nothing is begun or told any more.
    QCoro::Task<> end();

    const ScanSchedule& schedule() const;

private:
    struct Shared;
    static QCoro::Task<> scanOne(std::shared_ptr<Shared> shared, NodeFacts node);

    std::shared_ptr<Shared> m_shared;
    std::vector<QCoro::Task<>> m_scans;
};

} // namespace snowmelt
