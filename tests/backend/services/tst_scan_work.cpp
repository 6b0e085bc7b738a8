// SPDX-License-Identifier: GPL-3.0-or-later
// What a scan compares with what, what is kept of it, and what is told later.
#include "backend/image/store_writer.h"
#include "backend/services/scan_work.h"
#include "backend/services/verbs.h"
#include "models/domain/drift/compare_looks.h"
#include "models/domain/store_note.h"
#include "tests/backend/store/mounted_folder.h"
#include "tests/support/tar_of.h"

#include <QCoro/QCoroTask>
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace snowmelt;

namespace {

/// A node that answers the probe with its packages, and the second script with when they were touched.
class PackageNode : public Exec
{
public:
    Task<ExecResult> exec(NodeFacts, ExecRequest request, CallContext) override
    {
        static const QRegularExpression hex(QStringLiteral("[0-9a-f]{32}"));
        const QByteArray nonce = hex.match(QString::fromLatin1(request.script)).captured().toLatin1();
        const auto frame = [&nonce](const QByteArray& name, const QByteArray& body) {
            return QByteArray('\n' + nonce + " begin " + name + '\n' + body + '\n' + nonce + " end " + name + " 0\n");
        };
        const bool isTrace = request.script.contains("traces()");
        traces += isTrace ? 1 : 0;
        ExecResult result;
        const QByteArray packages = "ii \tnginx\t" + version + "\tamd64\t1793700000\n";
        const QByteArray probed = frame("packages", packages) + settings(frame) + jobs(frame, nonce);
        const QByteArray traced = frame("things", "p0 +0000 1793700000 -\n") + frame("dpkg", dpkg);
        result.out = isTrace ? traced : probed;
        if (asked)
            asked();
        co_return result;
    }
    template <typename Frame>
    QByteArray settings(const Frame& frame) const
    {
        return swappiness.isEmpty() ? QByteArray()
                                    : frame("settings", "vm/swappiness\n/proc/sys/vm/swappiness:" + swappiness);
    }
    template <typename Frame>
    QByteArray jobs(const Frame& frame, const QByteArray& nonce) const
    {
        const QByteArray crontab = '\n' + nonce + ":/etc/crontab\n1 2 * * * root backup --token=" + token + '\n';
        return token.isEmpty() ? QByteArray() : frame("schedules", crontab + '\n' + nonce + ":scripts\n");
    }
    QByteArray version = "1.22";
    QByteArray token;      ///< of a job in the crontab; empty: it does not say
    QByteArray swappiness; ///< empty: it does not say
    std::function<void()> asked;
    QByteArray dpkg = "2026-11-03 10:00:00 upgrade nginx:amd64 1.22 1.23\n"; // 1793700000
    int traces = 0;
};

class HostPlatform : public Platform
{
public:
    QString kind() const override { return QStringLiteral("hosts"); }
    Task<Done> open(CallContext) override { co_return Done{}; }
    Task<Headroom> headroom(CallContext) override { co_return Headroom{}; }
    Observe* observe() override { return nullptr; }
    Exec* exec() override { return &node; }
    Provision* provision() override { return nullptr; }
    ImageImport* imageImport() override { return nullptr; }
    HttpProbe* httpProbe() override { return nullptr; }
    void watch(FleetKey) override {}
    void unwatch(FleetKey) override {}
    PackageNode node;
};

NodeFacts host(const QString& name)
{
    NodeFacts node;
    node.name = name;
    node.group = QStringLiteral("web");
    node.lifecycle = Lifecycle::Running;
    return node;
}

QByteArray saltOf(const OperationPtr& operation)
{
    return QCoro::waitFor(beginLooks(operation))->keeping({}).salt;
}

/// An image with that package, put into the store of this home.
Digest imageWith(const Rooms& rooms, const QString& version)
{
    const QString layer = rooms.home + QStringLiteral("/layer");
    const QByteArray tar = tarOf({});
    QFile file(layer);
    if (!file.open(QIODevice::WriteOnly) || file.write(tar) != tar.size())
        qFatal("cannot write");
    file.close();
    Inventory inventory;
    inventory.packages = {{QStringLiteral("nginx"), version, QStringLiteral("amd64")}};
    ImageRecord record;
    record.ref = *ImageRef::parse(QStringLiteral("os@1"));
    BuiltTier tier = describeTier(record, {}, {oci::layerType, Digest::ofBytes(tar), tar.size(), {}}, inventory);
    tier.key = QStringLiteral("key");
    tier.layerFile = layer;
    if (!commitTiers(rooms.store.layoutFolder(), {tier}).ok())
        qFatal("no image");
    return tier.record.digest;
}

/// Looks are told apart by the millisecond.
void awaitTick()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    while (QDateTime::currentDateTimeUtc() <= now) {
    }
}

} // namespace

class TestScanWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { static_cast<void>(sample::hasOwnMounts()); } // before there are threads
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_rooms = std::make_unique<Rooms>(m_home->path());
        m_platform = std::make_unique<HostPlatform>();
        m_image = Digest();
        m_said.clear();
    }
    void theFirstLookIsNothingToCompareWith();
    void laterOnesAreComparedWithTheFirst();
    void anAcceptedLookIsTheBaseline();
    void sinceComparesWithTheLookBefore();
    void aScanOfABornNodeLeavesALook();
    void aScanByItselfLeavesOneToo();
    void sinceSaysWhatWasNotLookedAtThen();
    void aLookThatCannotBeKeptFailsNoScan();
    void aLostLookIsAGapAndTheNextIsKept();
    void aDamagedLookThatIsSeenAgainIsMended();
    void withoutTheirSaltLooksAreNotDifferent();
    void whereNothingMayBeWrittenItIsComparedAndSaid();
    void whatWasSeenBeforeACancelIsKept();
    void causesAreAskedForWhenThereIsADifference();
    void secretsAreToldApartAcrossRuns();
    void theHistoryIsRead();
    void aHostThatLeftIsGone();
    void aStoreThatCannotBeOpenedFailsNothing();

private:
    OperationPtr operation(const Intent& intent);
    std::shared_ptr<const FleetAccess> fleetOf(const OperationPtr& running) const;
    Result<DriftReport> scan(const ScanIntent& intent = {}, const QStringList& hosts = {QStringLiteral("web-1")});
    DriftHistory history();
    QList<StoreGap> gapsSaid() const;
    void spoilLooks(const QByteArray& bytes); ///< over their first ones; none: they are removed

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Rooms> m_rooms;
    std::unique_ptr<HostPlatform> m_platform;
    Digest m_image; ///< of the nodes; none: they are hosts as they are
    OperationPtr m_running;
    QList<Event> m_said;
};

OperationPtr TestScanWork::operation(const Intent& intent)
{
    Request request;
    request.blueprint.name = QStringLiteral("shop");
    request.intent = intent;
    const auto sink = [this](const Event& event) { m_said.append(event); };
    return std::make_shared<Operation>(QStringLiteral("op"), request, *m_rooms, sink);
}

std::shared_ptr<const FleetAccess> TestScanWork::fleetOf(const OperationPtr& running) const
{
    return std::make_shared<const FleetAccess>(
        FleetAccess{running->blueprint(), {}, m_platform.get(), {}, m_home->path()});
}

/// Of the last of the hosts.
Result<DriftReport> TestScanWork::scan(const ScanIntent& intent, const QStringList& hosts)
{
    const OperationPtr running = operation(intent);
    m_running = running;
    const auto fleet = fleetOf(running);
    QList<NodeFacts> nodes;
    for (const QString& name : hosts) {
        nodes.append(host(name));
        nodes.last().digest = m_image;
    }
    const ScanWorkPtr work = QCoro::waitFor(beginScans(running, fleet, intent, nodes));
    Result<DriftReport> last = Cancelled{};
    for (const NodeFacts& node : nodes) {
        last = QCoro::waitFor(scanOf(work, node));
        noteScanned(*work, node, last);
    }
    (void)QCoro::waitFor(keepScans(work));
    awaitTick();
    return last;
}

DriftHistory TestScanWork::history()
{
    m_said.clear();
    const Finished finished =
        QCoro::waitFor(runVerb(operation(DriftHistoryIntent{{}, {}, true}), DriftHistoryIntent{{}, {}, true}));
    for (const Event& event : std::as_const(m_said)) {
        if (const auto* read = std::get_if<DriftHistoryRead>(&event.body))
            return read->history;
    }
    qWarning("%s", finished.error ? qPrintable(finished.error->detail) : "nothing was read");
    return {};
}

void TestScanWork::theFirstLookIsNothingToCompareWith()
{
    const Result<DriftReport> report = scan();
    QVERIFY(report.ok());
    QVERIFY(hasNoBaseline(*report));
    QVERIFY(!report->complete());
    QCOMPARE(m_platform->node.traces, 0);
}

void TestScanWork::laterOnesAreComparedWithTheFirst()
{
    const QDateTime first = scan()->scannedAt;
    QVERIFY(scan()->differences.isEmpty());
    m_platform->node.version = "1.23";
    for (int again = 0; again < 2; ++again) {
        const Result<DriftReport> report = scan();
        QCOMPARE(report->baselineAt, first);
        QCOMPARE(report->differences.size(), 1);
        QCOMPARE(report->differences.first().fields.first().baseline, QStringLiteral("1.22"));
        QVERIFY(!report->complete()); // the other sections were never seen
    }
}

void TestScanWork::anAcceptedLookIsTheBaseline()
{
    QVERIFY(scan().ok());
    m_platform->node.version = "1.23";
    QCOMPARE(scan({{}, {}, false, true})->differences.size(), 1);
    const Result<DriftReport> report = scan();
    QVERIFY(report->differences.isEmpty());
    m_platform->node.version = "1.22";
    QCOMPARE(scan()->differences.size(), 1);
}

void TestScanWork::sinceComparesWithTheLookBefore()
{
    QVERIFY(scan().ok());
    const QDateTime between = QDateTime::currentDateTimeUtc();
    awaitTick();
    m_platform->node.version = "1.23";
    QVERIFY(scan().ok());
    m_platform->node.version = "1.24";
    QCOMPARE(scan({{}, between})->differences.first().fields.first().baseline, QStringLiteral("1.22"));
    const QDateTime later = QDateTime::currentDateTimeUtc();
    QVERIFY(scan({{}, later})->differences.isEmpty()); // the look of --since is kept as well
    QVERIFY(hasNoBaseline(*scan({{}, between.addDays(-1)})));
    QCOMPARE(history().differences.size(), 1); // compared with a chosen day it says nothing about how the node stands
    QCOMPARE(history().differences.first().difference.fields.first().actual, QStringLiteral("1.23"));
}

void TestScanWork::aScanOfABornNodeLeavesALook()
{
    m_image = imageWith(*m_rooms, QStringLiteral("1.22"));
    const QDateTime first = scan()->scannedAt;
    const QDateTime between = QDateTime::currentDateTimeUtc();
    awaitTick();
    m_platform->node.version = "1.23";
    QCOMPARE(scan()->baselineDigest, m_image);
    m_platform->node.version = "1.24";
    const Result<DriftReport> report = scan({{}, between});
    QVERIFY(report.ok());
    QCOMPARE(report->baselineAt, first);
    QCOMPARE(report->differences.size(), 1);
    QCOMPARE(report->differences.first().fields,
             (QList<FieldChange>{{QStringLiteral("version"), QStringLiteral("1.22"), QStringLiteral("1.24")}}));
    const Result<DriftReport> later = scan({{}, QDateTime::currentDateTimeUtc()});
    QVERIFY(later->differences.isEmpty()); // since the look of --since
}

void TestScanWork::aScanByItselfLeavesOneToo()
{
    m_image = imageWith(*m_rooms, QStringLiteral("1.22"));
    NodeFacts node = host(QStringLiteral("web-1"));
    node.digest = m_image;
    const OperationPtr watch = operation(WatchIntent{});
    const auto limit = CallContext::cleanup(std::chrono::seconds(60));
    QVERIFY(QCoro::waitFor(scanAlone(watch, fleetOf(watch), node, limit)).ok());
    awaitTick();
    m_platform->node.version = "1.23";
    const Result<DriftReport> report = scan({{}, QDateTime::currentDateTimeUtc()});
    QCOMPARE(report->differences.size(), 1);
    QCOMPARE(report->differences.first().fields.first().baseline, QStringLiteral("1.22"));
}

void TestScanWork::sinceSaysWhatWasNotLookedAtThen()
{
    m_image = imageWith(*m_rooms, QStringLiteral("1.22"));
    m_platform->node.swappiness = "10";
    QVERIFY(scan().ok()); // of what an image holds
    QDateTime time = QDateTime::currentDateTimeUtc();
    awaitTick();
    const Result<DriftReport> first = scan({{}, time}); // of everything
    QVERIFY(first->unseen.contains(Unseen{DriftSection::KernelSettings, {}, QStringLiteral("unseenThen")}));
    QVERIFY(scan().ok());
    m_platform->node.swappiness = "60";
    time = QDateTime::currentDateTimeUtc();
    awaitTick();
    const Result<DriftReport> report = scan({{}, time});
    QCOMPARE(report->differences.size(), 1); // since the one of everything
    QCOMPARE(report->differences.first().section, DriftSection::KernelSettings);
    QVERIFY(report->unseen.contains(Unseen{DriftSection::KernelSettings, {}, olderLookReason(first->scannedAt)}));
    QVERIFY(report->baselineAt > first->scannedAt);
}

void TestScanWork::aLookThatCannotBeKeptFailsNoScan()
{
    m_image = imageWith(*m_rooms, QStringLiteral("1.22"));
    QFile inTheWay(m_home->filePath(QStringLiteral("looks")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Result<DriftReport> report = scan();
    QVERIFY(report.ok());
    QVERIFY(report->differences.isEmpty());
    const auto isLog = [](const Event& event) { return std::holds_alternative<LogLine>(event.body); };
    QCOMPARE(std::ranges::count_if(m_said, isLog), 1);
    QVERIFY(hasNoBaseline(*scan({{}, QDateTime::currentDateTimeUtc()})));
}

void TestScanWork::spoilLooks(const QByteArray& bytes)
{
    QDirIterator files(m_home->filePath(QStringLiteral("looks")), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().contains(QStringLiteral("/salt")))
            continue;
        QVERIFY(bytes.isEmpty() ? file.remove() : file.open(QIODevice::ReadWrite) && file.write(bytes) > 0);
    }
}

void TestScanWork::aLostLookIsAGapAndTheNextIsKept()
{
    m_platform->node.swappiness = "10";
    QVERIFY(scan().ok());
    spoilLooks({});
    m_platform->node.version = "1.23"; // the settings' table is seen and kept again as it was
    const Result<DriftReport> report = scan();
    QVERIFY(report.ok());
    QVERIFY(report->differences.isEmpty());
    QVERIFY(report->unseen.contains(Unseen{DriftSection::Packages, {}, QStringLiteral("lookLost")}));
    QVERIFY(!report->unseen.contains(Unseen{DriftSection::KernelSettings, {}, QStringLiteral("lookLost")}));
    QVERIFY(!hasNoBaseline(*report));
    m_platform->node.version = "1.24";
    const Result<DriftReport> since = scan({{}, QDateTime::currentDateTimeUtc()});
    QCOMPARE(since->differences.first().fields.first().baseline, QStringLiteral("1.23")); // it was kept
    QVERIFY(scan({{}, {}, false, true}).ok());
    m_platform->node.version = "1.25";
    QCOMPARE(scan()->differences.first().fields.first().baseline, QStringLiteral("1.24"));
}

void TestScanWork::aDamagedLookThatIsSeenAgainIsMended()
{
    QVERIFY(scan().ok());
    const QDateTime between = QDateTime::currentDateTimeUtc();
    awaitTick();
    m_platform->node.version = "1.23";
    spoilLooks("????????");
    QVERIFY(scan()->unseen.contains(Unseen{DriftSection::Packages, {}, QStringLiteral("lookLost")}));
    QVERIFY(scan({{}, between})->unseen.contains(Unseen{DriftSection::Packages, {}, QStringLiteral("lookThenLost")}));
    m_platform->node.version = "1.22";
    const Result<DriftReport> report = scan();
    QVERIFY(report->differences.isEmpty());
    QVERIFY(!report->unseen.contains(Unseen{DriftSection::Packages, {}, QStringLiteral("lookLost")}));
}

void TestScanWork::withoutTheirSaltLooksAreNotDifferent()
{
    m_platform->node.token = "abc";
    QVERIFY(scan().ok());
    QVERIFY(QFile::remove(m_home->filePath(QStringLiteral("looks/salt"))));
    m_platform->node.version = "1.23";
    for (int again = 0; again < 2; ++again) {
        const Result<DriftReport> report = scan();
        QCOMPARE(report->differences.size(), 1);
        QCOMPARE(report->differences.first().section, DriftSection::Packages);
        QVERIFY(report->unseen.contains(Unseen{DriftSection::Schedules, {}, QStringLiteral("saltLost")}));
    }
    QCOMPARE(history().differences.size(), 1);
    QVERIFY(scan({{}, {}, false, true}).ok());
    m_platform->node.token = "def";
    QCOMPARE(scan()->differences.size(), 2); // one job came, one left
}

QList<StoreGap> TestScanWork::gapsSaid() const
{
    QList<StoreGap> gaps;
    for (const Event& event : m_said) {
        const auto* line = std::get_if<LogLine>(&event.body);
        if (const auto note = line ? storeNote(*line) : std::nullopt)
            gaps.append(note->gap);
    }
    return gaps;
}

void TestScanWork::whereNothingMayBeWrittenItIsComparedAndSaid()
{
    QVERIFY(scan().ok());
    m_platform->node.version = "1.23";
    QVERIFY(scan().ok());
    m_running.reset();
    m_rooms.reset();
    const sample::MountedFolder folder = sample::MountedFolder::readOnly(m_home->path());
    if (!folder.ok())
        QSKIP("it takes root to mount it read-only");
    m_rooms = std::make_unique<Rooms>(m_home->path());
    QVERIFY(m_rooms->journal);
    m_platform->node.version = "1.24";
    m_said.clear();
    QCOMPARE(scan()->differences.size(), 1);
    QCOMPARE(gapsSaid(), (QList<StoreGap>{StoreGap::Looks, StoreGap::Drift}));
    m_running->say(Started{QStringLiteral("scan"), QStringLiteral("shop"), {}});
    QCOMPARE(gapsSaid().last(), StoreGap::Journal);
    QVERIFY(!m_running->context().cancel.isCancelled());
    const OperationPtr build = operation(BuildIntent{});
    build->say(Started{QStringLiteral("build"), QStringLiteral("shop"), {}});
    QVERIFY(build->context().cancel.isCancelled()); // what changes something is done with a journal or not at all
    QCOMPARE(history().differences.size(), 1);
}

void TestScanWork::whatWasSeenBeforeACancelIsKept()
{
    m_image = imageWith(*m_rooms, QStringLiteral("1.22"));
    m_platform->node.asked = [this] { m_running->cancel(); };
    QVERIFY(scan().ok()); // its answer had come
    m_platform->node.asked = nullptr;
    m_platform->node.version = "1.23";
    QCOMPARE(scan({{}, QDateTime::currentDateTimeUtc()})->differences.size(), 1);
}

void TestScanWork::causesAreAskedForWhenThereIsADifference()
{
    QVERIFY(scan().ok());
    QVERIFY(scan().ok());
    QCOMPARE(m_platform->node.traces, 0);
    m_platform->node.version = "1.23";
    const Result<DriftReport> report = scan();
    QCOMPARE(m_platform->node.traces, 1);
    QCOMPARE(report->causes.size(), 1);
    QCOMPARE(report->causes.first().kind, LikelyCauseKind::PackageRun);
    QCOMPARE(history().differences.first().causes.size(), 1);
}

void TestScanWork::secretsAreToldApartAcrossRuns()
{
    const QByteArray salt = saltOf(operation(ScanIntent{}));
    QCOMPARE(salt.size(), 32);
    m_rooms = std::make_unique<Rooms>(m_home->path());
    QCOMPARE(saltOf(operation(ScanIntent{})), salt);
}

void TestScanWork::theHistoryIsRead()
{
    const QDateTime first = scan({}, {QStringLiteral("web-1"), QStringLiteral("web-2")})->scannedAt;
    m_platform->node.version = "1.23";
    QVERIFY(scan({}, {QStringLiteral("web-1"), QStringLiteral("web-2")}).ok());
    const DriftHistory read = history();
    QCOMPARE(read.differences.size(), 2);
    QVERIFY(read.differences.first().goneAt.isNull());
    const auto ofSecond = std::ranges::find(read.differences, QStringLiteral("web-2"), &DatedDifference::node);
    QVERIFY(ofSecond != read.differences.end());
    QCOMPARE(ofSecond->absentAt, first);
    QCOMPARE(read.counts.size(), 2);
    QCOMPARE(read.counts.last().differing, 2);
    QCOMPARE(read.counts.last().incomplete, 2);
}

void TestScanWork::aHostThatLeftIsGone()
{
    theHistoryIsRead();
    QVERIFY(scan().ok());
    const DriftHistory read = history();
    QCOMPARE(read.differences.size(), 2);
    QCOMPARE(read.differences.last().node, QStringLiteral("web-2"));
    QVERIFY(read.differences.last().goneAt.isValid());
}

void TestScanWork::aStoreThatCannotBeOpenedFailsNothing()
{
    QVERIFY(QDir(m_home->path()).mkdir(QStringLiteral("drift.sqlite")));
    m_said.clear();
    const Result<DriftReport> report = scan();
    QVERIFY(report.ok());
    int lines = 0;
    for (const Event& event : std::as_const(m_said))
        lines += std::holds_alternative<LogLine>(event.body) ? 1 : 0;
    QVERIFY(lines > 0);
    const Finished finished = QCoro::waitFor(runVerb(operation(DriftHistoryIntent{}), DriftHistoryIntent{}));
    QCOMPARE(finished.outcome, OutcomeKind::Failed);
}

QTEST_GUILESS_MAIN(TestScanWork)
#include "tst_scan_work.moc"
