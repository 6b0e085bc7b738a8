// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "models/wording/wording.h"

#include <QGuiApplication>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

FleetState twoGroups()
{
    FleetState state;
    for (const QString& name : {u"web"_qs, u"api"_qs}) {
        GroupState group;
        group.name = name;
        for (int i = 1; i <= 3; ++i) {
            NodeState node;
            node.name = name + u'-' + QString::number(i);
            node.group = name;
            group.nodes.append(node);
        }
        state.groups.append(group);
    }
    return state;
}

EventBody scanned(const QString& node, int differences)
{
    DriftReport report;
    report.node = node;
    for (int i = 0; i < differences; ++i)
        report.differences.append(Difference{});
    return NodeScanned{report};
}

Plan round(const QStringList& before, const QStringList& blue, const QStringList& then)
{
    Plan plan;
    plan.strategy = Strategy::Rebirth;
    plan.group = u"web"_qs;
    plan.to = shop10;
    plan.steps = {Step{StepKind::Check, {}}};
    for (const QString& node : blue)
        plan.blue.append({node, u"a1"_qs, shop10, {}});
    plan.green = {{u"web-9"_qs, u"b1"_qs, shop10, {}}};
    plan.rebornBefore = before;
    plan.toFollow = then;
    return plan;
}

} // namespace

class TestRebirth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void severalAreAskedForOnce();
    void whatWasDoneIsSaidWhenItStops();
    void betweenTwoBatchesNotAllOldNodesAreGone();
    void thoseThatDiffer();
    void noneThatDiffers();
    void thoseThatDifferAreOfOneGroup();
    void badCalls_data();
    void badCalls();
};

void TestRebirth::severalAreAskedForOnce()
{
    CliFixture cli;
    cli.terminal = true;
    cli.answer = u"yes"_qs;
    cli.looked = QList<EventBody>{PlanMade{round({}, {u"web-2"_qs, u"web-1"_qs}, {u"web-3"_qs})}, Finished{}};
    cli.run({u"rebirth"_qs, u"web-2"_qs, u"web-1"_qs, u"web-3"_qs, u"--at-once"_qs, u"2"_qs, u"--least-serving"_qs,
             u"1"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    const auto* plan = std::get_if<PlanIntent>(&cli.log.requests[0].intent);
    QVERIFY(plan);
    const RebirthRound asked{{u"web-1"_qs, u"web-3"_qs}, 2, 1};
    QCOMPARE(plan->node, u"web-2"_qs);
    QVERIFY(plan->round == asked);
    QCOMPARE(cli.intent<RebirthIntent>()->node, u"web-2"_qs);
    QVERIFY(cli.intent<RebirthIntent>()->round == asked);
    QVERIFY2(cli.out.contains(u"Then, in the same way: web-3\n"_qs), qPrintable(cli.out));
    QVERIFY2(cli.err.contains(u"in the place of web-2, web-1, web-3, 2 at a time at most"_qs), qPrintable(cli.err));
    QCOMPARE(cli.log.requests.size(), 2);
}

void TestRebirth::whatWasDoneIsSaidWhenItStops()
{
    const QStringList all{u"web-1"_qs, u"web-2"_qs, u"web-3"_qs, u"web-4"_qs, u"web-5"_qs};
    CliFixture cli;
    cli.looked = QList<EventBody>{PlanMade{round({}, {all[0]}, all.mid(1))}, Finished{}};
    const Error sick{ErrorCode::NeverHealthy, {u"web-8"_qs, u"60"_qs}, u"503"_qs};
    cli.script = {PlanMade{round({}, {all[0]}, all.mid(1))}, PlanMade{round(all.mid(0, 1), {all[1]}, all.mid(2))},
                  PlanMade{round(all.mid(0, 2), {all[2]}, all.mid(3))},
                  Finished{OutcomeKind::Failed, Safety::BlueServes, sick, 9}};
    cli.run(QStringList{u"rebirth"_qs} + all + QStringList{u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.out.contains(u"▸ 2 nodes reborn. Next: Rebirth of web-3\n"_qs) ||
                 cli.out.contains(u"▸ 2 nodes reborn. Next: "_qs),
             qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u"Reborn: web-1, web-2. Stopped at: web-3. Not begun: web-4, web-5.\n"_qs),
             qPrintable(cli.out));
}

void TestRebirth::betweenTwoBatchesNotAllOldNodesAreGone()
{
    const Plan first = round({}, {u"web-1"_qs}, {u"web-2"_qs});
    CliFixture cli;
    cli.looked = QList<EventBody>{PlanMade{first}, Finished{}};
    const Error lost{ErrorCode::WarningNotAccepted, {u"driftLost"_qs}, {}};
    cli.script = {PlanMade{first}, Finished{OutcomeKind::Failed, Safety::GreenServesAlone, lost, 9}};
    cli.run({u"rebirth"_qs, u"web-1"_qs, u"web-2"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.out.contains(u"Reborn: web-1. Not begun: web-2.\n"_qs), qPrintable(cli.out));
    QVERIFY2(cli.err.contains(u"safe: web-9 serves in place of web-1, which is gone.\n"_qs), qPrintable(cli.err));
}

void TestRebirth::thoseThatDiffer()
{
    CliFixture cli;
    cli.looked = QList<EventBody>{PlanMade{round({}, {u"web-1"_qs}, {u"web-3"_qs})}, Finished{}};
    cli.script = {FleetObserved{twoGroups()},
                  scanned(u"web-3"_qs, 1),
                  scanned(u"web-1"_qs, 4),
                  scanned(u"web-2"_qs, 0),
                  NodeUnseen{u"web-4"_qs, Error{ErrorCode::SshUnreachable, {u"web-4"_qs, u"x"_qs}, {}}},
                  Finished{}};
    cli.run({u"rebirth"_qs, u"--drifted"_qs, u"--group"_qs, u"web"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    const auto* scan = std::get_if<ScanIntent>(&cli.log.requests[1].intent);
    QVERIFY(scan);
    QCOMPARE(scan->nodes, (QStringList{u"web-1"_qs, u"web-2"_qs, u"web-3"_qs}));
    QCOMPARE(cli.intent<RebirthIntent>()->node, u"web-1"_qs);
    QCOMPARE(cli.intent<RebirthIntent>()->round.then, QStringList{u"web-3"_qs});
    QVERIFY2(cli.out.contains(u"web-4 could not be scanned, and is left as it is: "_qs), qPrintable(cli.out));
}

void TestRebirth::noneThatDiffers()
{
    CliFixture cli;
    cli.script = {FleetObserved{twoGroups()}, scanned(u"web-1"_qs, 0), Finished{}};
    cli.run({u"rebirth"_qs, u"--drifted"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY2(cli.out.contains(u"No node differs from its image. Nothing was touched."_qs), qPrintable(cli.out));
    QVERIFY(cli.intent<ScanIntent>()); // the last request

    CliFixture unseen;
    unseen.script = {FleetObserved{twoGroups()}, scanned(u"web-1"_qs, 0),
                     ended(OutcomeKind::Incomplete, Safety::Unchanged)};
    unseen.run({u"rebirth"_qs, u"--drifted"_qs, u"--yes"_qs, unseen.blueprint()});
    QCOMPARE(unseen.status, 3);
    QVERIFY2(unseen.out.contains(u"not all could be seen"_qs), qPrintable(unseen.out));
}

void TestRebirth::thoseThatDifferAreOfOneGroup()
{
    CliFixture cli;
    cli.script = {FleetObserved{twoGroups()}, scanned(u"web-1"_qs, 1), scanned(u"api-1"_qs, 1), Finished{}};
    cli.run({u"rebirth"_qs, u"--drifted"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 64);
    QVERIFY2(cli.err.contains(u"Nodes of web, api differ."_qs), qPrintable(cli.err));
    QVERIFY(cli.intent<ScanIntent>());
}

void TestRebirth::badCalls_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nobody") << QStringList{};
    QTest::newRow("both") << QStringList{u"web-1"_qs, u"--drifted"_qs};
    QTest::newRow("group alone") << QStringList{u"web-1"_qs, u"--group"_qs, u"web"_qs};
    QTest::newRow("twice") << QStringList{u"web-1"_qs, u"web-1"_qs};
    QTest::newRow("none at once") << QStringList{u"web-1"_qs, u"--at-once"_qs, u"0"_qs};
}

void TestRebirth::badCalls()
{
    QFETCH(QStringList, words);
    CliFixture cli;
    cli.run(QStringList{u"rebirth"_qs} + words + QStringList{u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 64);
    QVERIFY(cli.log.requests.isEmpty());
}

QTEST_MAIN(TestRebirth)
#include "tst_rebirth.moc"
