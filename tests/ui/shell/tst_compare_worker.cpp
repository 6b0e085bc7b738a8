// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/layout/sample_fleets.h"
#include "ui/shell/compare/compare_worker.h"

#include <QTest>

using namespace snowmelt;

using Picture = std::shared_ptr<const ComparedPicture>;

/// Two moments compared aside: what was asked for last is what comes.
class TestCompareWorker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void momentsAreMadeOfTheirSources();
    void whatAPersonPlacedStaysThere();
    void whoIsStoppedGivesNothing();
    void theLatestThatWaitsComes();
    void whatIsCancelledNeverComes();
    void isJoinedAtWork();
};

namespace {

/// The blueprint beside a fleet of `running` nodes.
ComparisonRequest requestOf(int declared, int running)
{
    const Blueprint blueprint = sample::shop(declared);
    const FleetState fleet = sample::up(sample::shop(running));
    return {{MomentChoice::Kind::Declared, blueprint, fleet, {}}, {MomentChoice::Kind::Now, blueprint, fleet, {}}};
}

} // namespace

void TestCompareWorker::momentsAreMadeOfTheirSources()
{
    const Picture grown = compared(requestOf(2, 5));
    QVERIFY(grown);
    QCOMPARE(grown->comparison.count(Change::Added), 3);
    QCOMPARE(grown->comparison.parts.size(), 3);
    QVERIFY(grown->scene.firstOf(QStringLiteral("web-5")) >= 0);
    QCOMPARE(grown->marks.ofBox(grown->scene.firstOf(QStringLiteral("web-5"))), Change::Added);
    QVERIFY(!requestOf(2, 5).isLong());
    QVERIFY(requestOf(2, 5000).isLong());
}

/// What only one of both has goes around what a person put somewhere.
void TestCompareWorker::whatAPersonPlacedStaysThere()
{
    ComparisonRequest request = requestOf(2, 5);
    request.arrangement.placed.insert(QStringLiteral("web"), {800, 1600});
    const Picture placed = compared(request);
    QVERIFY(placed);
    const int web = placed->scene.firstOf(QStringLiteral("web"));
    QVERIFY(web >= 0);
    QCOMPARE(placed->scene.rect(web).topLeft(), QPointF(800, 1600));
    QVERIFY(placed->scene.firstOf(QStringLiteral("web-5")) >= 0);
}

void TestCompareWorker::whoIsStoppedGivesNothing()
{
    for (int after = 0; after < 7; ++after) {
        int asked = 0;
        QVERIFY(!compared(requestOf(2, 5), [&] { return asked++ >= after; }));
    }
}

void TestCompareWorker::theLatestThatWaitsComes()
{
    CompareWorker worker;
    QList<int> added;
    connect(&worker, &CompareWorker::ready, &worker,
            [&](const Picture& picture) { added << picture->comparison.count(Change::Added); });
    worker.request(requestOf(2, 3000));
    for (int more = 1; more <= 20; ++more)
        worker.request(requestOf(2, 2 + more));
    QTRY_COMPARE_WITH_TIMEOUT(added, (QList<int>{2998, 20}), 60'000);
}

void TestCompareWorker::whatIsCancelledNeverComes()
{
    CompareWorker worker;
    QList<int> added;
    connect(&worker, &CompareWorker::ready, &worker,
            [&](const Picture& picture) { added << picture->comparison.count(Change::Added); });
    worker.request(requestOf(2, 3000));
    worker.request(requestOf(2, 4));
    worker.cancel();
    worker.request(requestOf(2, 5));
    QTRY_COMPARE_WITH_TIMEOUT(added, QList<int>{3}, 60'000);
    worker.cancel();
}

void TestCompareWorker::isJoinedAtWork()
{
    CompareWorker worker;
    worker.request(requestOf(2, 20'000));
}

QTEST_GUILESS_MAIN(TestCompareWorker)
#include "tst_compare_worker.moc"
