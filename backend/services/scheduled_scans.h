// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/drift/scan_feed.h"
#include "backend/services/operation.h"

#include <QElapsedTimer>

namespace snowmelt {

/// The scans that a watch makes by itself, every so many seconds each node; 0: none.
class ScheduledScans
{
public:
    ScheduledScans(OperationPtr operation, int seconds);

    /// After each look: begins what is due, and tells when who is scanned next, where that changed.
    QCoro::Task<> follow(std::shared_ptr<const FleetAccess> fleet, FleetState seen);
    /// The fleet is gone, or the watch ends: cancels what runs, and is done when that has ended.
    QCoro::Task<> stop();

private:
    void begin(const std::shared_ptr<const FleetAccess>& fleet);
    void tellDue();

    OperationPtr m_operation;
    int m_seconds;
    QElapsedTimer m_clock;
    std::shared_ptr<const FleetAccess> m_fleet;
    std::unique_ptr<ScanFeed> m_feed;
    CancelSource m_cancel; ///< of what the feed runs
    int m_toldRevision = -1;
    qint64 m_toldAt = 0;     ///< of m_clock
    qint64 m_toldOffset = 0; ///< between m_clock and the clock on the wall, then
    QList<QString> m_toldFailing;
};

} // namespace snowmelt
