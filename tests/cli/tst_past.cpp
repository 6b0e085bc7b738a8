// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "app/cli/operation_ids.h"
#include "app/cli/report_page.h"
#include "models/domain/event_json.h"
#include "models/wording/wording.h"

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

const QDateTime began = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
const QString first = u"3f2a1b2c-0000-4000-8000-000000000001"_qs;
const QString second = u"3f2a1b2c-9999-4000-8000-000000000002"_qs;
const QString third = u"77777777-0000-4000-8000-000000000003"_qs;

HistoryEntry entryOf(const QString& id)
{
    return {id, u"swap"_qs, u"shop"_qs, u"web → shop@1.1.0"_qs, u"mina@laptop"_qs, began, {}, {}};
}

QList<EventBody> historyOf(const QStringList& ids)
{
    HistoryListed listed;
    for (const QString& id : ids)
        listed.entries.append(entryOf(id));
    return {listed, ended(OutcomeKind::Done, Safety::Unchanged)};
}

Recorded recorded(qint64 afterMs, const EventBody& body)
{
    return {toJson(Event{first, began.addMSecs(afterMs), body})};
}

/// A swap that was paused and then rolled back.
DeploymentReport report()
{
    DeploymentReport report;
    report.operation = first;
    report.verb = u"swap"_qs;
    report.person = u"mina@laptop"_qs;
    report.startedAt = began;
    report.endedAt = began.addSecs(65);
    report.plan = swapPlan();
    report.plan.toDigest = Digest::ofBytes("green");
    report.plan.blue = {{u"web-1"_qs, u"a1"_qs, shop10, Digest::ofBytes("blue")}};
    report.outcome = OutcomeKind::Failed;
    report.safety = Safety::BlueServes;
    report.error = Error{ErrorCode::GateTripped, {u"failed"_qs, u"3"_qs, u"1"_qs, u"web-2"_qs}, {}};
    report.accepted = {u"driftUnknown"_qs};
    report.rolledBack = u"asked"_qs;
    report.rolledBackAt = began.addSecs(60);
    report.leaseFrom = u"ada@desk"_qs;
    report.leaseReason = u"on the train"_qs;
    const Error late{ErrorCode::NotNow, {u"pause"_qs, u"web"_qs, u"goingBack"_qs}, {}};
    report.steps = {
        {StepKind::MoveTraffic, StepEnd::Done, began.addSecs(1), 300, {u"set x"_qs}, {u"b1 up|`ready`"_qs}, {}},
        {StepKind::RetireBlue, StepEnd::NotBegun, {}, 0, {u"never said"_qs}, {}, {}}};
    report.asked = {{began.addSecs(61), u"ada@desk"_qs, Command::Pause, 0, late}};
    report.edited = {{began.addSecs(62), u"edge"_qs, {{31, u"timeout queue 11s"_qs}, {0, u"option redispatch"_qs}}}};
    report.traffic = {13'802, 3, {6'100, 0, 0, 0, 4, 70, 0, 3, 9}, {7'702, 3, 0, 0, 5, 50, 1, 4, 12}};
    report.switchMs = 300;
    return report;
}

} // namespace

/// What was done: history, its events, reports.
class TestPast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QVERIFY(installTranslator(QLocale(QLocale::English)));
    }
    void idsAreAsLongAsNeeded_data();
    void idsAreAsLongAsNeeded();
    void beginningsOfIds();
    void historyShowsWhatCanBeTyped();
    void eventsAsLines();
    void eventsOfALaterVersion();
    void eventsAsJson();
    void eventsOfNothing();
    void eventsOfSeveral();
    void latestReport();
    void reportOfOne();
    void reportOfNothing();
    void reportAsText();
    void reportAsMarkdown();
    void reportOfSomethingOpen();
};

void TestPast::idsAreAsLongAsNeeded_data()
{
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<int>("length");
    QTest::newRow("none") << QStringList() << 8;
    QTest::newRow("one") << QStringList{first} << 8;
    QTest::newRow("different") << QStringList{first, third} << 8;
    QTest::newRow("alike") << QStringList{first, third, second} << 10;
    QTest::newRow("twice the same") << QStringList{first, first} << 8;
    QTest::newRow("one begins the other") << QStringList{u"123456789"_qs, u"1234567890"_qs} << 10;
    QTest::newRow("short ones") << QStringList{u"1"_qs, u"2"_qs} << 8;
}

void TestPast::idsAreAsLongAsNeeded()
{
    QFETCH(QStringList, ids);
    QFETCH(int, length);
    QCOMPARE(lengthToTellApart(ids), length);
}

void TestPast::beginningsOfIds()
{
    const QStringList ids{first, second, third, u"77"_qs};
    QCOMPARE(idsBeginning(u"3f2a1b2c-0"_qs, ids), QStringList{first});
    QCOMPARE(idsBeginning(u"3F2A1B2C-9"_qs, ids), QStringList{second});
    QCOMPARE(idsBeginning(u"3f"_qs, ids), QStringList({first, second}));
    QCOMPARE(idsBeginning(u"77"_qs, ids), QStringList{u"77"_qs}); // exactly it
    QCOMPARE(idsBeginning(third, ids), QStringList{third});
    QCOMPARE(idsBeginning(u"4"_qs, ids), QStringList());
}

void TestPast::historyShowsWhatCanBeTyped()
{
    CliFixture cli;
    cli.script = historyOf({first, second, third});
    cli.run({u"history"_qs, cli.blueprint()});
    for (const QString& id : {u"3f2a1b2c-0 "_qs, u"3f2a1b2c-9 "_qs, u"77777777-0 "_qs})
        QVERIFY2(cli.out.contains(u'\n' + id), qPrintable(cli.out));
}

void TestPast::eventsAsLines()
{
    CliFixture cli;
    cli.looked = historyOf({first, third});
    cli.script = {recorded(0, Started{u"swap"_qs, u"shop"_qs, u"web → shop@1.1.0"_qs}),
                  recorded(5, PlanMade{swapPlan()}),
                  recorded(10, StepBegun{0, StepKind::MoveTraffic}),
                  recorded(310, StepDone{0, StepKind::MoveTraffic, 300, {}}),
                  recorded(400, LeaseTaken{u"mina@laptop"_qs, began, began, {}, {}}),
                  recorded(500, DrainSeen{}),
                  recorded(900, Finished{OutcomeKind::Done, Safety::GreenServesAlone, {}, 900}),
                  ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"history"_qs, u"--events"_qs, u"3f2"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<ReplayIntent>()->operation, first);
    QCOMPARE(cli.out,
             u"2023-11-14 22:13:20.000  Swap web to shop 1.1.0 · shop\n"
             "2023-11-14 22:13:20.005  Blue-green swap: shop@1.0.0 → shop@1.1.0\n"
             "2023-11-14 22:13:20.010  ▸ [1/2] Move the traffic from web-1 to web-2\n"
             "2023-11-14 22:13:20.310  ✓ [1/2] Move the traffic from web-1 to web-2  300 ms\n"
             "2023-11-14 22:13:20.400  mina@laptop holds the lease.\n"
             "2023-11-14 22:13:20.500  No session is open any more; looking again to be sure\n"
             "2023-11-14 22:13:20.900  Done (900 ms). The new nodes serve all traffic; the old ones are gone.\n"_qs);
}

void TestPast::eventsOfALaterVersion()
{
    CliFixture cli;
    QJsonObject later = recorded(7, Finished{}).event;
    later.insert(u"type"_qs, u"warped\x1b"_qs);
    cli.looked = historyOf({first});
    cli.script = {Recorded{later}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"history"_qs, u"--events"_qs, first, cli.blueprint()});
    QCOMPARE(cli.out, u"2023-11-14 22:13:20.007  ? “warped\\x1b”, which this Snowmelt cannot read\n"_qs);
}

void TestPast::eventsAsJson()
{
    CliFixture cli;
    const Recorded one = recorded(0, Started{u"swap"_qs, u"shop"_qs, {}});
    const Recorded two = recorded(10, Finished{});
    cli.looked = historyOf({first});
    cli.script = {one, two, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"history"_qs, u"--events"_qs, first, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    const QStringList lines = cli.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(document(lines[0]), one.event);
    QCOMPARE(document(lines[1]), two.event);
    QCOMPARE(cli.err, QString());
}

void TestPast::eventsOfNothing()
{
    CliFixture cli;
    cli.looked = historyOf({first});
    cli.run({u"history"_qs, u"--events"_qs, u"abc"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.err.startsWith(u"snowmelt: The journal has no deployment abc."_qs), qPrintable(cli.err));
    QCOMPARE(cli.log.requests.size(), 1);
    QVERIFY(cli.intent<HistoryIntent>()->limit > 100'000); // of all there is, not of the last fifty
    cli.looked = {failed(ErrorCode::StoreUnusable, {u"/j"_qs})};
    cli.run({u"history"_qs, u"--events"_qs, u"abc"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY(!cli.err.contains(u"no deployment"_qs)); // unknown is not "none"
}

void TestPast::eventsOfSeveral()
{
    CliFixture cli;
    cli.looked = historyOf({first, second, third});
    for (const QStringList& words :
         {QStringList{u"history"_qs, u"--events"_qs}, QStringList{u"report"_qs, u"--of"_qs}}) {
        cli.run(words + QStringList{u"3f"_qs, cli.blueprint()});
        QCOMPARE(cli.status, 64);
        QVERIFY2(cli.err.contains(u"Several ids begin with “3f”: 3f2a1b2c-0, 3f2a1b2c-9."_qs), qPrintable(cli.err));
        QCOMPARE(cli.out, QString());
        QVERIFY(isLooking(cli.log.requests.last().intent));
    }
}

void TestPast::latestReport()
{
    CliFixture cli;
    cli.script = {ReportMade{report()}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"report"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.log.requests.size(), 1);
    QVERIFY(cli.intent<ReportIntent>() && cli.intent<ReportIntent>()->deployment.isEmpty());
    const QJsonObject json = document(cli.out);
    QCOMPARE(json.value(u"schema"_qs).toString(), u"snowmelt.report/1"_qs);
    QCOMPARE(json.value(u"outcome"_qs).toString(), u"done"_qs); // of the reading
    QCOMPARE(json.value(u"report"_qs).toObject(), toJson(report()));
    QCOMPARE(json.value(u"report"_qs).toObject().value(u"outcome"_qs).toString(), u"failed"_qs);
}

void TestPast::reportOfOne()
{
    CliFixture cli;
    cli.looked = historyOf({first, third});
    cli.script = {ReportMade{report()}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"report"_qs, u"--of=777"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<ReportIntent>()->deployment, third);
}

void TestPast::reportOfNothing()
{
    CliFixture cli;
    cli.looked = historyOf({});
    cli.run({u"report"_qs, u"--of=777"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY(document(cli.out).value(u"report"_qs).isNull());
    QCOMPARE(document(cli.out).value(u"error"_qs).toObject().value(u"code"_qs).toString(), u"deploymentUnknown"_qs);
    QCOMPARE(cli.err, QString());
    cli.script = {failed(ErrorCode::DeploymentUnknown, {QString()})};
    cli.run({u"report"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QCOMPARE(cli.out, QString());
}

void TestPast::reportAsText()
{
    CliFixture cli;
    cli.script = {ReportMade{report()}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"report"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    const DeploymentReport said = report();
    QVERIFY(cli.out.startsWith(u"Swap web to shop 1.1.0\nId         3f2a1b2c-"_qs));
    for (const QString& line :
         {u"By         mina@laptop\n"_qs,
          u"Started    2023-11-14 22:13:20 UTC\n"_qs,
          u"Ended      2023-11-14 22:14:25 UTC (1 min 5 s)\n"_qs,
          QString(u"Outcome    Failed. "_qs + sentence(Safety::BlueServes) + u' ' + sentence(*said.error).what + u'\n'),
          QString(u"To         shop@1.1.0 "_qs + said.plan.toDigest.text() + u'\n'),
          QString(u"Blue       web-1 (a1, shop@1.0.0, "_qs + said.plan.blue[0].digest.text() + u")\n"),
          u"Green      web-2 (b1)\n"_qs,
          u"Gates      failed at most 1 %\n"_qs,
          u"Accepted   driftUnknown\n"_qs,
          u"Lease      taken over from ada@desk: on the train\n"_qs,
          u"Went back  The traffic goes back to blue, as asked. 2023-11-14 22:14:20 UTC\n"_qs,
          u"Switch     300 ms\n"_qs,
          u"1  Move the traffic from web-1 to web-2  done       2023-11-14 22:13:21 UTC  300 ms\n"_qs,
          u"2  Take web-1 out of the balancer        not begun\n"_qs,
          u"2023-11-14 22:14:21 UTC  ada@desk asked for “Pause”, which was refused.  It is on its way back to blue "
          "already.\n"_qs,
          u"Edited by hand while it ran\n"_qs,
          u"2023-11-14 22:14:22 UTC  Line 31 of the configuration of edge was not written by Snowmelt, and stays: "
          "timeout queue 11s\n"_qs,
          u"2023-11-14 22:14:22 UTC  A line of Snowmelt's is missing in the configuration of edge: option "
          "redispatch\n"_qs,
          u"blue      6,100       0  4 ms          70       0  3 ms   9 ms\n"_qs,
          u"green     7,702       3  5 ms          50       1  4 ms  12 ms\n"_qs,
          u"Requests 13,802 (blue 6,100, green 7,702), failed 3; own probes 120, failed 1. Requests and failures are "
          "the balancer’s count. It cannot see clients that never reached it, nor answers that are wrong but have "
          "status 200.\n"_qs,
          u"\nMove the traffic from web-1 to web-2\n  $ set x\n  = b1 up|`ready`\n"_qs})
        QVERIFY2(cli.out.contains(line), qPrintable(line + u"in\n" + cli.out));
    QVERIFY(!cli.out.contains(u"never said"_qs)); // of a step that was not begun
}

void TestPast::reportAsMarkdown()
{
    CliFixture cli;
    DeploymentReport said = report();
    said.person = u"a|b <script>\x1b[31m"_qs;
    cli.script = {ReportMade{said}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"report"_qs, u"--markdown"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.out.startsWith(u"# Swap web to shop 1.1.0\n\n|  |  |\n| --- | --- |\n| Id | 3f2a1b2c-"_qs));
    for (const QString& line :
         {u"| By | a\\|b \\<script\\>\\\\x1b\\[31m |\n"_qs,
          u"\n## Steps\n\n| \\# | STEP | END | BEGUN | TOOK | WHY |\n"_qs,
          u"| --: | --- | --- | --- | --: | --- |\n"_qs, u"\n## Traffic\n"_qs,
          u"| green | 7,702 | 3 | 5 ms | 50 | 1 | 4 ms | 12 ms |\n"_qs,
          u"\n    Move the traffic from web-1 to web-2\n      $ set x\n      = b1 up|`ready`\n"_qs})
        QVERIFY2(cli.out.contains(line), qPrintable(line + u"in\n" + cli.out));
    QVERIFY(!cli.out.endsWith(u"\n\n"_qs));
}

void TestPast::reportOfSomethingOpen()
{
    DeploymentReport said;
    said.verb = u"swap"_qs;
    said.startedAt = began;
    said.plan = swapPlan();
    CliFixture cli;
    cli.script = {ReportMade{said}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"report"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u"no end recorded\n"_qs) && !cli.out.contains(u"Ended"_qs) &&
                 !cli.out.contains(u"Switch"_qs) && !cli.out.contains(u"What people told it"_qs),
             qPrintable(cli.out));
}

QTEST_GUILESS_MAIN(TestPast)
#include "tst_past.moc"
