// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/scan_schedule.h"

#include <QTest>

#include <algorithm>

using namespace snowmelt;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 interval = 15 * minute;

QList<ScheduledNode> nodes(int count, const QString& incarnation = u"1"_qs)
{
    QList<ScheduledNode> all;
    for (int i = 1; i <= count; ++i)
        all.append({u"web-"_qs + QString::number(i), incarnation});
    return all;
}

/// Everything that is due until `until` is scanned in no time: who was scanned when, second by second.
QMap<QString, QList<qint64>> scannedUntil(ScanSchedule& schedule, const QList<ScheduledNode>& there, qint64 from,
                                          qint64 until)
{
    QMap<QString, QList<qint64>> seen;
    for (qint64 now = from; now <= until; now += 1000) {
        schedule.follow(there, now);
        for (QStringList due = schedule.take(now); !due.isEmpty(); due = schedule.take(now))
            for (const QString& name : due) {
                seen[name].append(now);
                schedule.ended({name, there.first().incarnation}, true, now);
            }
    }
    return seen;
}

} // namespace

class TestScanSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstScansComeSoonAndNotAllAtOnce()
    {
        ScanSchedule schedule(interval);
        const auto seen = scannedUntil(schedule, nodes(200), 0, ScanSchedule::firstWithin);
        QCOMPARE(seen.size(), 200);
        QMap<qint64, int> perTen;
        for (const QList<qint64>& times : seen)
            ++perTen[times.first() / 10'000];
        for (const int count : perTen)
            QVERIFY2(count < 40, qPrintable(QString::number(count))); // 200 in 12 tens of seconds
    }

    void whoComesBackWhileItsScanHangsIsNotBegunBesideIt()
    {
        ScanSchedule schedule(interval);
        const auto one = nodes(1);
        schedule.follow(one, 0);
        QCOMPARE(schedule.take(ScanSchedule::firstWithin).size(), 1);
        schedule.follow({}, 130'000);
        schedule.follow(one, 131'000);
        QVERIFY(schedule.take(131'000).isEmpty());
        schedule.ended(one.first(), false, 140'000);
        QCOMPARE(schedule.take(140'000).size(), 1);
    }

    void laterTheyAreSpreadOverTheInterval()
    {
        ScanSchedule schedule(interval);
        const auto there = nodes(300);
        scannedUntil(schedule, there, 0, 2 * interval);
        const auto seen = scannedUntil(schedule, there, 2 * interval + 1000, 3 * interval);
        QMap<qint64, int> perMinute;
        qint64 scans = 0;
        for (const QList<qint64>& times : seen) {
            QVERIFY(times.size() <= 2);
            scans += times.size();
            for (const qint64 time : times)
                ++perMinute[time / minute];
        }
        QVERIFY(scans >= 299 && scans <= 301); // once each
        QVERIFY(perMinute.size() >= 15);
        for (const int count : perMinute)
            QVERIFY2(count < 45, qPrintable(QString::number(count)));
    }

    void eachKeepsItsMoment()
    {
        ScanSchedule schedule(interval);
        const auto seen = scannedUntil(schedule, nodes(5), 0, 6 * interval);
        for (const QList<qint64>& times : seen) {
            for (qsizetype i = 2; i + 1 < times.size(); ++i)
                QCOMPARE(times[i + 1] - times[i], interval);
            QVERIFY(times.size() >= 6);
        }
    }

    void theSameInEveryRun()
    {
        ScanSchedule one(interval);
        ScanSchedule other(interval);
        one.follow(nodes(20), 7);
        other.follow(nodes(20), 7);
        const QDateTime wall = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
        QVERIFY(one.dueAt(7, wall) == other.dueAt(7, wall));
    }

    void whoAppearsIsDueAtOnce()
    {
        ScanSchedule schedule(interval);
        schedule.follow(nodes(2), 0);
        scannedUntil(schedule, nodes(2), 0, ScanSchedule::firstWithin);
        const qint64 now = ScanSchedule::firstWithin + 1;
        schedule.follow(nodes(3), now);
        QCOMPARE(schedule.take(now), QStringList{u"web-3"_qs});
    }

    void whoIsBornAgainIsDueAtOnceAndHasNoPast()
    {
        ScanSchedule schedule(interval);
        schedule.follow(nodes(1), 0);
        QCOMPARE(schedule.take(interval), QStringList{u"web-1"_qs});
        QVERIFY(schedule.ended({u"web-1"_qs, u"1"_qs}, false, interval));
        QCOMPARE(schedule.take(interval + 1), QStringList());
        schedule.follow(nodes(1, u"2"_qs), interval + 1);
        QCOMPARE(schedule.take(interval + 1), QStringList{u"web-1"_qs});
        QCOMPARE(schedule.dueAt(interval + 1, QDateTime()).first().failures, 0);
    }

    /// A scan of a node that left, or was born again meanwhile, is nobody's: neither a report nor a failure.
    void whatWasFoundOfOneThatLeftIsNobodys()
    {
        ScanSchedule schedule(interval);
        schedule.follow(nodes(2), 0);
        QCOMPARE(schedule.take(interval).size(), 2);
        schedule.follow({{u"web-2"_qs, u"2"_qs}}, interval + 1);
        QVERIFY(!schedule.ended({u"web-1"_qs, u"1"_qs}, false, interval + 2));
        QVERIFY(!schedule.ended({u"web-2"_qs, u"1"_qs}, true, interval + 2));
        QCOMPARE(schedule.take(interval + 3), QStringList{u"web-2"_qs});
        QVERIFY(schedule.ended({u"web-2"_qs, u"2"_qs}, true, interval + 4));
    }

    void thePauseDoublesUpToALimit()
    {
        ScanSchedule schedule(interval);
        schedule.follow(nodes(1), 0);
        qint64 now = interval;
        QList<qint64> minutes;
        for (int i = 0; i < 7; ++i) {
            QCOMPARE(schedule.take(now).size(), 1);
            schedule.ended({u"web-1"_qs, u"1"_qs}, false, now);
            const ScanDue due = schedule.dueAt(now, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)).first();
            QCOMPARE(due.failures, i + 1);
            minutes.append(due.at.toMSecsSinceEpoch() / minute);
            QVERIFY(schedule.take(now + due.at.toMSecsSinceEpoch() - 1).isEmpty());
            now += due.at.toMSecsSinceEpoch();
        }
        QCOMPARE(minutes, (QList<qint64>{30, 60, 120, 240, 360, 360, 360}));
        QCOMPARE(schedule.take(now).size(), 1);
        schedule.ended({u"web-1"_qs, u"1"_qs}, true, now);
        const ScanDue well = schedule.dueAt(now, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)).first();
        QCOMPARE(well.failures, 0);
        QVERIFY(well.at.toMSecsSinceEpoch() <= interval * 3 / 2);
    }

    void aLongIntervalIsItsOwnLimit()
    {
        const qint64 day = 24 * 60 * minute;
        ScanSchedule schedule(day);
        schedule.follow(nodes(1), 0);
        schedule.take(day);
        schedule.ended({u"web-1"_qs, u"1"_qs}, false, day);
        QCOMPARE(schedule.dueAt(day, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)).first().at.toMSecsSinceEpoch(), day);
    }

    void aScanLongerThanTheIntervalDoesNotPileUp()
    {
        ScanSchedule schedule(interval);
        schedule.follow(nodes(1), 0);
        QCOMPARE(schedule.take(interval).size(), 1);
        for (qint64 now = interval; now < 6 * interval; now += minute) {
            schedule.follow(nodes(1), now);
            QVERIFY(schedule.take(now).isEmpty());
        }
        QVERIFY(schedule.ended({u"web-1"_qs, u"1"_qs}, true, 6 * interval));
        QVERIFY(schedule.take(6 * interval + interval / 2 - 1).isEmpty());
        QCOMPARE(schedule.take(7 * interval + interval / 2).size(), 1);
    }

    void placesAreBounded()
    {
        ScanSchedule schedule(interval, 8);
        schedule.follow(nodes(50), 0);
        QCOMPARE(schedule.take(interval).size(), 8);
        QVERIFY(schedule.take(interval).isEmpty());
        QCOMPARE(schedule.underWay(), 8);
    }

    /// Whoever could not be scanned before gets two of the eight places, so the others have theirs.
    void deadNodesDelayNobody()
    {
        ScanSchedule schedule(interval, 8);
        QList<ScheduledNode> there = nodes(40);
        schedule.follow(there, 0);
        qint64 now = interval;
        for (QStringList due = schedule.take(now); !due.isEmpty(); due = schedule.take(now))
            for (const QString& name : due)
                schedule.ended({name, u"1"_qs}, false, now);
        now += 10 * interval; // all are due again, and hang
        QCOMPARE(schedule.take(now).size(), 2);
        QVERIFY(!schedule.isAnyDue(now));
        for (int i = 1; i <= 7; ++i)
            there.append({u"api-"_qs + QString::number(i), u"1"_qs});
        schedule.follow(there, now);
        QVERIFY(schedule.isAnyDue(now));
        const QStringList due = schedule.take(now);
        QCOMPARE(due.size(), 6);
        QVERIFY(std::ranges::all_of(due, [](const QString& name) { return name.startsWith(u"api-"); }));
    }

    /// One that hangs and is taken away holds its place until it ends, so that the places stay bounded.
    void whoHangsHoldsItsPlaceToTheEnd()
    {
        ScanSchedule schedule(interval, 2);
        schedule.follow(nodes(4), 0);
        QCOMPARE(schedule.take(interval).size(), 2);
        schedule.follow(nodes(4, u"2"_qs), interval);
        QVERIFY(schedule.take(interval).isEmpty());
        QCOMPARE(schedule.underWay(), 2);
    }

    /// Only dueAt() knows a wall clock: whatever it says, the same nodes are due.
    void clockJumpsDoNoHarm()
    {
        ScanSchedule schedule(interval);
        schedule.follow(nodes(1), 0);
        const QDateTime before(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
        const QDateTime after(QDate(1999, 1, 1), QTime(0, 0), Qt::UTC);
        const qint64 wait = before.msecsTo(schedule.dueAt(0, before).first().at);
        QCOMPARE(after.msecsTo(schedule.dueAt(0, after).first().at), wait);
        QVERIFY(schedule.take(wait - 1).isEmpty());
        QCOMPARE(schedule.take(wait).size(), 1);
    }

    void aRevisionIsNews()
    {
        ScanSchedule schedule(interval);
        schedule.follow(nodes(2), 0);
        const int known = schedule.revision();
        schedule.follow(nodes(2), 1000);
        QCOMPARE(schedule.revision(), known);
        schedule.take(interval);
        QVERIFY(schedule.revision() > known);
        const int taken = schedule.revision();
        schedule.ended({u"web-1"_qs, u"1"_qs}, true, interval);
        QVERIFY(schedule.revision() > taken);
        const int ended = schedule.revision();
        schedule.follow(nodes(1), interval);
        QVERIFY(schedule.revision() > ended);
    }
};

QTEST_APPLESS_MAIN(TestScanSchedule)
#include "tst_scan_schedule.moc"
