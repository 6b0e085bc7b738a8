// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/look_files.h"
#include "models/domain/drift/dated_drift.h"

#include <memory>
#include <optional>

namespace snowmelt {

/// Drift over time: what scans found of each node, and which looks at it are kept, in SQLite (WAL, synchronous=FULL) at
/// `home`/drift.sqlite. Docs/DRIFT.md says what is kept how long. Blocking and bound to the thread that made it.
class DriftStore
{
public:
    static constexpr int keptDays = 400; ///< on which the fleet was looked at
    static constexpr qint64 keptLookBytes = 512LL * 1024 * 1024;
    static constexpr int keptGone = 200'000; ///< differences that are gone

    /// StoreUnusable, StoreNewer, DiskFull.
    static Result<std::unique_ptr<DriftStore>> open(const QString& home);
    ~DriftStore();

    /// One scan of one node; all of it or nothing.
    Result<Done> noteScan(const QString& fleet, const DriftSighting& sighting);
    /// A node that could not be scanned: it stands as it did, and is incomplete.
    Result<Done> noteUnseen(const QString& fleet, const QString& node, const QString& group, const QDateTime& at);
    /// Nodes that are not among these are there no more: all they had is gone.
    Result<Done> notePresent(const QString& fleet, const QStringList& nodes, const QDateTime& at);
    /// How each of these groups stands now.
    Result<Done> noteCounts(const QString& fleet, const QStringList& groups);
    /// Empty lists: of all nodes, of all groups.
    Result<DriftHistory> history(const QString& fleet, const QStringList& nodes, const QString& group, bool gone) const;

    /// One that saw what the last one saw makes that one last longer.
    Result<Done> noteLook(const QString& fleet, const LookRecord& look);
    /// This look, which was noted, is the baseline from now on.
    Result<Done> acceptLook(const QString& fleet, const LookRecord& look);
    /// The last look before that, told by the last of those that saw the same, and behind it older ones with only the
    /// sections that no later one before `time` saw.
    Result<QList<LookRecord>> looksBefore(const QString& fleet, const QString& node, const QDateTime& time) const;
    /// The accepted one; else the first. Looks from when it had a birth image are none.
    Result<std::optional<LookRecord>> baseline(const QString& fleet, const QString& node) const;

    /// Forgets what of this fleet is too old, and what of all is too much: never what stands, nor by its age the newest
    /// look at a node of `present` (empty: at any) and its baseline. Age is counted in days on which the fleet was
    /// looked at, today is one: a clock that is far ahead, or a fleet that rests for years, ages nothing.
    Result<Done> prune(const QString& fleet, const QStringList& present, const QDateTime& now,
                       qint64 lookBytes = keptLookBytes);
    /// Digests of all parts of looks that are kept.
    Result<QSet<QByteArray>> keptParts() const;

private:
    DriftStore();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace snowmelt
