// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gap_meter.h"
#include "tests/ui/shell/window_test.h"

#include <QThread>

#include <ctime>

using namespace snowmelt;
using namespace snowmelt::test;

/// The check that the lab's window test ends with: one blocking call on the GUI thread fails it.
class TestGapMeter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void aWindowAtWorkPasses();
    void onePlantedBlockingCallFails_data();
    void onePlantedBlockingCallFails();
    void whatTheTestDoesItselfIsLeftOut();
    void notMeasuredIsNoPass();

private:
    /// A build that says a hundred things, with `planted` called on the GUI thread in the middle of them.
    static QString complaintOfABuild(const std::function<void()>& planted);
    static void busyFor300Ms();
    static void sleepFor300Ms() { QThread::msleep(300); }
};

/// 300 ms of this thread's own time, however busy the machine is.
void TestGapMeter::busyFor300Ms()
{
    const auto used = [] {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
    };
    const auto begin = used();
    while (used() - begin < 300) {
    }
}

QString TestGapMeter::complaintOfABuild(const std::function<void()>& planted)
{
    WindowStage stage;
    stage.openUp();
    stage.click("actionBuildButton");
    stage.click("startBuild");
    const OperationId build = stage.operations.lastOf<BuildIntent>();
    QTest::qWait(200); // the dialog closes and the window comes to rest
    GapMeter meter;
    meter.start();
    for (int line = 0; line < 100; ++line) {
        stage.operations.say(build, LogLine{QStringLiteral("apt"), QStringLiteral("Unpacking %1").arg(line)});
        stage.operations.say(build, Progress{Phase::InstallingPackages, {QStringLiteral("shop@1.1.0")}, line, 100});
        if (line == 50)
            planted();
        QTest::qWait(1);
    }
    stage.operations.finish(build);
    QTest::qWait(50);
    return meter.complaint();
}

void TestGapMeter::aWindowAtWorkPasses()
{
    QCOMPARE(complaintOfABuild([] {}), QString());
}

void TestGapMeter::onePlantedBlockingCallFails_data()
{
    QTest::addColumn<bool>("busy");
    QTest::newRow("computes") << true;
    QTest::newRow("waits") << false;
}

void TestGapMeter::onePlantedBlockingCallFails()
{
    QFETCH(bool, busy);
    const QString complaint = complaintOfABuild(busy ? busyFor300Ms : sleepFor300Ms);
    QVERIFY2(complaint.startsWith(QStringLiteral("the event loop stood for ")), qPrintable(complaint));
}

void TestGapMeter::whatTheTestDoesItselfIsLeftOut()
{
    GapMeter meter;
    meter.start();
    QTest::qWait(20);
    meter.leaveOut(busyFor300Ms);
    QTest::qWait(20);
    QCOMPARE(meter.complaint(), QString());
    busyFor300Ms();
    QVERIFY(!meter.complaint().isEmpty());
}

void TestGapMeter::notMeasuredIsNoPass()
{
    QVERIFY(!GapMeter().complaint().isEmpty());
}

QTEST_MAIN(TestGapMeter)
#include "tst_gap_meter.moc"
