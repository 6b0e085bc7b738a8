// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/round_notes.h"

#include "backend/execution/blocking.h"
#include "backend/services/drift_telling.h"

#include <QDeadlineTimer>

#include <atomic>

namespace snowmelt {

namespace {

/// Where and when it is written.
struct NotePlace
{
    QString home;
    QString fleet;
    QDateTime at;
};

Result<Done> noteLooks(DriftStore& store, const NotePlace& place, const RoundNotes& notes)
{
    Result<Done> noted = Done{};
    const LookFiles files(place.home);
    for (const LookRecord& look : notes.looks) {
        if (noted && files.isWhole(look)) // of a round that took too long parts may have been swept
            noted = store.noteLook(place.fleet, look);
    }
    for (const LookRecord& look : notes.accepted) {
        if (noted)
            noted = store.acceptLook(place.fleet, look);
    }
    return noted;
}

Result<Done> noteFindings(DriftStore& store, const NotePlace& place, const RoundNotes& notes)
{
    Result<Done> noted = notes.present.isEmpty() ? Done{} : store.notePresent(place.fleet, notes.present, place.at);
    QStringList groups;
    for (const DriftSighting& scan : notes.scans) {
        groups.append(scan.group);
        if (noted)
            noted = store.noteScan(place.fleet, scan);
    }
    for (const NodeFacts& node : notes.unscanned) {
        groups.append(node.group);
        if (noted)
            noted = store.noteUnseen(place.fleet, node.name, node.group, place.at);
    }
    groups.removeDuplicates();
    return noted ? store.noteCounts(place.fleet, groups) : noted;
}

qint64 bytesOf(const QList<LookRecord>& looks)
{
    qint64 bytes = 0;
    for (const LookRecord& look : looks)
        for (const LookPart& part : look.parts)
            bytes += part.size;
    return bytes;
}

/// A watch notes each node by itself: the whole store is gone through once in ten minutes, or after as much as may
/// stand above the limit meanwhile.
bool isTimeToTidy(const RoundNotes& notes)
{
    static std::atomic<qint64> tidied = 0;
    static std::atomic<qint64> keptSince = 0;
    constexpr qint64 pause = 600'000;
    constexpr qint64 most = DriftStore::keptLookBytes / 8;
    const qint64 now = QDeadlineTimer::current().deadline();
    keptSince += bytesOf(notes.looks);
    if (notes.present.isEmpty() && tidied != 0 && now - tidied < pause && keptSince < most)
        return false;
    tidied = now;
    keptSince = 0;
    return true;
}

/// What was forgotten goes at once: a watch whose nodes change all the time must not fill the disk in an hour.
Result<Done> tidy(DriftStore& store, const NotePlace& place, const QStringList& present)
{
    const Result<QSet<QByteArray>> before = store.keptParts();
    if (!before)
        return before.as<Done>();
    const Result<Done> pruned = store.prune(place.fleet, present, place.at);
    if (!pruned)
        return pruned;
    const Result<QSet<QByteArray>> kept = store.keptParts();
    if (!kept)
        return kept.as<Done>();
    LookFiles(place.home).sweep(*kept, *before - *kept);
    return Done{};
}

Result<Done> writeTo(const NotePlace& place, const RoundNotes& notes)
{
    const Result<std::unique_ptr<DriftStore>> store = DriftStore::open(place.home);
    if (!store)
        return store.as<Done>();
    Result<Done> noted = noteLooks(**store, place, notes);
    if (noted)
        noted = noteFindings(**store, place, notes);
    return noted && isTimeToTidy(notes) ? tidy(**store, place, notes.present) : noted;
}

} // namespace

Task<Done> writeNotes(OperationPtr operation, RoundNotes notes)
{
    const NotePlace place{operation->rooms().home, operation->blueprint().name, QDateTime::currentDateTimeUtc()};
    const std::function<Result<Done>()> work = [place, notes] { return writeTo(place, notes); };
    const Result<Done> written = co_await runBlocking<Done>(work);
    if (written.failed())
        tellStoreTrouble(*operation, {StoreGap::Drift, written.error()});
    co_return written;
}

} // namespace snowmelt
