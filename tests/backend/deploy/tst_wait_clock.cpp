// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/wait_clock.h"

#include <QTest>

using namespace snowmelt;

class WaitClockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timePassesBetweenLooks();
    void aPauseDoesNotCount();
    void aGapDoesNotCount_data();
    void aGapDoesNotCount();
    void aClockThatGoesBackDoesNotCount();
    void anExtension();
};

using ms = WaitClock::ms;

void WaitClockTest::timePassesBetweenLooks()
{
    WaitClock clock(ms(2'000));
    clock.tick(ms(5'000)); // the clock's own beginning says nothing
    QCOMPARE(clock.passed(), ms(0));
    clock.tick(ms(6'000));
    QVERIFY(!clock.expired());
    QCOMPARE(clock.left(), ms(1'000));
    clock.tick(ms(7'500));
    QVERIFY(clock.expired());
    QCOMPARE(clock.left(), ms(0));
}

void WaitClockTest::aPauseDoesNotCount()
{
    WaitClock clock(ms(2'000));
    clock.tick(ms(0));
    clock.tick(ms(1'000), true);
    clock.tick(ms(4'000), true);
    clock.tick(ms(8'000), false);
    QCOMPARE(clock.passed(), ms(1'000));
    clock.tick(ms(8'500));
    QCOMPARE(clock.passed(), ms(1'500));
}

void WaitClockTest::aGapDoesNotCount_data()
{
    QTest::addColumn<int>("gap");
    QTest::addColumn<int>("counted");
    QTest::newRow("a look that took long") << 10'000 << 10'000;
    QTest::newRow("a laptop that slept") << 10'001 << 0;
    QTest::newRow("over night") << 8 * 3'600'000 << 0;
}

void WaitClockTest::aGapDoesNotCount()
{
    QFETCH(int, gap);
    QFETCH(int, counted);
    WaitClock clock(ms(60'000));
    clock.tick(ms(0));
    clock.tick(ms(gap));
    QCOMPARE(clock.passed(), ms(counted));
    clock.tick(ms(gap + 500));
    QCOMPARE(clock.passed(), ms(counted + 500));
}

void WaitClockTest::aClockThatGoesBackDoesNotCount()
{
    WaitClock clock(ms(60'000));
    clock.tick(ms(5'000));
    clock.tick(ms(1'000));
    clock.tick(ms(1'500));
    QCOMPARE(clock.passed(), ms(500));
}

void WaitClockTest::anExtension()
{
    WaitClock clock(ms(1'000));
    clock.tick(ms(0));
    clock.tick(ms(1'000));
    QVERIFY(clock.expired());
    clock.extend(ms(500));
    QVERIFY(!clock.expired());
    QCOMPARE(clock.left(), ms(500));
    QCOMPARE(clock.limit(), ms(1'500));
}

QTEST_GUILESS_MAIN(WaitClockTest)
#include "tst_wait_clock.moc"
