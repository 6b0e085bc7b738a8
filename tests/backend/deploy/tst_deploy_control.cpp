// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/waiting.h"
#include "tests/backend/deploy/deploy_run.h"

#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace snowmelt;
using namespace snowmelt::test;

/// What a person tells a running deployment, and what becomes of it.
class DeployControlTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsThereToBeTold();
    void aPauseWhileBaking();
    void aPauseWhileWaitingForHealth();
    void aPauseOutlastsTheDrainDeadline();
    void aPauseTakesHoldAfterTheActAtHand_data();
    void aPauseTakesHoldAfterTheActAtHand();
    void outOfAPause_data();
    void outOfAPause();
    void greenIsWatchedWhilePaused_data();
    void greenIsWatchedWhilePaused();
    void anExtendedDrain_data();
    void anExtendedDrain();
    void anAbortLeavesBothSides_data();
    void anAbortLeavesBothSides();
    void anAbortOfTheSwitchLetsItEnd();
    void whatCannotBeObeyedIsRefused_data();
    void whatCannotBeObeyedIsRefused();
    void aWaitWakesAtOnce();
};

static const QString Blue = u"web-1 web-2 web-3"_qs;
static const QString Green = u"web-4 web-5 web-6"_qs;
static const QString Both = u"web-1 web-2 web-3 web-4 web-5 web-6"_qs;

/// More looks at the balancer than any deadline of these runs has milliseconds.
constexpr int manyLooks = 300;

static void afterManyLooks(DeployRun& run, std::function<void()> action)
{
    run.beforeExec(u"show stat"_qs, manyLooks, std::move(action));
}

static void continueAfterManyLooks(DeployRun& run, QString& seen)
{
    afterManyLooks(run, [&run, &seen] {
        seen = run.log.last();
        QVERIFY(!run.tellCommand(Command::Continue));
    });
}

static void compareEnd(DeployRun& run, const QString& tail, const QString& serving, const QString& nodes)
{
    QVERIFY2(run.text().endsWith(u'\n' + tail), qPrintable(run.text()));
    QCOMPARE(run.serving(), serving);
    QCOMPARE(run.nodes(), nodes);
    QVERIFY(run.leastServing >= 3);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

void DeployControlTest::nobodyIsThereToBeTold()
{
    DeployRun run;
    const std::optional<Error> before = run.tellCommand(Command::RollBack);
    QVERIFY(before);
    QCOMPARE(before->code, ErrorCode::NotNow);
    run.run();
    QVERIFY(run.tellCommand(Command::RollBack));
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
}

void DeployControlTest::aPauseWhileBaking()
{
    DeployRun run(3);
    QString seen;
    run.on(u"paused at bake"_qs, [&] { continueAfterManyLooks(run, seen); });
    run.on(u"begun bake"_qs,
           [&run] { QTimer::singleShot(0, qApp, [&run] { QVERIFY(!run.tellCommand(Command::Pause)); }); });
    run.run();
    QCOMPARE(seen, u"paused at bake"_qs); // three seconds of the plan are over by then
    compareEnd(run,
               u"begun bake\ntold pause\npaused at bake\ntold continue\ncontinued at bake\ndone bake\n"
               "begun retireBlue\ndone retireBlue\nbegun destroyBlue\ndone destroyBlue\nend done asWanted"_qs,
               Green, Green);
    const auto told = [&run](Phase phase) {
        return std::ranges::count_if(run.progress, [phase](const Progress& now) { return now.phase == phase; });
    };
    QCOMPARE(told(Phase::Paused), 1);
}

/// A green that is not healthy yet does not become too late while nothing shall go on.
void DeployControlTest::aPauseWhileWaitingForHealth()
{
    DeployRun run;
    run.plan.healthSeconds = 2;
    run.fleet.platform.world().setUnhealthy(u"web-5"_qs);
    run.on(u"begun awaitHealthy"_qs, [&run] { QVERIFY(!run.tellCommand(Command::Pause)); });
    QString seen;
    run.on(u"paused at awaitHealthy"_qs, [&] {
        afterManyLooks(run, [&] {
            run.fleet.platform.world().setUnhealthy(u"web-5"_qs, 200);
            afterManyLooks(run, [&] {
                seen = run.log.last();
                QVERIFY(!run.tellCommand(Command::Continue));
            });
        });
    });
    run.run();
    QCOMPARE(seen, u"paused at awaitHealthy"_qs);
    QVERIFY(run.text().contains(u"continued at awaitHealthy\ndone awaitHealthy"_qs));
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QCOMPARE(run.failedRequests(), 0);
}

void DeployControlTest::aPauseOutlastsTheDrainDeadline()
{
    DeployRun run;
    run.plan.drainSeconds = 2;
    run.on(u"begun moveTraffic"_qs,
           [&run] { QVERIFY(run.fleet.platform.world().holdSession(run.fleet.key, u"edge"_qs, 100 * manyLooks)); });
    run.on(u"begun drainBlue"_qs, [&run] { QVERIFY(!run.tellCommand(Command::Pause)); });
    QString seen;
    run.on(u"paused at drainBlue"_qs, [&] { continueAfterManyLooks(run, seen); });
    run.run();
    QCOMPARE(seen, u"paused at drainBlue"_qs);
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QCOMPARE(run.failedRequests(), 0);
}

void DeployControlTest::aPauseTakesHoldAfterTheActAtHand_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("then");
    QTest::newRow("check") << u"begun check"_qs << u"done check\npaused at createNodes"_qs;
    QTest::newRow("createNodes") << u"begun createNodes"_qs << u"done createNodes\npaused at awaitHealthy"_qs;
    QTest::newRow("awaitHealthy") << u"begun awaitHealthy"_qs << u"paused at awaitHealthy"_qs;
    QTest::newRow("moveTraffic") << u"begun moveTraffic"_qs << u"done moveTraffic\npaused at drainBlue"_qs;
    QTest::newRow("drainBlue") << u"begun drainBlue"_qs << u"paused at drainBlue"_qs;
    QTest::newRow("drained") << u"done drainBlue"_qs << u"paused at bake"_qs;
    QTest::newRow("baked") << u"done bake"_qs << u"paused at retireBlue"_qs;
}

void DeployControlTest::aPauseTakesHoldAfterTheActAtHand()
{
    QFETCH(QString, when);
    QFETCH(QString, then);
    DeployRun run(1);
    run.on(when, [&run] { QVERIFY(!run.tellCommand(Command::Pause)); });
    const QString stands = then.section(u'\n', -1);
    run.on(stands, [&run] { QTimer::singleShot(0, qApp, [&run] { QVERIFY(!run.tellCommand(Command::Continue)); }); });
    run.run();
    const QString goes = QString(stands).replace(u"paused"_qs, u"continued"_qs);
    QVERIFY2(run.text().contains(when + u"\ntold pause\n"_qs + then + u"\ntold continue\n"_qs + goes),
             qPrintable(run.text()));
    QCOMPARE(run.text().count(u"paused"_qs), 1);
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QCOMPARE(run.failedRequests(), 0);
}

void DeployControlTest::outOfAPause_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QString>("serving");
    QTest::addColumn<QString>("nodes");
    for (const QString& when : {u"begun drainBlue"_qs, u"begun bake"_qs, u"begun moveTraffic"_qs}) {
        const auto row = [&when](const QString& how, const QString& tail, const QString& serving,
                                 const QString& nodes) {
            QTest::newRow(qPrintable(when + u' ' + how)) << when << how << tail << serving << nodes;
        };
        row(u"rollback"_qs, u"end cancelled blueServes"_qs, Blue, Blue);
        row(u"cancel"_qs, u"end cancelled blueServes"_qs, Blue, Blue);
        row(u"abort"_qs, u"told abort\nend cancelled greenServes"_qs, Green, Both);
    }
}

void DeployControlTest::outOfAPause()
{
    QFETCH(QString, when);
    QFETCH(QString, how);
    QFETCH(QString, tail);
    QFETCH(QString, serving);
    QFETCH(QString, nodes);
    DeployRun run(1'000);
    run.on(when, [&run] { QVERIFY(!run.tellCommand(Command::Pause)); });
    const auto leave = [&run, how] {
        if (how == u"cancel")
            run.cancel();
        else
            QVERIFY(!run.tellCommand(how == u"abort" ? Command::Abort : Command::RollBack));
    };
    for (const QString& step : {u"drainBlue"_qs, u"bake"_qs})
        run.on(u"paused at "_qs + step, [leave] { QTimer::singleShot(0, qApp, leave); });
    run.run();
    compareEnd(run, tail, serving, nodes);
    QVERIFY(!run.text().contains(u"continued"_qs));
}

void DeployControlTest::greenIsWatchedWhilePaused_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("fails");
    QTest::newRow("in the bake") << u"begun bake"_qs << u"failed bake neverHealthy web-5"_qs;
    QTest::newRow("between two steps") << u"begun moveTraffic"_qs << u"failed moveTraffic neverHealthy web-5"_qs;
}

void DeployControlTest::greenIsWatchedWhilePaused()
{
    QFETCH(QString, when);
    QFETCH(QString, fails);
    DeployRun run(1'000);
    run.on(when, [&run] { QVERIFY(!run.tellCommand(Command::Pause)); });
    const auto sicken = [&run] { run.fleet.platform.world().setUnhealthy(u"web-5"_qs); };
    run.on(u"paused at bake"_qs, sicken);
    run.on(u"paused at drainBlue"_qs, sicken);
    run.run();
    QVERIFY2(run.text().endsWith(fails + u"\nback failed from "_qs + fails.section(u' ', 1, 1) +
                                 u"\nend failed blueServes neverHealthy"_qs),
             qPrintable(run.text()));
    QCOMPARE(run.serving(), Blue);
    QCOMPARE(run.nodes(), Blue);
}

void DeployControlTest::anExtendedDrain_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("end");
    QTest::newRow("not extended") << QString() << u"end failed greenServes drainTimedOut"_qs;
    QTest::newRow("before") << u"begun createNodes"_qs << u"end done asWanted"_qs;
    QTest::newRow("while it drains") << u"begun drainBlue"_qs << u"end done asWanted"_qs;
}

void DeployControlTest::anExtendedDrain()
{
    QFETCH(QString, when);
    QFETCH(QString, end);
    DeployRun run;
    run.plan.drainSeconds = 1;
    run.on(u"begun moveTraffic"_qs,
           [&run] { QVERIFY(run.fleet.platform.world().holdSession(run.fleet.key, u"edge"_qs, 100 * manyLooks)); });
    run.on(when, [&run] { QVERIFY(!run.tellCommand(Command::ExtendDrain, 10'000)); });
    run.run();
    QCOMPARE(run.log.last(), end);
}

void DeployControlTest::anAbortLeavesBothSides_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QString>("serving");
    QTest::addColumn<QString>("nodes");
    const QString kept = u"told abort\nend cancelled blueServesGreenKept"_qs;
    const QString green = u"told abort\nend cancelled greenServes"_qs;
    QTest::newRow("check") << u"begun check"_qs << u"told abort\nend cancelled nothingTouched"_qs << Blue << Blue;
    QTest::newRow("created") << u"done createNodes"_qs << kept << Blue << Both;
    QTest::newRow("awaitHealthy") << u"begun awaitHealthy"_qs << kept << Blue << Both;
    QTest::newRow("healthy") << u"done awaitHealthy"_qs << kept << Blue << Both;
    QTest::newRow("moved") << u"done moveTraffic"_qs << green << Green << Both;
    QTest::newRow("drainBlue") << u"begun drainBlue"_qs << green << Green << Both;
    QTest::newRow("bake") << u"begun bake"_qs << green << Green << Both;
    QTest::newRow("baked") << u"done bake"_qs << green << Green << Both;
}

void DeployControlTest::anAbortLeavesBothSides()
{
    QFETCH(QString, when);
    QFETCH(QString, tail);
    QFETCH(QString, serving);
    QFETCH(QString, nodes);
    DeployRun run(1);
    run.on(when, [&run] { QVERIFY(!run.tellCommand(Command::Abort)); });
    run.run();
    compareEnd(run, tail, serving, nodes);
}

/// Cut in the middle it would leave both sides serving, and a config that says otherwise.
void DeployControlTest::anAbortOfTheSwitchLetsItEnd()
{
    DeployRun run(1);
    run.beforeExec(u"set server web/b1 state ready"_qs, 1, [&run] { QVERIFY(!run.tellCommand(Command::Abort)); });
    run.run();
    compareEnd(run, u"begun moveTraffic\ntold abort\ndone moveTraffic\nend cancelled greenServes"_qs, Green, Both);
}

void DeployControlTest::whatCannotBeObeyedIsRefused_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<Command>("command");
    QTest::addColumn<QString>("line");
    QTest::newRow("continue, not paused")
        << u"begun drainBlue"_qs << Command::Continue << u"refused continue notPaused"_qs;
    QTest::newRow("extend, drained") << u"begun bake"_qs << Command::ExtendDrain << u"refused extend-drain drained"_qs;
    for (const Command command : {Command::RollBack, Command::Pause, Command::Abort}) {
        QTest::newRow(qPrintable(u"too late: "_qs + verbOf(command)))
            << u"begun retireBlue"_qs << command << u"refused %1 pastNoReturn"_qs.arg(verbOf(command));
    }
}

void DeployControlTest::whatCannotBeObeyedIsRefused()
{
    QFETCH(QString, when);
    QFETCH(Command, command);
    QFETCH(QString, line);
    DeployRun run(1);
    run.on(when, [&run, command] { QVERIFY(run.tellCommand(command, 10)); });
    run.run();
    QVERIFY2(run.text().contains(when + u'\n' + line), qPrintable(run.text()));
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QCOMPARE(run.nodes(), Green);
}

/// The next look is an hour away: what is told is heard all the same.
void DeployControlTest::aWaitWakesAtOnce()
{
    DeployRun run(1);
    const DeploymentPtr d = run.deployment();
    run.control->attach(run.plan, [](const EventBody&) {});
    run.control->begin(int(run.plan.steps.size()) - 4);
    for (const Command command : {Command::Pause, Command::Continue, Command::ExtendDrain, Command::RollBack}) {
        QTimer::singleShot(0, qApp, [&run, command] { QVERIFY(!run.tellCommand(command, 1)); });
        QVERIFY(QCoro::waitFor(idle(d, std::chrono::hours(1), {})).ok());
    }
}

QTEST_GUILESS_MAIN(DeployControlTest)
#include "tst_deploy_control.moc"
