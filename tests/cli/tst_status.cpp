// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "models/domain/event_json.h"
#include "models/wording/wording.h"

#include <QGuiApplication>

using namespace snowmelt;
using namespace snowmelt::sample;

class TestStatus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void status();
    void whatRulesHideIsBesideTheDifferences();
    void statusNamesWhoFailed();
    void statusWithUsage();
    void statusAsJson();
    void whatIsNotFollowedIsSaid();
};

void TestStatus::whatIsNotFollowedIsSaid()
{
    CliFixture cli;
    cli.script = {LogLine{u"ssh_config"_qs, u"/home/kim/.ssh/config:3:2: Ciphers \x1b[2J"_qs},
                  FleetObserved{runningFleet()}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"status"_qs, u"--json"_qs, cli.blueprint()});
    QVERIFY2(
        cli.err.contains(u"Not followed of the SSH configuration: /home/kim/.ssh/config:3:2: Ciphers \\x1b[2J\n"_qs),
        qPrintable(cli.err));
    QCOMPARE(document(cli.out).value(u"outcome"_qs).toString(), u"differences"_qs);
}

void TestStatus::status()
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

void TestStatus::whatRulesHideIsBesideTheDifferences()
{
    FleetState fleet = runningFleet();
    fleet.groups[0].nodes[0].driftHidden = 2;
    CliFixture cli;
    cli.script = {FleetObserved{fleet}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"status"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u" Δ3 (+2)"_qs), qPrintable(cli.out));
}

void TestStatus::statusNamesWhoFailed()
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

void TestStatus::statusWithUsage()
{
    FleetState fleet = runningFleet();
    fleet.groups[0].nodes[0].utilisation = Utilisation{0.42, 212'000'000, 512'000'000, fleet.observedAt};
    CliFixture cli;
    cli.script = {FleetObserved{fleet}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"status"_qs, u"--usage"_qs, cli.blueprint()});
    QVERIFY(cli.intent<StatusIntent>()->utilisation);
    QVERIFY2(cli.out.contains(u"42 %  212 MB of 512 MB"_qs), qPrintable(cli.out));
}

void TestStatus::statusAsJson()
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

QTEST_MAIN(TestStatus)
#include "tst_status.moc"
