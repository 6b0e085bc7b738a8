// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/scan_work.h"

#include "backend/drift/explain.h"
#include "backend/drift/node_look.h"
#include "backend/drift/scanner.h"
#include "backend/execution/blocking.h"
#include "backend/services/drift_telling.h"
#include "backend/services/round_notes.h"
#include "models/domain/drift/compare_looks.h"
#include "models/domain/drift/judge/judged.h"
#include "models/domain/drift/probe.h"

namespace snowmelt {

namespace {

constexpr std::chrono::seconds traceLimit{120};

/// Another one is another node, or the same one compared with something else.
QString identityOf(const NodeFacts& node, const DriftReport& report)
{
    const QString baseline = node.digest.isNull() ? report.baselineAt.toString(Qt::ISODateWithMs) : node.digest.text();
    return baseline + u'|' + node.deployment + u'|' + node.birth.bornAt.toString(Qt::ISODateWithMs);
}

using Baselines = QMap<QString, QList<LookRecord>>;

Result<QList<LookRecord>> baselineOf(const DriftStore& store, const QString& fleet, const QString& node)
{
    const Result<std::optional<LookRecord>> look = store.baseline(fleet, node);
    if (!look)
        return look.as<QList<LookRecord>>();
    return look->has_value() ? QList<LookRecord>{**look} : QList<LookRecord>();
}

Result<Baselines> readBaselines(const QString& home, const QString& fleet, const QStringList& nodes,
                                const QDateTime& since)
{
    const Result<std::unique_ptr<DriftStore>> store = DriftStore::open(home);
    if (!store)
        return store.as<Baselines>();
    Baselines baselines;
    for (const QString& node : nodes) {
        const Result<QList<LookRecord>> looks =
            since.isValid() ? (*store)->looksBefore(fleet, node, since) : baselineOf(**store, fleet, node);
        if (!looks)
            return looks.as<Baselines>();
        baselines.insert(node, *looks);
    }
    return baselines;
}

QSet<DriftSection> partsOf(const LookRecord& look)
{
    return {look.parts.keyBegin(), look.parts.keyEnd()};
}

/// What of an earlier look can be compared with one whose digests are made with this salt. The node was seen: what is
/// lost of its past is a gap of the comparison.
FactSheet sheetOf(const LookFiles& files, const LookRecord& look, const QByteArray& salt, bool ofThen)
{
    FactSheet sheet = files.read(look);
    const QSet<DriftSection> kept = partsOf(look);
    const QSet<DriftSection> read(sheet.tables.keyBegin(), sheet.tables.keyEnd());
    sheet = withoutLost(std::move(sheet), kept - read, LookLoss::Part, ofThen);
    const bool isOfAnother = !look.salt.isEmpty() && look.salt != salt;
    return isOfAnother ? withoutLost(std::move(sheet), saltedSections() & kept, LookLoss::Salt, ofThen) : sheet;
}

Task<DriftReport> compareWithLook(ScanWorkPtr work, NodeFacts node)
{
    const auto now = std::make_shared<FactSheet>();
    const QString home = work->operation->rooms().home;
    const CallContext context = work->context.within(nodeLookLimit);
    const LookKeeping keeping = work->looks->keeping(node, now);
    const HashPlace hashes = hashPlace(*work->fleet, node, work->intent.full);
    const Result<SheetPtr> seen =
        co_await lookAtNode(work->fleet->platform->exec(), node, work->pool, context, hashes, keeping);
    if (!seen.ok())
        co_return seen.as<DriftReport>();
    const QList<LookRecord> then = work->baselines.value(node.name);
    const QList<IgnoreRule> rules = ignoreRules(work->fleet->blueprint.drift);
    const QDateTime since = work->intent.since;
    const QByteArray salt = work->looks->salt();
    const std::function<Result<DriftReport>()> compare = [=]() -> Result<DriftReport> {
        if (then.isEmpty())
            return since.isValid() ? noLookThen(*now) : firstLook(*now);
        QList<FactSheet> sheets;
        for (const LookRecord& look : then)
            sheets.append(sheetOf(LookFiles(home), look, salt, since.isValid()));
        return judged(compareLooks(sheets, *now), rules, node.group, now->seenAt.date());
    };
    const Result<DriftReport> report = co_await runBlocking<DriftReport>(compare);
    co_return report;
}

} // namespace

bool isComparedWithLook(const ScanIntent& intent, const NodeFacts& node)
{
    return intent.since.isValid() || node.digest.isNull();
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
    work->looks = co_await beginLooks(operation);
    if (byLook.isEmpty() || !work->looks->canKeep()) // contents are told apart by the salt
        co_return work;
    const QString home = operation->rooms().home;
    const QString name = operation->blueprint().name;
    const std::function<Result<Baselines>()> read = [=] { return readBaselines(home, name, byLook, intent.since); };
    const Result<Baselines> baselines = co_await runBlocking<Baselines>(read);
    if (baselines.failed())
        tellStoreTrouble(*operation, {StoreGap::Earlier, baselines.error()});
    work->baselines = baselines.ok() ? *baselines : Baselines();
    co_return work;
}

Task<DriftReport> scanOf(ScanWorkPtr work, NodeFacts node)
{
    Exec* exec = work->fleet->platform->exec();
    const CallContext context = work->context;
    Task<DriftReport> scanning =
        isComparedWithLook(work->intent, node)
            ? compareWithLook(work, node)
            : scanNode(work->fleet, node, work->operation->rooms().store, context.within(nodeLookLimit),
                       work->intent.full, work->looks->keeping(node));
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
    const DriftReport report = hasNoBaseline(*scanned) ? besideItself(*scanned) : *scanned;
    work.scans.append({node.group, identityOf(node, report), sections, report});
}

Task<Done> keepScans(ScanWorkPtr work)
{
    RoundNotes notes;
    const bool ofNow = !work->intent.since.isValid();
    notes.looks = takeLooks(*work->operation, *work->looks);
    if (ofNow) {
        notes.present = work->present;
        notes.scans = work->scans;
        notes.unscanned = work->unscanned;
    }
    if (work->intent.accept)
        notes.accepted = notes.looks;
    work->looksKept = notes.looks.size();
    Task<Done> writing = writeNotes(work->operation, notes);
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

} // namespace snowmelt
