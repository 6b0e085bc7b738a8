// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/result.h"

#include <QMap>
#include <QString>

#include <memory>

namespace snowmelt {

/// A deployment in the journal without an end that settles it.
struct OpenEntry
{
    HistoryEntry entry;
    QString group;
};

/// A plan that may still be gone back on, or taken up again.
struct JournaledPlan
{
    Plan plan;
    bool open = false; ///< not settled; otherwise the last of its group that was done
};

/// The journal and history: every event of every act, in SQLite (WAL, synchronous=FULL) at `home`/journal.sqlite.
/// Blocking and bound to the thread that made it. What passes (LogLine, Progress, DrainSeen, GatesSeen) is not stored.
class Journal
{
public:
    static Result<std::unique_ptr<Journal>> open(const QString& home);
    ~Journal();

    /// On disk when it returns.
    Result<Done> append(const Event& event);
    /// An act of another machine, so that its events can be appended; nothing when it is here already.
    Result<Done> noteForeign(const HistoryEntry& entry);
    Result<QList<HistoryEntry>> history(const QString& fleet, int limit) const; ///< newest first
    Result<QList<Event>> events(const OperationId& operation) const;
    /// Acts of this fleet without Finished: what a dead process left.
    Result<QList<HistoryEntry>> unfinished(const QString& fleet) const;
    /// Deployments that were not brought to an end both sides agree on: their process died, or they ended with blue and
    /// green standing. Newest first. Whether somebody works on one now the journal cannot know.
    Result<QList<OpenEntry>> openDeployments(const QString& fleet) const;
    /// They are nobody's business any more: the fleet is down, or what runs was adopted.
    Result<Done> closeDeployment(const OperationId& operation);
    /// What this group ran before its last deployment that was done, "shop@1.0.0"; empty: not known.
    Result<QString> imageBefore(const QString& fleet, const QString& group) const;
    /// Of all fleets: every plan of an open deployment, and those of the last one of each group that was done.
    Result<QList<JournaledPlan>> waysBack() const;
    /// How long each step took in the last deployments of this group, the median in ms.
    Result<QMap<StepKind, qint64>> typicalMs(const QString& fleet, const QString& group) const;
    /// A report that no act asked for: it takes the place of the node's last one, and an earlier one like it is
    /// dropped, so that looking for years does not fill the disk.
    Result<Done> noteReport(const QString& fleet, const Event& scanned);
    /// The last report of each node of the fleet, so that badges survive a restart.
    Result<QList<DriftReport>> lastDrift(const QString& fleet) const;

private:
    Journal();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace snowmelt
