// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "models/domain/code_names.h"
#include "models/domain/event_json.h"
#include "models/wording/wording.h"

#include <QGuiApplication>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

FleetState runningFleet()
{
    NodeState healthy;
    healthy.name = u"web-1"_qs;
    healthy.group = u"web"_qs;
    healthy.lifecycle = Lifecycle::Running;
    healthy.health = Health::Healthy;
    healthy.image = shop11;
    healthy.share = 1;
    healthy.driftCount = 3;
    NodeState down = healthy;
    down.name = u"web-2"_qs;
    down.health = Health::Down;
    down.healthReason = u"GET /healthz: 503\x1b[2J"_qs;
    down.share = 0;
    down.driftCount.reset();
    BalancerState edge;
    edge.node.name = u"edge"_qs;
    edge.node.role = Role::Balancer;
    edge.node.lifecycle = Lifecycle::Running;
    edge.driver = u"haproxy"_qs;
    edge.version = u"2.6.12"_qs;
    edge.entry = {u"127.77.1.2"_qs, 8080};
    FleetState fleet;
    fleet.name = u"shop"_qs;
    fleet.platform = u"simulation"_qs;
    fleet.balancers = {edge};
    fleet.groups = {GroupState{u"web"_qs, 3, shop10, {healthy, down}, 0, 0, {}, 0}};
    fleet.blind = {Error{ErrorCode::SshUnreachable, {u"web-2"_qs, u"127.77.1.4:22"_qs}, {}}};
    return fleet;
}

DriftReport driftOf(const QString& node)
{
    DriftReport report;
    report.node = node;
    report.baselineImage = shop10;
    report.differences = {
        Difference{DriftSection::Files,
                   DifferenceKind::Changed,
                   "/etc/a\x1b[31m",
                   {{u"mode"_qs, u"0644"_qs, u"0600"_qs}},
                   u"one\ntwo\nthree"_qs,
                   u"one\n2\nthree"_qs},
        Difference{DriftSection::Packages, DifferenceKind::Added, "htop", {{u"version"_qs, {}, u"3.2"_qs}}, {}, {}}};
    report.unseen = {Unseen{DriftSection::Files, "/root/\xff", u"permissionDenied"_qs}};
    report.leftOut = {LeftOut{u"/var/log/*"_qs, u"log"_qs, 7}};
    return report;
}

} // namespace

class TestVerbs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void up();
    void down();
    void status();
    void statusNamesWhoFailed();
    void statusWithUsage();
    void statusAsJson();
    void scan();
    void scanVerbose();
    void scanAsJson();
    void images();
    void build();
    void plan();
    void planAsJson();
    void swap();
    void swapWritesTheBlueprint();
    void swapThatFailsWritesNothing();
    void rollback();
    void rebirth();
    void history();
    void exportsAPicture();
    void exportsEveryFormat();
    void exportsTheLiveFleet();
    void exportsWhereAPersonPutThings();
    void actsSpeakJsonLines();
    void check();
    void everyOutcomeHasItsExitStatus_data();
    void everyOutcomeHasItsExitStatus();
    void everyErrorIsSaid_data();
    void everyErrorIsSaid();
    void interruptCancels();
};

void TestVerbs::up()
{
    CliFixture cli;
    cli.script = {Progress{Phase::CreatingNode, {u"web-1"_qs}, 1, 2},
                  Progress{Phase::AwaitingHealth, {u"web"_qs, u"1"_qs, u"2"_qs}, 1, 2}, FleetObserved{runningFleet()},
                  ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run({u"up"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.intent<UpIntent>());
    QCOMPARE(cli.log.requests[0].blueprint.name, u"shop"_qs);
    QCOMPARE(cli.out, u"Up · shop\nCreating web-1 (1/2)\nWaiting until web is healthy (1 of 2)\nedge answers at "
                      u"http://127.77.1.2:8080/\n"
                      "Done (1.5 s). Everything is as you asked.\n"_qs);
    QCOMPARE(cli.err, QString());
}

void TestVerbs::down()
{
    CliFixture cli;
    cli.run({u"down"_qs, u"--yes"_qs, u"--volumes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.intent<DownIntent>() && cli.intent<DownIntent>()->volumes);
}

void TestVerbs::status()
{
    CliFixture cli;
    cli.script = {FleetObserved{runningFleet()}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"status"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    QVERIFY(cli.intent<StatusIntent>());
    const QStringList lines = cli.out.split(u'\n');
    QCOMPARE(lines.at(0), u"shop · simulation"_qs);
    QCOMPARE(lines.at(1), u"PART       HEALTH     IMAGE       TRAFFIC  SESSIONS  DRIFT  ABOUT"_qs);
    QCOMPARE(lines.at(2),
             u"edge       ? unknown                                        haproxy 2.6.12 http://127.77.1.2:8080/"_qs);
    QCOMPARE(lines.at(3), u"web/web-1  ✓ healthy  shop@1.1.0    100 %         0     Δ3"_qs);
    QVERIFY2(lines.at(4).contains(u"× down"_qs) && lines.at(4).endsWith(u"GET /healthz: 503\\x1b[2J"_qs),
             qPrintable(lines[4]));
    QVERIFY(cli.out.contains(u"web has 2 nodes, the blueprint says 3."_qs));
    QVERIFY(cli.out.contains(u"web runs shop@1.1.0, the blueprint says shop@1.0.0."_qs));
    QVERIFY(cli.out.contains(u"Could not see: web-2 does not answer SSH at 127.77.1.4:22."_qs));
    QVERIFY2(!cli.out.contains(u'\x1b'), "no escape reaches a pipe, ours or a node's");
}

void TestVerbs::statusNamesWhoFailed()
{
    FleetState fleet = runningFleet();
    fleet.balancers[0].serves = QStringList{u"web"_qs};
    GroupState& web = fleet.groups[0];
    web.requests = 1000;
    web.failed = 42;
    web.countedSince = QDateTime(QDate(2026, 11, 20), QTime(9, 14), Qt::LocalTime).toUTC();
    web.nodes[1].counted = Counted{90, 40, false};
    BalancerCheck check;
    check.status = u"L7STS"_qs;
    check.code = 503;
    check.failed = true;
    check.since = web.countedSince.addSecs(60);
    web.nodes[1].check = check;
    CliFixture cli;
    cli.script = {FleetObserved{fleet}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"status"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u"edge: 42 of 1,000 requests failed (4.2 %) · counted since 2026-11-20 "
                              "09:14\n"_qs),
             qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u"  web-2  40 of 90 failed  down since 2026-11-20 09:15  L7STS 503\n"_qs),
             qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u"  2 without a node: the balancer answered them itself\n"_qs), qPrintable(cli.out));
}

void TestVerbs::statusWithUsage()
{
    FleetState fleet = runningFleet();
    fleet.groups[0].nodes[0].utilisation = Utilisation{0.42, 212'000'000, 512'000'000, fleet.observedAt};
    CliFixture cli;
    cli.script = {FleetObserved{fleet}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"status"_qs, u"--usage"_qs, cli.blueprint()});
    QVERIFY(cli.intent<StatusIntent>()->utilisation);
    QVERIFY2(cli.out.contains(u"42 %  212 MB of 512 MB"_qs), qPrintable(cli.out));
}

void TestVerbs::statusAsJson()
{
    CliFixture cli;
    cli.script = {FleetObserved{runningFleet()}, ended(OutcomeKind::Incomplete, Safety::Unchanged)};
    cli.run({u"status"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 3);
    const QJsonObject json = document(cli.out);
    QCOMPARE(json.value(u"schema"_qs).toString(), u"snowmelt.status/1"_qs);
    QCOMPARE(json.value(u"outcome"_qs).toString(), u"incomplete"_qs);
    QCOMPARE(json.value(u"fleet"_qs).toObject(), toJson(runningFleet()));
    QCOMPARE(cli.err, QString());
}

void TestVerbs::scan()
{
    CliFixture cli;
    DriftReport clean;
    clean.node = u"web-2"_qs;
    clean.baselineImage = shop10;
    clean.leftOut = {LeftOut{u"/run/*"_qs, u"runtime"_qs, 1}, LeftOut{u"/var/log/*"_qs, u"log"_qs, 1368}};
    cli.script = {NodeScanned{driftOf(u"web-1"_qs)}, NodeScanned{clean},
                  NodeUnseen{u"web-3"_qs, Error{ErrorCode::SshBroken, {u"web-3"_qs}, {}}},
                  ended(OutcomeKind::Incomplete, Safety::Unchanged)};
    cli.run({u"scan"_qs, cli.blueprint(), u"--node"_qs, u"web-1,web-2"_qs});
    QCOMPARE(cli.status, 3);
    QCOMPARE(cli.intent<ScanIntent>()->nodes, QStringList({u"web-1"_qs, u"web-2"_qs}));
    QCOMPARE(cli.out,
             u"web-1  shop@1.0.0  2 differences · 7 entries left out by 1 rule\n"
             "  Packages\n"
             "    + htop  added\n"
             "        version: ∅ → 3.2\n"
             "  Files\n"
             "    ~ /etc/a\\x1b[31m  changed\n"
             "        mode: 0644 → 0600\n"
             "        - two\n"
             "        + 2\n"
             "  ? could not see /root/\\xff: not allowed to read it\n"
             "web-2  shop@1.0.0  as born · 1,369 entries left out by 2 rules\n"
             "web-3  ? could not see it: The connection to web-3 broke off. Try again. If it happens again, look at "
             "the node and the network.\n"
             "\n"
             "On 2 nodes, 1,376 entries left out by 2 rules:\n"
             "  1,375  /var/log/*  logs\n"
             "      1  /run/*      state while it runs\n"_qs);
    QVERIFY(cli.err.startsWith(u"snowmelt: Incomplete."_qs));
}

void TestVerbs::scanVerbose()
{
    CliFixture cli;
    DriftReport clean;
    clean.node = u"web-2"_qs;
    clean.baselineImage = shop10;
    clean.leftOut = {LeftOut{u"/run/*"_qs, u"runtime"_qs, 1}};
    DriftReport bare = clean;
    bare.node = u"web-3"_qs;
    bare.leftOut.clear();
    cli.script = {NodeScanned{clean}, NodeScanned{bare}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"scan"_qs, u"--verbose"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.out, u"web-2  shop@1.0.0  as born · 1 entry left out by 1 rule\n"
                      "  1  /run/*  state while it runs\n"
                      "web-3  shop@1.0.0  as born\n"
                      "\n"
                      "On 2 nodes, 1 entry left out by 1 rule:\n"
                      "  1  /run/*  state while it runs\n"_qs);
    cli.script = {NodeScanned{clean}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.log = {};
    cli.run({u"scan"_qs, u"--verbose"_qs, cli.blueprint()});
    QCOMPARE(cli.out, u"web-2  shop@1.0.0  as born · 1 entry left out by 1 rule\n"
                      "  1  /run/*  state while it runs\n"_qs);
}

void TestVerbs::scanAsJson()
{
    CliFixture cli;
    const DriftReport report = driftOf(u"web-1"_qs);
    cli.script = {NodeScanned{report}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"scan"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    QVERIFY(cli.intent<ScanIntent>()->nodes.isEmpty());
    const QJsonObject json = document(cli.out);
    QCOMPARE(json.value(u"schema"_qs).toString(), u"snowmelt.drift/1"_qs);
    const Result<DriftReport> back = driftReportFromJson(json.value(u"reports"_qs).toArray().at(0).toObject());
    QVERIFY(back.ok() && back.value() == report);
}

void TestVerbs::images()
{
    CliFixture cli;
    ImageRecord built{shop10, Digest::ofBytes("x"), {}, Tier::Immutable, {}, 191'000'000, 1, 88, 1, false, 2};
    ImageRecord planned{shop11, {}, {}, Tier::Immutable, {}, 0, 0, 0, 0, false, 0};
    cli.script = {ImagesListed{{built, planned}}, Finished{}};
    cli.run({u"images"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.intent<ImagesIntent>());
    QVERIFY2(cli.out.contains(u"shop@1.0.0  Immutable  built      191 MB        88      2"_qs), qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u"shop@1.1.0  Immutable  not built\n"_qs), qPrintable(cli.out));
    cli.run({u"images"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(document(cli.out).value(u"images"_qs).toArray().size(), 2);
}

void TestVerbs::build()
{
    CliFixture cli;
    ImageRecord built{shop11, Digest::ofBytes("x"), shop10, Tier::Immutable, {}, 191'000'000, 1, 88, 4200, false, 0};
    cli.script = {ImageBuilt{built, false}, ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run({u"build"_qs, u"shop"_qs, u"--from-scratch"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<BuildIntent>()->image, shop11); // the last version in the file's order
    QVERIFY(cli.intent<BuildIntent>()->fromScratch);
    QVERIFY2(cli.out.contains(u"shop@1.1.0 was built in 4.2 s  191 MB  "_qs), qPrintable(cli.out));
    CliFixture other;
    other.run({u"build"_qs, u"shop@1.0.0"_qs, other.blueprint()});
    QCOMPARE(other.intent<BuildIntent>()->image, shop10);
    QVERIFY(!other.intent<BuildIntent>()->fromScratch);
}

void TestVerbs::plan()
{
    CliFixture cli;
    cli.looked = planned(swapPlan());
    cli.run({u"plan"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--bake=30"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    QCOMPARE(cli.intent<PlanIntent>()->group, u"web"_qs);
    QCOMPARE(cli.intent<PlanIntent>()->to, shop11);
    QCOMPARE(cli.intent<PlanIntent>()->bakeSeconds, 30);
    QCOMPARE(cli.out, u"Blue-green swap: web  shop@1.0.0 → shop@1.1.0\n"
                      "! Not every node that goes has been scanned, so what is lost with them is not known.  "
                      "driftUnknown\n"
                      "1. Move the traffic from web-1 to web-2\n"
                      "     set server web/b1 state ready\n"
                      "── point of no return ──\n"
                      "2. Take web-1 out of the balancer\n"
                      "Warnings to be accepted: driftUnknown\n"_qs);
}

void TestVerbs::planAsJson()
{
    CliFixture cli;
    cli.looked = {failed(ErrorCode::GroupUnknown, {u"wep"_qs})};
    cli.run({u"plan"_qs, u"wep"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY(document(cli.out).value(u"plan"_qs).isNull());
    QCOMPARE(document(cli.out).value(u"error"_qs).toObject().value(u"code"_qs).toString(), u"groupUnknown"_qs);
    QCOMPARE(cli.err, QString());
}

void TestVerbs::swap()
{
    CliFixture cli;
    cli.script = {PlanMade{swapPlan()}, StepBegun{0, StepKind::MoveTraffic},
                  StepDone{0, StepKind::MoveTraffic, 300, {}}, TrafficCounted{12345, 0},
                  ended(OutcomeKind::Done, Safety::GreenServesAlone)};
    const QString file = cli.blueprint();
    cli.run(
        {u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--strategy"_qs, u"blue-green"_qs, u"--yes"_qs, file});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<SwapIntent>()->to, shop11);
    QVERIFY2(cli.out.contains(u"[1/2] Move the traffic from web-1 to web-2\n"
                              "✓ [1/2] Move the traffic from web-1 to web-2  300 ms\n"_qs),
             qPrintable(cli.out));
    QVERIFY(cli.out.contains(u"Requests 12,345, failed 0\n"_qs));
    QVERIFY(cli.out.endsWith(u"Done (1.5 s). The new nodes serve all traffic; the old ones are gone.\n"_qs));
    QCOMPARE(cli.contentOf(u"shop.yaml.blueprint"_qs), CliFixture::blueprintText());
}

void TestVerbs::swapWritesTheBlueprint()
{
    CliFixture cli;
    cli.run({u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--write"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QByteArray expected = CliFixture::blueprintText();
    expected.replace("image: shop@1.0.0", "image: shop@1.1.0");
    QCOMPARE(cli.contentOf(u"shop.yaml.blueprint"_qs), expected);
}

void TestVerbs::swapThatFailsWritesNothing()
{
    CliFixture cli;
    cli.script = {Finished{OutcomeKind::Failed, Safety::BlueServes,
                           Error{ErrorCode::NeverHealthy, {u"web-2"_qs, u"60"_qs, u"503"_qs}, {}}, 1}};
    cli.run({u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--write"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QCOMPARE(cli.contentOf(u"shop.yaml.blueprint"_qs), CliFixture::blueprintText());
    QCOMPARE(cli.err,
             u"snowmelt: web-2 did not become healthy within 60 seconds: 503\n"
             "  safe: The old nodes (blue) serve all traffic; the new ones (green) were removed.\n"
             "  next: Correct what the reason says. If the image is at fault, build it again. Then try again.\n"_qs);
}

void TestVerbs::rollback()
{
    CliFixture cli;
    cli.script = {RollingBack{5, u"asked"_qs}, ended(OutcomeKind::Done, Safety::BlueServes)};
    cli.run({u"rollback"_qs, u"web"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<ControlIntent>()->group, u"web"_qs);
    QVERIFY(cli.out.contains(u"The traffic goes back to blue, as asked."_qs));
}

void TestVerbs::rebirth()
{
    CliFixture cli;
    cli.run({u"rebirth"_qs, u"web-2"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<RebirthIntent>()->node, u"web-2"_qs);
}

void TestVerbs::history()
{
    CliFixture cli;
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    cli.script = {HistoryListed{{{u"3f2a1b2c-0000"_qs, u"swap"_qs, u"shop"_qs, u"web → shop@1.1.0"_qs, u"ada@desk"_qs,
                                  start, start.addSecs(65), u"done"_qs},
                                 {u"3f2a1b2d-0000"_qs, u"up"_qs, u"shop"_qs, {}, u"ada@desk"_qs, start, {}, {}}}},
                  Finished{}};
    cli.run({u"history"_qs, u"--limit"_qs, u"2"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<HistoryIntent>()->limit, 2);
    QVERIFY2(cli.out.startsWith(u"ID        STARTED "_qs) && cli.out.contains(u"\n3f2a1b2c  "_qs), qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u"Swap web to shop 1.1.0  ada@desk  1 min 5 s  Done\n"_qs), qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u"Up                      ada@desk             no end recorded\n"_qs),
             qPrintable(cli.out));
    cli.run({u"history"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(document(cli.out).value(u"entries"_qs).toArray().size(), 2);
}

void TestVerbs::exportsAPicture()
{
    CliFixture cli;
    const QString path = cli.folder.filePath(u"shop.svg"_qs);
    cli.run({u"export"_qs, u"-o"_qs, path, cli.blueprint()});
    QVERIFY2(cli.status == 0, qPrintable(cli.err));
    QVERIFY(cli.log.requests.isEmpty()); // the blueprint alone needs no backend
    QVERIFY(cli.contentOf(u"shop.svg"_qs).contains("<svg"));
    QCOMPARE(cli.out, QString(path + u" is written.\n"));
    cli.run({u"export"_qs, u"-o"_qs, u"/nowhere/at/all.svg"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY(cli.err.contains(u"/nowhere/at/all.svg"_qs));
}

/// By what the name ends in or by --format; the same date gives the same bytes.
void TestVerbs::exportsEveryFormat()
{
    CliFixture cli;
    const QString date = u"2026-03-05"_qs;
    const QMap<QString, QByteArray> begins{
        {u"a.svg"_qs, "<?xml"},      {u"a.pdf"_qs, "%PDF-"},   {u"a.png"_qs, "\x89PNG"},   {u"a.drawio"_qs, "<?xml"},
        {u"a.mmd"_qs, "---\ntitle"}, {u"a.dot"_qs, "digraph"}, {u"a.md"_qs, "# Review of"}};
    for (auto format = begins.begin(); format != begins.end(); ++format) {
        const QStringList arguments{u"export"_qs, u"-o"_qs,     cli.folder.filePath(format.key()),
                                    u"--date"_qs, date,         u"--lang"_qs,
                                    u"en"_qs,     u"--dark"_qs, cli.blueprint()};
        cli.run(arguments);
        QVERIFY2(cli.status == 0, qPrintable(cli.err));
        const QByteArray first = cli.contentOf(format.key());
        QVERIFY2(first.startsWith(*format), qPrintable(format.key()));
        cli.run(arguments);
        QVERIFY2(cli.contentOf(format.key()) == first, qPrintable(format.key()));
    }
    cli.run({u"export"_qs, u"--json"_qs, u"--report"_qs, u"--page"_qs, u"letter"_qs, u"--format"_qs, u"pdf"_qs,
             u"-o"_qs, cli.folder.filePath(u"review"_qs), cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(document(cli.out).value(u"format"_qs).toString(), u"pdf"_qs);
    QVERIFY(cli.contentOf(u"review"_qs).startsWith("%PDF-"));
}

void TestVerbs::exportsTheLiveFleet()
{
    CliFixture cli;
    cli.script = {FleetObserved{runningFleet()}, ended(OutcomeKind::Incomplete, Safety::Unchanged)};
    cli.run({u"export"_qs, u"--live"_qs, u"--dark"_qs, u"-o"_qs, cli.folder.filePath(u"live.svg"_qs), cli.blueprint()});
    QCOMPARE(cli.status, 3); // written, with a blind spot
    QVERIFY(cli.intent<StatusIntent>());
    QVERIFY(!cli.contentOf(u"live.svg"_qs).isEmpty());
    CliFixture blind;
    blind.script = {failed(ErrorCode::PlatformUnavailable, {u"podman"_qs})};
    blind.run({u"export"_qs, u"--live"_qs, u"-o"_qs, blind.folder.filePath(u"live.svg"_qs), blind.blueprint()});
    QCOMPARE(blind.status, 1);
    QVERIFY(!QFile::exists(blind.folder.filePath(u"live.svg"_qs)));
}

void TestVerbs::exportsWhereAPersonPutThings()
{
    CliFixture cli;
    const auto drawn = [&cli] {
        cli.run({u"export"_qs, u"--date"_qs, u"2026-03-05"_qs, u"-o"_qs, cli.folder.filePath(u"a.svg"_qs),
                 cli.blueprint()});
        return cli.contentOf(u"a.svg"_qs);
    };
    const QByteArray fresh = drawn();
    const QString sidecar = u"shop.yaml.layout.json"_qs;
    const QByteArray places = "{\"schema\": \"snowmelt.layout/1\", \"placed\": {\"web\": [400, 2000]}, \"seats\": {}, "
                              "\"fields\": {}, \"collapsed\": [\"web\"]}";
    cli.write(sidecar, places);
    const QByteArray placed = drawn();
    QVERIFY(cli.err.isEmpty());
    QVERIFY(placed != fresh);
    QVERIFY(placed.contains("web-1")); // closed in the window, open on paper
    cli.write(sidecar, "<<<<<<< HEAD\n" + places);
    QCOMPARE(drawn(), fresh);
    QCOMPARE(cli.status, 0);
    QVERIFY2(cli.err.contains(sidecar), qPrintable(cli.err));
    QVERIFY(cli.contentOf(sidecar).startsWith("<<<<<<<")); // who only draws changes no files
}

void TestVerbs::actsSpeakJsonLines()
{
    CliFixture cli;
    cli.script = {PlanMade{swapPlan()}, StepBegun{0, StepKind::MoveTraffic},
                  ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run({u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--yes"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.log.requests.size(), 2); // the plan is looked at; stdout is the act's alone
    const QStringList lines = cli.out.split(u'\n', Qt::SkipEmptyParts);
    QStringList types;
    for (const QString& line : lines) {
        QVERIFY(eventFromJson(document(line)).ok());
        types.append(document(line).value(u"type"_qs).toString());
    }
    QCOMPARE(types, QStringList({u"started"_qs, u"planMade"_qs, u"stepBegun"_qs, u"finished"_qs}));
    QCOMPARE(cli.err, QString());
}

void TestVerbs::check()
{
    CliFixture cli;
    const QString file = cli.blueprint();
    const QByteArray os = "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\n";
    cli.write(u"base.yaml"_qs, os);
    cli.write(u"shop.yaml"_qs, os);
    cli.run({u"check"_qs, file});
    QVERIFY2(cli.status == 0, qPrintable(cli.err));
    QFile text(file);
    QVERIFY(text.open(QIODevice::Append) && text.write("caches:\n  hot: {engine: redis, image: base@1}\n") > 0);
    text.close();
    cli.run({u"check"_qs, file});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.err.contains(u"caches.hot"_qs), qPrintable(cli.err));
    cli.run({u"check"_qs, u"--json"_qs, file});
    QCOMPARE(cli.status, 1);
    QCOMPARE(document(cli.out).value(u"unsupported"_qs), QJsonValue(QJsonArray{u"caches.hot"_qs}));
    cli.write(u"shop.yaml"_qs, "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\npakages: [htop]\n");
    cli.run({u"check"_qs, file});
    QCOMPARE(cli.status, 65);
    const QString place = cli.folder.filePath(u"shop.yaml"_qs) + u":4:1: error: unknown key “pakages”";
    QVERIFY2(cli.err.startsWith(place) && cli.err.count(u'\n') == 1, qPrintable(cli.err)); // once, not per version
    cli.run({u"check"_qs, u"--json"_qs, file});
    QCOMPARE(document(cli.out).value(u"problems"_qs).toArray().size(), 1);
    QVERIFY(QFile::remove(cli.folder.filePath(u"base.yaml"_qs)));
    cli.run({u"check"_qs, file});
    QCOMPARE(cli.status, 65);
    QVERIFY(cli.err.contains(u"the recipe of base@1, “base.yaml”, cannot be read"_qs));
    QVERIFY(cli.log.requests.isEmpty());
}

void TestVerbs::everyOutcomeHasItsExitStatus_data()
{
    QTest::addColumn<QString>("outcome");
    for (const OutcomeKind outcome : allCodes<OutcomeKind>())
        QTest::newRow(qPrintable(codeName(outcome))) << codeName(outcome);
}

void TestVerbs::everyOutcomeHasItsExitStatus()
{
    QFETCH(QString, outcome);
    const OutcomeKind kind = *codeFromName<OutcomeKind>(outcome);
    for (const QStringList& words :
         {QStringList{u"up"_qs}, QStringList{u"scan"_qs}, QStringList{u"rebirth"_qs, u"web-1"_qs, u"--yes"_qs}}) {
        CliFixture cli;
        cli.script = {ended(kind, Safety::Unchanged)};
        cli.run(words + QStringList{cli.blueprint()});
        QCOMPARE(cli.status, exitCode(kind));
        const bool good = kind == OutcomeKind::Done || kind == OutcomeKind::Differences;
        QCOMPARE(cli.err.isEmpty(), good);
    }
}

void TestVerbs::everyErrorIsSaid_data()
{
    QTest::addColumn<QString>("code");
    for (const ErrorCode code : allCodes<ErrorCode>())
        QTest::newRow(qPrintable(codeName(code))) << codeName(code);
}

void TestVerbs::everyErrorIsSaid()
{
    QFETCH(QString, code);
    const Error error{*codeFromName<ErrorCode>(code), {u"a"_qs, u"2"_qs, u"3"_qs, u"d"_qs}, {}};
    for (const QString& verb : {u"up"_qs, u"status"_qs}) {
        CliFixture cli;
        cli.script = {failed(error.code, error.args)};
        cli.run({verb, cli.blueprint()});
        QCOMPARE(cli.status, 1);
        QCOMPARE(cli.err,
                 QString(u"snowmelt: " + sentence(error).what + u"\n  | first line\n  | second line\n  safe: " +
                         sentence(Safety::Unchanged) + u"\n  next: " + sentence(error).next + u'\n'));
    }
}

void TestVerbs::interruptCancels()
{
    CliFixture cli;
    cli.waitsForCancel = true;
    cli.script = {ended(OutcomeKind::Cancelled, Safety::BlueServes)};
    cli.run({u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.log.cancels, 1);
    QCOMPARE(cli.status, 130);
    QVERIFY(cli.err.contains(u"Cancelling"_qs));
    QVERIFY(cli.err.contains(u"The old nodes (blue) serve all traffic"_qs));
}

QTEST_MAIN(TestVerbs)
#include "tst_verbs.moc"
