// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/fold_counted.h"
#include "tests/backend/fleet/sample_fleet.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

const QString edge = QStringLiteral("edge");
const QString web = QStringLiteral("web");

QDateTime at(int seconds)
{
    return QDateTime::fromSecsSinceEpoch(1'700'000'000 + seconds, Qt::UTC);
}

SlotState slot(const QString& address, qint64 requests, qint64 failed)
{
    SlotState state;
    state.name = QStringLiteral("a1");
    state.mode = address.isEmpty() ? SlotMode::Free : SlotMode::Ready;
    state.address = address;
    state.requests = requests;
    state.failed = failed;
    return state;
}

BalancerReading readingOf(const SlotState& state, int pid = 7)
{
    BalancerReading reading;
    reading.pid = pid;
    reading.startedAt = at(pid);
    reading.at = at(100);
    BackendState backend;
    backend.group = web;
    backend.slots_ = {state};
    reading.backends = {backend};
    return reading;
}

NodeFacts node(int number, const QDateTime& bornAt)
{
    NodeFacts facts = webNode(number, QStringLiteral("a1"));
    facts.birth.bornAt = facts.startedAt = bornAt;
    return facts;
}

Counted counted(const BalancerReading& reading, const NodeFacts& facts, const SlotMarks& marks,
                const NodeFacts* balancer = nullptr)
{
    const BalancerSight sight{edge, &reading, reading.find(web), balancer, marks, 0};
    return countedFor(sight, reading.find(web)->slots_.first(), facts);
}

} // namespace

/// Whose failures are they? A balancer's counters belong to the slot.
class TestSlotMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNodeFromBeforeTheBalancerHasAllOfThem()
    {
        const NodeFacts web1 = node(1, at(0));
        QCOMPARE(counted(readingOf(slot(web1.address, 90, 4)), web1, {}), (Counted{90, 4, false}));
    }

    void aNodeBornBeforeItsBalancerHasAllOfThemThoughItStartedAgain()
    {
        NodeFacts web1 = node(1, at(0));
        web1.startedAt = at(50);
        NodeFacts balancer = single("edge", Role::Balancer);
        balancer.birth.bornAt = at(1);
        QCOMPARE(counted(readingOf(slot(web1.address, 90, 4)), web1, {}, &balancer), (Counted{90, 4, false}));
        balancer.birth.bornAt = at(-1);
        QCOMPARE(counted(readingOf(slot(web1.address, 90, 4)), web1, {}, &balancer), (Counted{90, 4, true}));
    }

    void aLaterNodeHasAtMostThese()
    {
        const NodeFacts web4 = node(4, at(50));
        QCOMPARE(counted(readingOf(slot(web4.address, 90, 4)), web4, {}), (Counted{90, 4, true}));
        QCOMPARE(counted(readingOf(slot(web4.address, 0, 0)), web4, {}), (Counted{0, 0, false}));
    }

    /// web-1 failed 4 times, its slot was free, web-4 came: the 4 are not its.
    void whoSawTheSlotFreeKnowsBetter()
    {
        const NodeFacts web4 = node(4, at(50));
        const SlotMarks free = marksAfter({}, edge, readingOf(slot({}, 90, 4)), {});
        const BalancerReading after = readingOf(slot(web4.address, 100, 5));
        const SlotMarks marks = marksAfter(free, edge, after, {web4});
        QCOMPARE(counted(after, web4, marks), (Counted{10, 1, false}));
        const BalancerSight sight{edge, &after, after.find(web), nullptr, marks, 0};
        QCOMPARE(failedOfGone(sight, web, {web4}), 4);
        // and keeps knowing it
        const BalancerReading later = readingOf(slot(web4.address, 130, 9));
        QCOMPARE(counted(later, web4, marksAfter(marks, edge, later, {web4})), (Counted{40, 5, false}));
    }

    void aNodeThatTookAnothersPlaceUnseenHasNoMark()
    {
        const NodeFacts web4 = node(4, at(50));
        NodeFacts again = web4;
        again.birth.bornAt = again.startedAt = at(60);
        const BalancerReading first = readingOf(slot(web4.address, 100, 5));
        SlotMarks marks = marksAfter({}, edge, readingOf(slot({}, 90, 4)), {});
        marks = marksAfter(marks, edge, first, {web4});
        marks = marksAfter(marks, edge, first, {again});
        QVERIFY(marks.isEmpty());
        QCOMPARE(counted(first, again, marks), (Counted{100, 5, true}));
    }

    /// A reload starts the counters at 0: what stood there before is no part of them.
    void anotherWorkerForgetsTheMarks()
    {
        const NodeFacts web4 = node(4, at(50));
        const SlotMarks free = marksAfter({}, edge, readingOf(slot({}, 90, 4)), {});
        const BalancerReading reloaded = readingOf(slot(web4.address, 3, 1), 60);
        const SlotMarks marks = marksAfter(free, edge, reloaded, {web4});
        QVERIFY(marks.isEmpty());
        QCOMPARE(counted(reloaded, web4, marks), (Counted{3, 1, false}));
    }

    void failuresOfEmptySlotsAreOfNodesThatAreGone()
    {
        const BalancerReading reading = readingOf(slot({}, 90, 4));
        const BalancerSight sight{edge, &reading, reading.find(web), nullptr, {}, 0};
        QCOMPARE(failedOfGone(sight, web, {}), 4);
    }

    void aClockThatIsWrongIsMadeUpFor()
    {
        const BalancerReading reading = readingOf(slot({}, 0, 0));
        QCOMPARE(skewOf(reading, at(103)), 0); // an answer takes its time
        QCOMPARE(skewOf(reading, at(3700)), 3600);
        const BalancerSight sight{edge, &reading, nullptr, nullptr, {}, 3600};
        QCOMPARE(inOurs(sight, at(0)), at(3600));
        QVERIFY(inOurs(sight, {}).isNull());
    }
};

QTEST_APPLESS_MAIN(TestSlotMarks)
#include "tst_slot_marks.moc"
