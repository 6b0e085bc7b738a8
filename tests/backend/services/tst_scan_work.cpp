// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes without a birth image: what is compared with what, what is kept of it, and what is told later.
#include "backend/services/scan_work.h"
#include "backend/services/verbs.h"
#include "models/domain/drift/compare_looks.h"

#include <QCoro/QCoroTask>
#include <QDir>
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
        result.out = isTrace ? frame("things", "p0 +0000 1793700000 -\n") + frame("dpkg", dpkg)
                             : frame("packages", "ii \tnginx\t" + version + "\tamd64\t1793700000\n");
        co_return result;
    }
    QByteArray version = "1.22";
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
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_rooms = std::make_unique<Rooms>(m_home->path());
        m_platform = std::make_unique<HostPlatform>();
        m_said.clear();
    }
    void theFirstLookIsNothingToCompareWith();
    void laterOnesAreComparedWithTheFirst();
    void anAcceptedLookIsTheBaseline();
    void sinceComparesWithTheLookBefore();
    void causesAreAskedForWhenThereIsADifference();
    void secretsAreToldApartAcrossRuns();
    void theHistoryIsRead();
    void aHostThatLeftIsGone();
    void aStoreThatCannotBeOpenedFailsNothing();

private:
    OperationPtr operation(const Intent& intent);
    Result<DriftReport> scan(const ScanIntent& intent = {}, const QStringList& hosts = {QStringLiteral("web-1")});
    DriftHistory history();

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Rooms> m_rooms;
    std::unique_ptr<HostPlatform> m_platform;
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

/// Of the last of the hosts.
Result<DriftReport> TestScanWork::scan(const ScanIntent& intent, const QStringList& hosts)
{
    const OperationPtr running = operation(intent);
    const auto fleet = std::make_shared<const FleetAccess>(
        FleetAccess{running->blueprint(), {}, m_platform.get(), {}, m_home->path()});
    QList<NodeFacts> nodes;
    for (const QString& name : hosts)
        nodes.append(host(name));
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
    QVERIFY(isFirstLook(*report));
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
    QVERIFY(isFirstLook(*scan({{}, between.addDays(-1)})));
    QCOMPARE(history().differences.size(), 1); // compared with a chosen day it says nothing about how the node stands
    QCOMPARE(history().differences.first().difference.fields.first().actual, QStringLiteral("1.23"));
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
    const QByteArray salt = QCoro::waitFor(lookSalt(operation(ScanIntent{})));
    QCOMPARE(salt.size(), 32);
    m_rooms = std::make_unique<Rooms>(m_home->path());
    QCOMPARE(QCoro::waitFor(lookSalt(operation(ScanIntent{}))), salt);
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
