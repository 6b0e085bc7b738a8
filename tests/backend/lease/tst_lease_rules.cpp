// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/lease/lease_samples.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

const QString shop = QStringLiteral("shop");
const QString web = QStringLiteral("web");
const QString api = QStringLiteral("api");
const QString whole; ///< the fleet
constexpr qint64 begun = 1'800'000'000'000;

LeaseBook taken(const LeaseBook& book, const TakeWish& wish, qint64 now)
{
    const Result<LeaseBook> next = afterTaking(book, wish, now);
    if (!next)
        qFatal("not taken: %s", qPrintable(told(next)));
    return kept(*next, now);
}

LeaseBook minas()
{
    return taken({}, wish(mina(), 'a'), begun);
}

} // namespace

class TestLeaseRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFreeLeaseIsTaken()
    {
        const HeldLease held = heldLease(minas(), token('a'));
        QCOMPARE(held.group, web);
        QCOMPARE(held.holder, mina());
        QCOMPARE(held.since.toMSecsSinceEpoch(), begun);
        QCOMPARE(held.until.toMSecsSinceEpoch(), begun + 30'000);
        QCOMPARE(held.from, QString());
    }

    void whatConflicts_data()
    {
        QTest::addColumn<QString>("there");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<bool>("conflict");
        QTest::newRow("one group") << web << web << true;
        QTest::newRow("two groups") << web << api << false;
        QTest::newRow("the fleet, then a group") << whole << web << true;
        QTest::newRow("a group, then the fleet") << web << whole << true;
        QTest::newRow("the fleet twice") << whole << whole << true;
        QTest::newRow("a group named fleet") << QStringLiteral("fleet") << web << false;
    }
    void whatConflicts()
    {
        QFETCH(QString, there);
        QFETCH(QString, wanted);
        QFETCH(bool, conflict);
        const LeaseBook book = taken({}, wish(mina(), 'a', there), begun);
        const Result<LeaseBook> next = afterTaking(book, wish(jun(), 'b', wanted), begun + 1);
        QCOMPARE(next.failed(), conflict);
        if (!conflict)
            QCOMPARE(next->leases.size(), 2);
    }

    void aHeldOneSaysWhoseSinceWhenForWhat()
    {
        const Result<LeaseBook> next = afterTaking(minas(), wish(jun(), 'b'), begun + 30'000);
        QCOMPARE(told(next),
                 QStringLiteral("leaseHeld shop|mina@laptop|2027-01-15T08:00:00Z|2027-01-15T08:00:30Z|swap web"));
    }

    void anExpiredOneIsTakenOverAndToldFromWhom()
    {
        const LeaseBook book = taken(minas(), wish(jun(), 'b'), begun + 30'001);
        QCOMPARE(book.leases.size(), 1);
        QCOMPARE(heldLease(book, token('b')).from, QStringLiteral("mina@laptop"));
        QCOMPARE(heldLease(book, token('b')).reason, QString());
        QVERIFY(book.turns.constLast().expired);
        QCOMPARE(told(afterRenewal(book, shop, token('a'))), QStringLiteral("leaseLost shop|jun@desk|expired"));
    }

    void aHeldOneIsTakenOverWithAReasonOnly()
    {
        const QString reason = QStringLiteral("mina's laptop is in the lake");
        const LeaseBook book = taken(minas(), wish(jun(), 'b', web, reason), begun + 5'000);
        const LeaseReading reading = readingOf(book, begun + 6'000);
        QCOMPARE(reading.turns.size(), 1);
        const LeaseTurn expected{QDateTime::fromMSecsSinceEpoch(begun + 5'000, Qt::UTC),
                                 web,
                                 QStringLiteral("mina@laptop"),
                                 QStringLiteral("op-1"),
                                 QStringLiteral("jun@desk"),
                                 false,
                                 reason};
        QCOMPARE(reading.turns.first(), expected);
        QCOMPARE(told(afterRenewal(book, shop, token('a'))), QStringLiteral("leaseLost shop|jun@desk|") + reason);
        QCOMPARE(heldLease(book, token('b')).reason, reason);
    }

    void theFleetTakesOverEveryGroup()
    {
        const LeaseBook both = taken(minas(), wish(jun(), 'b', api), begun);
        const LeaseBook book = taken(both, wish(jun(), 'c', whole, QStringLiteral("down")), begun + 1);
        QCOMPARE(book.leases.size(), 1);
        QCOMPARE(book.turns.size(), 2);
    }

    void theOldestTurnsAreForgotten()
    {
        LeaseBook book = minas();
        for (int n = 0; n < 80; ++n)
            book = taken(book, wish(n % 2 ? mina() : jun(), n % 2 ? 'a' : 'b', web, QString::number(n)), begun + n);
        QCOMPARE(book.turns.size(), 50);
        QCOMPARE(book.turns.constLast().reason, QStringLiteral("79"));
    }

    void aRenewalMovesTheEndAndNothingElse()
    {
        const LeaseBook renewed = kept(*afterRenewal(minas(), shop, token('a')), begun + 10'000);
        const LeaseSeen seen = readingOf(renewed, begun + 40'000).leases.first();
        QCOMPARE(seen.since.toMSecsSinceEpoch(), begun);
        QCOMPARE(seen.until.toMSecsSinceEpoch(), begun + 40'000);
        QVERIFY(!seen.expired);
        QVERIFY(readingOf(renewed, begun + 40'001).leases.first().expired);
    }

    /// Late, but nobody came between.
    void anExpiredLeaseThatNobodyTookIsRenewed() { QVERIFY(afterRenewal(minas(), shop, token('a')).ok()); }

    void aLeaseThatIsNotThereIsGone()
    {
        QCOMPARE(told(afterRenewal({}, shop, token('a'))), QStringLiteral("leaseLost shop||gone"));
    }

    void workStaysThroughExpiryTakeoverAndAnOpenRelease()
    {
        const QJsonObject plan{{QStringLiteral("deployment"), QStringLiteral("d1")}};
        LeaseBook book = kept(*afterNote(minas(), shop, token('a'), {plan, 4, true}), begun + 1000);
        QVERIFY(readingOf(book, begun + 2000).workOf(web)->attended);
        QVERIFY(!readingOf(book, begun + 60'000).workOf(web)->attended);
        book = taken(book, wish(jun(), 'b'), begun + 60'000);
        const LeaseReading reading = readingOf(book, begun + 60'000);
        QCOMPARE(reading.workOf(web)->plan, plan);
        QCOMPARE(reading.workOf(web)->step, 4);
        QVERIFY(reading.workOf(web)->goingBack);
        QCOMPARE(reading.workOf(web)->holder, mina());
        QVERIFY(reading.workOf(web)->attended);
        book = *afterRelease(book, shop, token('b'), WorkLeft::Open);
        QVERIFY(book.leases.isEmpty());
        QVERIFY(!readingOf(book, begun + 60'001).workOf(web)->attended);
        QCOMPARE(told(holderOf(book, web, begun + 60'001)), QStringLiteral("deploymentOpen web|swap web"));
    }

    void workIsForgottenWhenItIsDone()
    {
        const LeaseBook noted = *afterNote(minas(), shop, token('a'), {});
        QVERIFY(!readingOf(noted, begun).work.isEmpty());
        QVERIFY(afterRelease(noted, shop, token('a'), WorkLeft::Done)->work.isEmpty());
    }

    void aLaterNoteKeepsWhenItBegan()
    {
        LeaseBook book = kept(*afterNote(minas(), shop, token('a'), {{}, 0, false}), begun + 1000);
        book = kept(*afterNote(book, shop, token('a'), {{}, 1, false}), begun + 2000);
        QCOMPARE(book.work.size(), 1);
        QCOMPARE(book.work.constFirst().since, std::optional(begun + 1000));
        QCOMPARE(book.work.constFirst().step, 1);
        QCOMPARE(book.leases.constFirst().renewed, std::optional(begun + 2000));
    }

    void whoLostItChangesNothing()
    {
        const LeaseBook book = taken(minas(), wish(jun(), 'b', web, QStringLiteral("why")), begun);
        const QString lost = QStringLiteral("leaseLost shop|jun@desk|why");
        QCOMPARE(told(afterNote(book, shop, token('a'), {})), lost);
        QCOMPARE(told(afterRelease(book, shop, token('a'), WorkLeft::Done)), lost);
    }

    void aReleaseTwiceIsNoError()
    {
        const LeaseBook free = *afterRelease(minas(), shop, token('a'), WorkLeft::Done);
        QCOMPARE(told(afterRelease(free, shop, token('a'), WorkLeft::Done)), QStringLiteral("done"));
    }

    void whoAnswersForAGroup()
    {
        QCOMPARE(holderOf(minas(), web, begun)->token, token('a'));
        QCOMPARE(told(holderOf(minas(), api, begun)), QStringLiteral("nothingToRollBack api"));
        QCOMPARE(told(holderOf(minas(), web, begun + 30'001)), QStringLiteral("nothingToRollBack web"));
        const LeaseBook fleets = taken({}, wish(mina(), 'a', whole), begun);
        QCOMPARE(holderOf(fleets, web, begun)->token, token('a'));
    }
};

QTEST_GUILESS_MAIN(TestLeaseRules)
#include "tst_lease_rules.moc"
