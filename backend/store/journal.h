// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/result.h"

#include <QString>

#include <memory>

namespace snowmelt {

/// The journal and history: every event of every act, in SQLite (WAL, synchronous=FULL) at `home`/journal.sqlite.
/// Blocking and bound to the thread that made it. What passes (LogLine, Progress, DrainSeen, GatesSeen) is not stored.
class Journal
{
public:
    static Result<std::unique_ptr<Journal>> open(const QString& home);
    ~Journal();

    /// On disk when it returns.
    Result<Done> append(const Event& event);
    Result<QList<HistoryEntry>> history(const QString& fleet, int limit) const; ///< newest first
    Result<QList<Event>> events(const OperationId& operation) const;
    /// Acts of this fleet without Finished: what a dead process left.
    Result<QList<HistoryEntry>> unfinished(const QString& fleet) const;
    /// The last report of each node of the fleet, so that badges survive a restart.
    Result<QList<DriftReport>> lastDrift(const QString& fleet) const;

private:
    Journal();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace snowmelt
