// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/dated_drift.h"
#include "models/domain/drift/drift_counts.h"
#include "models/domain/drift/probe.h"

#include <QtTest>

using namespace snowmelt;

namespace {

QDateTime day(int number)
{
    return QDateTime(QDate(2026, 11, number), QTime(3, 0), Qt::UTC);
}

Difference fileDifference(const QByteArray& path, const QString& content = u"b"_qs)
{
    return {DriftSection::Files, DifferenceKind::Changed, path, {{u"content"_qs, u"a"_qs, content}}, {}, {}};
}

DriftSighting scan(int dayNumber, const QList<Difference>& differences, const QList<Unseen>& unseen = {})
{
    DriftSighting sighting{u"web"_qs, u"image|born"_qs, birthSections(), {}};
    sighting.report.node = u"web-1"_qs;
    sighting.report.scannedAt = day(dayNumber);
    sighting.report.differences = differences;
    sighting.report.unseen = unseen;
    return sighting;
}

NodePast after(const QList<DriftSighting>& scans)
{
    NodePast past;
    for (const DriftSighting& one : scans)
        past = dated(past, one).past;
    return past;
}

DatedDifference only(const NodePast& past)
{
    return past.standing.size() == 1 ? past.standing.constFirst().dated : DatedDifference();
}

} // namespace

class TestDatedDrift : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstScanKnowsNoTimeBefore()
    {
        const DatedDifference one = only(after({scan(1, {fileDifference("/etc/a")})}));
        QCOMPARE(one.firstSeen, day(1));
        QVERIFY(one.absentAt.isNull());
    }
    void aLaterOneLiesBetweenTwoScans()
    {
        const DatedDifference one = only(after({scan(1, {}), scan(3, {fileDifference("/etc/a")})}));
        QCOMPARE(one.absentAt, day(1));
        QCOMPARE(one.firstSeen, day(3));
    }
    void oneThatStaysIsSeenLastAndAsItIsNow()
    {
        const DatedDifference one = only(
            after({scan(1, {}), scan(2, {fileDifference("/etc/a")}), scan(4, {fileDifference("/etc/a", u"c"_qs)})}));
        QCOMPARE(one.firstSeen, day(2));
        QCOMPARE(one.lastSeen, day(4));
        QCOMPARE(one.difference.fields.constFirst().actual, u"c"_qs);
    }
    void oneThatIsNotThereAnyMoreIsGone()
    {
        const NodePast past = after({scan(1, {fileDifference("/etc/a")})});
        const DatedReport now = dated(past, scan(2, {}));
        QVERIFY(now.past.standing.isEmpty());
        QCOMPARE(now.gone.size(), 1);
        QCOMPARE(now.gone.constFirst().dated.goneAt, day(2));
        QCOMPARE(now.gone.constFirst().dated.lastSeen, day(1));
    }
    void whatAScanCouldNotSeeIsNeitherThereNorGone_data()
    {
        QTest::addColumn<QByteArray>("blind");
        QTest::newRow("the section") << QByteArray();
        QTest::newRow("the file") << QByteArray("/etc/a");
        QTest::newRow("its folder") << QByteArray("/etc");
    }
    void whatAScanCouldNotSeeIsNeitherThereNorGone()
    {
        QFETCH(QByteArray, blind);
        const NodePast past = after({scan(1, {fileDifference("/etc/a")})});
        const DatedReport now = dated(past, scan(2, {}, {{DriftSection::Files, blind, u"timedOut"_qs}}));
        QVERIFY(now.gone.isEmpty());
        QCOMPARE(only(now.past).lastSeen, day(1));
    }
    void aSectionThatWasNotAskedForSaysNothing()
    {
        const NodePast past = after({scan(1, {fileDifference("/etc/a")})});
        DriftSighting packagesOnly = scan(2, {});
        packagesOnly.sections = {DriftSection::Packages};
        QVERIFY(dated(past, packagesOnly).gone.isEmpty());
    }
    void aBlindScanDoesNotSayThatItWasAbsent_data()
    {
        QTest::addColumn<QByteArray>("blind");
        QTest::newRow("the section") << QByteArray();
        QTest::newRow("the file") << QByteArray("/etc/a");
        QTest::newRow("its folder") << QByteArray("/etc");
    }
    void aBlindScanDoesNotSayThatItWasAbsent()
    {
        QFETCH(QByteArray, blind);
        const QList<Unseen> unseen{{DriftSection::Files, blind, u"timedOut"_qs}};
        const NodePast past =
            after({scan(1, {}), scan(2, {}, unseen), scan(3, {}, unseen), scan(4, {fileDifference("/etc/a")})});
        QCOMPARE(only(past).absentAt, day(1));
        const NodePast never = after({scan(2, {}, unseen), scan(4, {fileDifference("/etc/a")})});
        QVERIFY(only(never).absentAt.isNull());
    }
    void aNeighbourOfABlindFolderIsSeen()
    {
        const QList<Unseen> unseen{{DriftSection::Files, "/etc", u"timedOut"_qs}};
        const NodePast past = after({scan(1, {}), scan(2, {}, unseen), scan(3, {fileDifference("/etcetera")})});
        QCOMPARE(only(past).absentAt, day(2));
    }
    void whatARuleHidesStandsOutOfView()
    {
        DriftSighting hidden = scan(2, {});
        hidden.report.hidden = {{fileDifference("/etc/a"), {}}};
        const DatedReport now = dated(after({scan(1, {fileDifference("/etc/a")})}), hidden);
        QVERIFY(now.gone.isEmpty());
        QVERIFY(now.past.standing.constFirst().hidden);
        const NodePast shown = dated(now.past, scan(3, {fileDifference("/etc/a")})).past;
        QVERIFY(!shown.standing.constFirst().hidden);
        QCOMPARE(only(shown).firstSeen, day(1));
    }
    void aNodeBornAnewBeginsAnew()
    {
        DriftSighting reborn = scan(3, {fileDifference("/etc/a")});
        reborn.identity = u"image|reborn"_qs;
        const DatedReport now = dated(after({scan(1, {}), scan(2, {fileDifference("/etc/a")})}), reborn);
        QCOMPARE(now.gone.size(), 1);
        QCOMPARE(now.gone.constFirst().dated.goneAt, day(3));
        QCOMPARE(only(now.past).firstSeen, day(3));
        QVERIFY(only(now.past).absentAt.isNull());
    }
    void textsAreNotKept()
    {
        Difference withText = fileDifference("/etc/a");
        withText.actualText = u"text"_qs;
        QVERIFY(only(after({scan(1, {withText})})).difference.actualText.isEmpty());
    }
    void aCauseStaysUntilAnotherIsTold()
    {
        DriftSighting first = scan(1, {fileDifference("/etc/0"), fileDifference("/etc/a")});
        first.report.causes = {{LikelyCauseKind::CommandRun, u"mina"_qs, {{}}, {1}}};
        const NodePast past = after({first, scan(2, {fileDifference("/etc/0"), fileDifference("/etc/a")})});
        QVERIFY(past.standing.at(0).dated.causes.isEmpty());
        QCOMPARE(past.standing.at(1).dated.causes.size(), 1);
        QCOMPARE(past.standing.at(1).dated.causes.constFirst().differences, QList<int>{0});
    }
    void aScanThatIsOlderChangesNothing()
    {
        const NodePast past = after({scan(3, {fileDifference("/etc/a")})});
        const DatedReport now = dated(past, scan(2, {}));
        QCOMPARE(now.past, past);
        QVERIFY(now.gone.isEmpty());
    }
    void aClockThatWasDaysAheadSilencesNobody()
    {
        const NodePast past = after({scan(9, {fileDifference("/etc/a")})});
        QCOMPARE(dated(past, scan(2, {})).gone.size(), 1);
        const QList<DriftCount> counts{{u"web"_qs, day(9), 3, 1, 4, 0, 0}};
        QCOMPARE(withCount(counts, {u"web"_qs, day(2), 3, 0, 0, 0, 0}).constLast().at, day(2));
    }
    void ofANodeThatLeftAllIsGone()
    {
        const NodePast past = after({scan(1, {fileDifference("/etc/a"), fileDifference("/etc/b")})});
        const QList<KeptDifference> gone = allGone(past, day(2));
        QCOMPARE(gone.size(), 2);
        QCOMPARE(gone.constLast().dated.goneAt, day(2));
    }

    void countsAreOfEachGroup()
    {
        const QList<DriftCount> counts = countsOf(
            {{u"web"_qs, day(1), 2, 1, false}, {u"web"_qs, day(2), 0, 0, true}, {u"db"_qs, day(1), 0, 0, false}});
        QCOMPARE(counts.size(), 2);
        QCOMPARE(counts.constLast(), (DriftCount{u"web"_qs, day(2), 2, 1, 2, 1, 1}));
    }
    void aRunThatStaysTheSameTakesTwo()
    {
        QList<DriftCount> counts;
        for (int number = 1; number < 9; ++number)
            counts = withCount(counts, {u"web"_qs, day(number), 3, number < 7 ? 1 : 2, 4, 0, 0});
        QCOMPARE(counts.size(), 4);
        QCOMPARE(counts.at(1).at, day(6));
        QCOMPARE(counts.at(2).at, day(7));
        QCOMPARE(counts.at(3).at, day(8));
        QCOMPARE(withCount(counts, counts.at(2)), counts);
    }
};

QTEST_GUILESS_MAIN(TestDatedDrift)
#include "tst_dated_drift.moc"
