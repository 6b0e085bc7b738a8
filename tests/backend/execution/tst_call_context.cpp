// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/call_context.h"
#include "backend/execution/timing.h"

#include <QCoro/QCoroTask>
#include <QTest>
#include <QTimer>

using namespace snowmelt;
using namespace std::chrono_literals;

class TestCallContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actionsRunOnceInOrder()
    {
        CancelSource source;
        QString log;
        source.token().onCancel([&] { log += u'a'; });
        source.token().onCancel([&] { log += u'b'; });
        source.cancel();
        source.cancel();
        QCOMPARE(log, QStringLiteral("ab"));
        QVERIFY(source.token().isCancelled());
    }

    void forgottenActionsDoNotRun()
    {
        CancelSource source;
        bool ran = false;
        const int id = source.token().onCancel([&] { ran = true; });
        source.token().forget(id);
        source.cancel();
        QVERIFY(!ran);
    }

    void anActionMayForgetAnother()
    {
        CancelSource source;
        bool ran = false;
        int other = 0;
        source.token().onCancel([&] { source.token().forget(other); });
        other = source.token().onCancel([&] { ran = true; });
        source.cancel();
        QVERIFY(!ran);
    }

    void lateActionsRunAtOnce()
    {
        CancelSource source;
        source.cancel();
        bool ran = false;
        source.token().onCancel([&] { ran = true; });
        QVERIFY(ran);
    }

    void withinNeverExtends()
    {
        const CallContext shortly = CallContext().within(10ms);
        QVERIFY(shortly.within(1h).deadline.remainingTime() <= 10);
    }

    void pauseEndsAtCancel()
    {
        CancelSource source;
        QTimer::singleShot(0, this, [&] { source.cancel(); });
        QVERIFY(QCoro::waitFor(pause(1h, {source.token()})).cancelled());
    }

    void pauseEndsAtTheDeadline()
    {
        const auto result = QCoro::waitFor(pause(1h, CallContext().within(20ms)));
        QVERIFY(result.failed());
        QCOMPARE(result.error().code, ErrorCode::TimedOut);
    }

    void pauseIsDone() { QVERIFY(QCoro::waitFor(pause(1ms, {})).ok()); }
};

QTEST_GUILESS_MAIN(TestCallContext)
#include "tst_call_context.moc"
