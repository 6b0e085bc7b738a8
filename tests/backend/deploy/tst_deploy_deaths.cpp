// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/next_move.h"
#include "models/domain/code_names.h"
#include "tests/backend/deploy/deploy_run.h"

#include <QRandomGenerator>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

/// The process dies at every call of a whole deployment, before the act and after it, and the next start ends the
/// deployment by the journal; that one may die too, and a deployment that goes back may die on its way. Whatever
/// happens: one side serves whole and the other is gone, no request is lost, a restart of the balancer changes nothing.
class DeployDeathsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void atEveryCall_data();
    void atEveryCall();
    void onTheWayBack_data();
    void onTheWayBack();
    void twice();

private:
    static int callsOf(const std::function<void(DeployRun&)>& prepare);
    static void endsWhole(DeployRun& run, const QString& where);
    /// One run a call, which is its last; the number of them.
    static int dieAtEachCall(const std::function<void(DeployRun&)>& prepare, const std::function<bool(int)>& afterAct);
};

/// A deployment of all eight steps, with a bake that is over soon.
static constexpr int bakeSeconds = 1;

int DeployDeathsTest::callsOf(const std::function<void(DeployRun&)>& prepare)
{
    DeployRun run(bakeSeconds);
    prepare(run);
    run.run();
    return static_cast<int>(run.fleet.platform.callLog().size());
}

void DeployDeathsTest::endsWhole(DeployRun& run, const QString& where)
{
    const bool forward = isPastNoReturn(run.plan, run.reached().step) && !run.reached().goingBack;
    const DeployEnd end = run.finish();
    const QString ended = end.error ? QString(u"error "_qs + codeName(end.error->code)) : QString();
    const QByteArray told =
        QStringList{where, run.text(), ended, u"serving"_qs, run.serving(), u"nodes"_qs, run.nodes()}
            .join(u'\n')
            .toUtf8();
    const char* context = told.constData();
    QVERIFY2(!end.error, context);
    const QString expected = forward ? u"web-4 web-5 web-6"_qs : u"web-1 web-2 web-3"_qs;
    QVERIFY2(run.serving() == expected, context);
    QVERIFY2(run.nodes() == expected, context);
    QVERIFY2(run.leastServing >= 3, context);
    QVERIFY2(run.failedRequests() == 0, context);
    QVERIFY2(run.configDisagreements().isEmpty(), context);
}

int DeployDeathsTest::dieAtEachCall(const std::function<void(DeployRun&)>& prepare,
                                    const std::function<bool(int)>& afterAct)
{
    const int calls = callsOf(prepare);
    for (int at = 1; at <= calls && !QTest::currentTestFailed(); ++at) {
        DeployRun run(bakeSeconds);
        prepare(run);
        run.dieAtCall(at, afterAct(at));
        run.run();
        run.startAgain();
        endsWhole(run, u"call %1"_qs.arg(at));
    }
    qInfo("%d deaths explored", calls);
    return calls;
}

void DeployDeathsTest::atEveryCall_data()
{
    QTest::addColumn<bool>("afterAct");
    QTest::newRow("before the act") << false;
    QTest::newRow("after the act") << true;
}

void DeployDeathsTest::atEveryCall()
{
    QFETCH(const bool, afterAct);
    const int calls = dieAtEachCall([](DeployRun&) {}, [afterAct](int) { return afterAct; });
    QVERIFY(calls > 60);
}

void DeployDeathsTest::onTheWayBack_data()
{
    QTest::addColumn<QString>("asked");
    QTest::newRow("from the wait for health") << u"begun awaitHealthy"_qs;
    QTest::newRow("from the switch") << u"begun drainBlue"_qs;
    QTest::newRow("from the bake") << u"begun bake"_qs;
}

void DeployDeathsTest::onTheWayBack()
{
    QFETCH(const QString, asked);
    const auto goBack = [&asked](DeployRun& run) { run.on(asked, [&run] { run.rollBack(); }); };
    dieAtEachCall(goBack, [](int at) { return at % 2 == 0; });
}

/// Seeded: the same pairs in every run.
void DeployDeathsTest::twice()
{
    QRandomGenerator random(1);
    const int calls = callsOf([](DeployRun&) {});
    constexpr int pairs = 200;
    int diedTwice = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        const int first = random.bounded(1, calls + 1);
        const int second = random.bounded(1, 40);
        DeployRun run(bakeSeconds);
        run.dieAtCall(first, random.bounded(2) == 1);
        run.run();
        run.startAgain();
        run.dieAtCall(second, random.bounded(2) == 1);
        run.finish();
        diedTwice += run.isDead();
        run.startAgain();
        endsWhole(run, u"calls %1 and %2"_qs.arg(first).arg(second));
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d pairs explored, %d died twice", pairs, diedTwice);
    QVERIFY(diedTwice > pairs / 4);
}

QTEST_GUILESS_MAIN(DeployDeathsTest)
#include "tst_deploy_deaths.moc"
