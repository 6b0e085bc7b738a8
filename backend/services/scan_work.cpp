// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/scan_work.h"

#include "backend/drift/explain.h"
#include "backend/drift/scanner.h"
#include "backend/execution/blocking.h"
#include "models/domain/code_names.h"
#include "models/domain/drift/compare_looks.h"
#include "models/domain/drift/judge/judged.h"
#include "models/domain/drift/probe.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>

#include <atomic>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds traceLimit{120};

void tellTrouble(Operation& operation, const Error& error)
{
    const QString text = codeName(error.code) + u": " + error.args.join(u' ') + u' ' + error.detail;
    operation.say(LogLine{QStringLiteral("drift.sqlite"), text.trimmed()});
}

template <typename T>
void tellTrouble(Operation& operation, const Result<T>& result)
{
    if (result.failed())
        tellTrouble(operation, result.error());
}

/// Another one is another node, or the same one compared with something else.
QString identityOf(const NodeFacts& node, const DriftReport& report)
{
    const QString baseline = node.digest.isNull() ? report.baselineAt.toString(Qt::ISODateWithMs) : node.digest.text();
    return baseline + u'|' + node.deployment + u'|' + node.birth.bornAt.toString(Qt::ISODateWithMs);
}

using Baselines = QMap<QString, LookRecord>;

Result<Baselines> readBaselines(const QString& home, const QString& fleet, const QStringList& nodes,
                                const QDateTime& since)
{
    const Result<std::unique_ptr<DriftStore>> store = DriftStore::open(home);
    if (!store)
        return store.as<Baselines>();
    Baselines baselines;
    for (const QString& node : nodes) {
        const Result<std::optional<LookRecord>> look =
            since.isValid() ? (*store)->lookBefore(fleet, node, since) : (*store)->baseline(fleet, node);
        if (!look)
            return look.as<Baselines>();
        if (look->has_value())
            baselines.insert(node, **look);
    }
    return baselines;
}

/// What is written to the store at the end of a round, by value.
struct RoundNotes
{
    QString home;
    QString fleet;
    QDateTime at;
    QStringList present; ///< empty: nothing is said about who is there
    QList<DriftSighting> scans;
    QList<NodeFacts> unscanned;
    QList<LookRecord> looks;
    QList<LookRecord> accepted;
};

Result<Done> noteLooks(DriftStore& store, const RoundNotes& notes)
{
    Result<Done> noted = Done{};
    const LookFiles files(notes.home);
    for (const LookRecord& look : notes.looks) {
        if (noted && files.isWhole(look)) // of a round that took too long parts may have been swept
            noted = store.noteLook(notes.fleet, look);
    }
    for (const LookRecord& look : notes.accepted) {
        if (noted)
            noted = store.acceptLook(notes.fleet, look);
    }
    return noted;
}

Result<Done> noteFindings(DriftStore& store, const RoundNotes& notes)
{
    Result<Done> noted = notes.present.isEmpty() ? Done{} : store.notePresent(notes.fleet, notes.present, notes.at);
    QStringList groups;
    for (const DriftSighting& scan : notes.scans) {
        groups.append(scan.group);
        if (noted)
            noted = store.noteScan(notes.fleet, scan);
    }
    for (const NodeFacts& node : notes.unscanned) {
        groups.append(node.group);
        if (noted)
            noted = store.noteUnseen(notes.fleet, node.name, node.group, notes.at);
    }
    groups.removeDuplicates();
    return noted ? store.noteCounts(notes.fleet, groups) : noted;
}

/// A watch notes each node by itself: the whole store is gone through once in ten minutes.
bool isTimeToTidy(const RoundNotes& notes)
{
    static std::atomic<qint64> tidied = 0;
    constexpr qint64 pause = 600'000;
    const qint64 now = QDeadlineTimer::current().deadline();
    if (notes.present.isEmpty() && tidied != 0 && now - tidied < pause)
        return false;
    tidied = now;
    return true;
}

Result<Done> writeNotes(const RoundNotes& notes)
{
    const Result<std::unique_ptr<DriftStore>> store = DriftStore::open(notes.home);
    if (!store)
        return store.as<Done>();
    Result<Done> noted = noteLooks(**store, notes);
    if (noted)
        noted = noteFindings(**store, notes);
    if (!noted || !isTimeToTidy(notes))
        return noted;
    noted = (*store)->prune(notes.at);
    if (!noted)
        return noted;
    const Result<QSet<QByteArray>> kept = (*store)->keptParts();
    if (!kept)
        return kept.as<Done>();
    LookFiles(notes.home).sweep(*kept);
    return Done{};
}

Task<Done> write(OperationPtr operation, RoundNotes notes)
{
    notes.home = operation->rooms().home;
    notes.fleet = operation->blueprint().name;
    notes.at = QDateTime::currentDateTimeUtc();
    const std::function<Result<Done>()> work = [notes] { return writeNotes(notes); };
    const Result<Done> written = co_await runBlocking<Done>(work);
    tellTrouble(*operation, written);
    co_return written;
}

/// What a look leaves for later ones: made in the pool, taken on the backend thread when the look has ended.
struct KeptLook
{
    FactSheet seen;
    std::optional<Result<LookRecord>> record;
};

/// From the hash of a short secret it can be guessed: kept looks tell contents apart by the salt of this home.
FactSheet sealed(FactSheet sheet, const QByteArray& salt)
{
    if (!sheet.saw(DriftSection::Files))
        return sheet;
    const QString content = QStringLiteral("content");
    for (FactRow& row : sheet.tables[DriftSection::Files]) {
        if (const auto told = row.fields.find(content); told != row.fields.end())
            *told = QString::fromLatin1(
                QCryptographicHash::hash(QByteArray(salt + told->toLatin1()), QCryptographicHash::Sha256).toHex());
    }
    return sheet;
}

LookKeeping keepingOf(const QString& home, const QByteArray& salt, const std::shared_ptr<KeptLook>& kept)
{
    LookKeeping keeping;
    keeping.salt = salt;
    keeping.keep = [home, salt, kept](const FactSheet& sheet) {
        kept->seen = salt.isEmpty() ? sheet : sealed(sheet, salt);
        if (!salt.isEmpty())
            kept->record = LookFiles(home).keep(kept->seen);
    };
    return keeping;
}

void takeRecord(ScanWork& work, const KeptLook& kept)
{
    if (kept.record && kept.record->ok())
        work.looks.append(kept.record->value());
    else if (kept.record)
        tellTrouble(*work.operation, *kept.record);
}

Task<DriftReport> compareWithLook(ScanWorkPtr work, NodeFacts node)
{
    const auto kept = std::make_shared<KeptLook>();
    const QString home = work->operation->rooms().home;
    const CallContext context = work->context.within(nodeLookLimit);
    const LookKeeping keeping = keepingOf(home, work->salt, kept);
    const HashPlace hashes = hashPlace(*work->fleet, node, work->intent.full);
    const Result<SheetPtr> seen =
        co_await lookAtNode(work->fleet->platform->exec(), node, work->pool, context, hashes, keeping);
    if (!seen.ok())
        co_return seen.as<DriftReport>();
    takeRecord(*work, *kept);
    const bool isFirst = !work->baselines.contains(node.name);
    const LookRecord then = work->baselines.value(node.name);
    const QList<IgnoreRule> rules = ignoreRules(work->fleet->blueprint.drift);
    const std::function<Result<DriftReport>()> compare = [=]() -> Result<DriftReport> {
        if (isFirst)
            return firstLook(kept->seen);
        const Result<FactSheet> sheet = LookFiles(home).read(then);
        if (!sheet)
            return sheet.as<DriftReport>();
        return judged(compareLooks(*sheet, kept->seen), rules, node.group, kept->seen.seenAt.date());
    };
    const Result<DriftReport> report = co_await runBlocking<DriftReport>(compare);
    co_return report;
}

} // namespace

bool isComparedWithLook(const ScanIntent& intent, const NodeFacts& node)
{
    return intent.since.isValid() || node.digest.isNull();
}

QCoro::Task<QByteArray> lookSalt(OperationPtr operation)
{
    const QString home = operation->rooms().home;
    const std::function<Result<QByteArray>()> work = [home] { return LookFiles(home).salt(); };
    const Result<QByteArray> salt = co_await runBlocking<QByteArray>(work);
    tellTrouble(*operation, salt);
    co_return salt.ok() ? *salt : QByteArray();
}

QCoro::Task<ScanWorkPtr> beginScans(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, ScanIntent intent,
                                    QList<NodeFacts> listed)
{
    const auto work = std::make_shared<ScanWork>();
    work->operation = operation;
    work->context = operation->context();
    work->fleet = fleet;
    work->intent = intent;
    QStringList byLook;
    for (const NodeFacts& node : listed) {
        work->present.append(node.name);
        if (isComparedWithLook(intent, node))
            byLook.append(node.name);
    }
    if (byLook.isEmpty())
        co_return work;
    work->salt = co_await lookSalt(operation);
    const QString home = operation->rooms().home;
    const QString name = operation->blueprint().name;
    const std::function<Result<Baselines>()> read = [=] { return readBaselines(home, name, byLook, intent.since); };
    const Result<Baselines> baselines = co_await runBlocking<Baselines>(read);
    tellTrouble(*operation, baselines);
    work->baselines = baselines.ok() ? *baselines : Baselines();
    co_return work;
}

Task<DriftReport> scanOf(ScanWorkPtr work, NodeFacts node)
{
    Exec* exec = work->fleet->platform->exec();
    const CallContext context = work->context;
    Task<DriftReport> scanning = isComparedWithLook(work->intent, node)
                                     ? compareWithLook(work, node)
                                     : scanNode(work->fleet, node, work->operation->rooms().store,
                                                context.within(nodeLookLimit), work->intent.full);
    const Result<DriftReport> scanned = co_await scanning;
    if (!scanned.ok())
        co_return scanned;
    const Result<DriftReport> told = co_await explained(exec, node, *scanned, context.within(traceLimit));
    co_return told;
}

void noteScanned(ScanWork& work, const NodeFacts& node, const Result<DriftReport>& scanned)
{
    if (scanned.failed())
        work.unscanned.append(node);
    // Compared with a day somebody chose it says nothing about how the node stands.
    if (!scanned.ok() || work.intent.since.isValid())
        return;
    const QSet<DriftSection>& sections = isComparedWithLook(work.intent, node) ? allSections() : birthSections();
    const DriftReport report = isFirstLook(*scanned) ? besideItself(*scanned) : *scanned;
    work.scans.append({node.group, identityOf(node, report), sections, report});
}

Task<Done> keepScans(ScanWorkPtr work)
{
    RoundNotes notes;
    const bool ofNow = !work->intent.since.isValid();
    notes.looks = work->looks;
    if (ofNow) {
        notes.present = work->present;
        notes.scans = work->scans;
        notes.unscanned = work->unscanned;
    }
    for (const LookRecord& look : work->looks) {
        if (work->intent.accept)
            notes.accepted.append(look);
    }
    Task<Done> writing = write(work->operation, notes);
    const Result<Done> written = co_await writing;
    co_return written;
}

Task<DriftReport> scanAlone(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, NodeFacts node,
                            CallContext context)
{
    const QList<NodeFacts> alone{node};
    const ScanWorkPtr work = co_await beginScans(operation, fleet, ScanIntent(), alone);
    work->present.clear();
    work->context = context;
    const Result<DriftReport> scanned = co_await scanOf(work, node);
    noteScanned(*work, node, scanned);
    Task<Done> keeping = keepScans(work);
    const Result<Done> kept = co_await keeping;
    static_cast<void>(kept); // told
    co_return scanned;
}

LookKeeping KeptLooks::keeping()
{
    LookKeeping keeping;
    keeping.salt = m_salt;
    if (m_salt.isEmpty())
        return keeping;
    keeping.keep = [this](const FactSheet& sheet) {
        const Result<LookRecord> kept = m_files.keep(sealed(sheet, m_salt));
        const QMutexLocker lock(&m_mutex);
        m_looks.append(kept);
    };
    return keeping;
}

QList<Result<LookRecord>> KeptLooks::taken()
{
    const QMutexLocker lock(&m_mutex);
    return m_looks;
}

QCoro::Task<> keepLooks(OperationPtr operation, std::shared_ptr<KeptLooks> looks)
{
    RoundNotes notes;
    for (const Result<LookRecord>& look : looks->taken()) {
        tellTrouble(*operation, look);
        if (look.ok())
            notes.looks.append(*look);
    }
    Task<Done> writing = write(operation, notes);
    const Result<Done> written = co_await writing;
    static_cast<void>(written); // told
}

} // namespace snowmelt
