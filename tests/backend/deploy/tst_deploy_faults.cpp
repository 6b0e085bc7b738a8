// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/deploy_run.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

/// Every call of a whole deployment is made to fail once, before its act and after it, and a cancel comes at every
/// call. Whatever happens: no request is lost, never fewer serve than planned, what is said to be safe is what is so, a
/// restart of the balancer changes nothing.
class DeployFaultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void failAtEveryCall_data();
    void failAtEveryCall();
    void cancelAtEveryCall();
};

static QStringList callsOfAWholeRun()
{
    DeployRun run(1);
    run.run();
    return run.fleet.platform.callLog();
}

/// What must hold at the end of every run.
static void checkInvariants(DeployRun& run, const DeployEnd& end, const QString& where)
{
    const QByteArray told =
        QStringList{where, run.text(), u"serving"_qs, run.serving(), u"nodes"_qs, run.nodes()}.join(u'\n').toUtf8();
    const char* context = told.constData();
    const QString blue = u"web-1 web-2 web-3"_qs;
    const QString green = u"web-4 web-5 web-6"_qs;
    QVERIFY2(run.leastServing >= 3, context);
    QVERIFY2(run.serving() == blue || run.serving() == green || end.safety == Safety::Uncertain, context);
    if (end.safety == Safety::BlueServes || end.safety == Safety::NothingTouched)
        QVERIFY2(run.serving() == blue && run.nodes() == blue, context);
    if (end.safety == Safety::BlueServesGreenKept)
        QVERIFY2(run.serving() == blue && run.nodes() != blue, context);
    if (end.safety == Safety::GreenServes)
        QVERIFY2(run.serving() == green, context);
    if (end.safety == Safety::AsWanted || end.safety == Safety::GreenServesAlone)
        QVERIFY2(run.serving() == green && run.nodes() == green, context);
    QVERIFY2(run.failedRequests() == 0, context);
    if (end.safety != Safety::Uncertain)
        QVERIFY2(run.configDisagreements().isEmpty(), context);
}

void DeployFaultsTest::failAtEveryCall_data()
{
    QTest::addColumn<bool>("afterAct");
    QTest::newRow("before the act") << false;
    QTest::newRow("after the act") << true;
}

void DeployFaultsTest::failAtEveryCall()
{
    QFETCH(bool, afterAct);
    const QStringList calls = callsOfAWholeRun();
    QMap<QString, int> met;
    int explored = 0;
    for (const QString& call : calls) {
        const int nth = ++met[call];
        DeployRun run(1);
        run.plan.healthSeconds = 20;
        SimulatedFault fault;
        fault.call = call.section(u' ', 0, 0);
        fault.subject = call.section(u' ', 1, 1);
        fault.nth = nth;
        fault.afterAct = afterAct;
        fault.error = {ErrorCode::EngineRefused, {call, u"500"_qs}, {}};
        run.fleet.platform.addFault(fault);
        const DeployEnd end = run.run();
        ++explored;
        checkInvariants(run, end, call + u" #"_qs + QString::number(nth));
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d runs explored", explored);
    QVERIFY(explored > 40);
}

void DeployFaultsTest::cancelAtEveryCall()
{
    const qsizetype calls = callsOfAWholeRun().count(u"exec edge"_qs);
    for (qsizetype at = 0; at < calls; ++at) {
        DeployRun run(1);
        run.cancelAtCall(at);
        const DeployEnd end = run.run();
        checkInvariants(run, end, u"cancel at call "_qs + QString::number(at));
        QVERIFY2(end.safety != Safety::Uncertain, qPrintable(run.text()));
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d runs explored", int(calls));
    QVERIFY(calls > 40);
}

QTEST_GUILESS_MAIN(DeployFaultsTest)
#include "tst_deploy_faults.moc"
