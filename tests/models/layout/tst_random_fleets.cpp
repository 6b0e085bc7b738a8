// SPDX-License-Identifier: GPL-3.0-or-later
// Random fleets: what must be true of every diagram, and of the next one after something came or went.
#include "tests/models/layout/diagram_moves.h"
#include "tests/models/layout/random_fleets.h"
#include "tests/models/layout/tidiness.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

void seeds(int count)
{
    QTest::addColumn<quint32>("seed");
    for (int seed = 1; seed <= count; ++seed)
        QTest::addRow("%d", seed) << quint32(seed);
}

/// Another look at the same nodes: everything that is measured is another.
FleetState seenAgain(FleetState fleet, QRandomGenerator& random)
{
    for (BalancerState& balancer : fleet.balancers) {
        balancer.node.health = Health(random.bounded(5));
        balancer.requestRate = random.bounded(3) * 40;
    }
    for (GroupState& group : fleet.groups) {
        const bool idle = random.bounded(3) == 0;
        for (NodeState& node : group.nodes) {
            node.health = Health(random.bounded(5));
            node.driftCount = random.bounded(3);
            node.share = idle ? 0 : 1.0 / double(group.nodes.size());
            node.requestRate = random.bounded(4) * 10;
            node.sessions = random.bounded(3);
        }
    }
    return fleet;
}

/// Edges of one shape share their points in memory: nobody sought a way again.
bool tookOverWays(const Diagram& before, const Diagram& after)
{
    return std::equal(
        before.edges.begin(), before.edges.end(), after.edges.begin(), after.edges.end(),
        [](const DiagramEdge& a, const DiagramEdge& b) { return a.path.constData() == b.path.constData(); });
}

} // namespace

class TestRandomFleets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFleetIsTidy_data() { seeds(200); }
    void everyFleetIsTidy()
    {
        QFETCH(quint32, seed);
        const Blueprint blueprint = sample::anyTopology(seed);
        const FleetState fleet = sample::anyState(seed, blueprint);
        const LaidOut laid = layoutFleet(blueprint, fleet, {});
        QCOMPARE(untidy(laid.diagram), QString());
        const LaidOut again = layoutFleet(blueprint, fleet, {});
        QCOMPARE(again.diagram, laid.diagram);
        QCOMPARE(again.arrangement, laid.arrangement);
    }

    void manyGroupsAreTidy_data() { seeds(12); }
    void manyGroupsAreTidy()
    {
        QFETCH(quint32, seed);
        const Blueprint blueprint = sample::anyTopology(seed, {120, 12, 3});
        QCOMPARE(untidy(layoutFleet(blueprint, sample::up(blueprint))), QString());
    }

    /// Laid out again by what was kept, nothing has moved, and the same is kept.
    void whatIsKeptIsEnough_data() { seeds(100); }
    void whatIsKeptIsEnough()
    {
        QFETCH(quint32, seed);
        const Blueprint blueprint = sample::anyTopology(seed);
        const FleetState fleet = sample::anyState(seed, blueprint);
        const LaidOut first = layoutFleet(blueprint, fleet, {});
        const LaidOut second = layoutFleet(blueprint, fleet, first.arrangement);
        QCOMPARE(second.diagram, first.diagram);
        QCOMPARE(second.arrangement, first.arrangement);
        const Parsed<Arrangement> read = arrangementFromJson(arrangementToJson(first.arrangement));
        QVERIFY(read.ok());
        QCOMPARE(read.value, first.arrangement);
    }

    /// Nodes more, nodes less, a group, a database and a balancer more: no box that was there moves.
    void whatComesAndGoesMovesNothing_data() { seeds(120); }
    void whatComesAndGoesMovesNothing()
    {
        QFETCH(quint32, seed);
        Blueprint blueprint = sample::anyTopology(seed);
        LaidOut last = layoutFleet(blueprint, sample::up(blueprint), {});
        QRandomGenerator random(seed + 1000);
        for (int round = 0; round < 6; ++round) {
            for (Group& group : blueprint.groups)
                if (random.bounded(2))
                    group.size = qMax(1, group.size + random.bounded(-5, 21));
            if (round == 2 && !blueprint.groups.isEmpty())
                blueprint.groups << Group{u"new"_qs, sample::image(u"1"_qs), 7, 80, {}, blueprint.groups[0].uses};
            if (round == 3)
                blueprint.databases << Database{u"newer"_qs, u"postgresql"_qs, sample::image(u"1"_qs), true, 0};
            if (round == 4)
                blueprint.balancers << Balancer{u"newest"_qs, u"haproxy"_qs, sample::image(u"1"_qs), 99, {}};
            const LaidOut next = layoutFleet(blueprint, sample::up(blueprint), last.arrangement);
            QCOMPARE(moved(last.diagram, next.diagram), QString());
            QCOMPARE(untidy(next.diagram), QString());
            last = next;
        }
    }

    void whatAPersonPlacedStaysThere_data() { seeds(60); }
    void whatAPersonPlacedStaysThere()
    {
        QFETCH(quint32, seed);
        const Blueprint blueprint = sample::anyTopology(seed);
        const LaidOut before = layoutFleet(blueprint, sample::up(blueprint), {});
        Arrangement arranged = before.arrangement;
        QRandomGenerator random(seed);
        for (int box : standing(before.diagram))
            if (random.bounded(3) == 0)
                arranged.placed.insert(before.diagram.boxes[box].seat,
                                       before.diagram.boxes[box].rect.topLeft() +
                                           QPointF(random.bounded(-300, 300), random.bounded(-2000, 2000)));
        const LaidOut after = layoutFleet(blueprint, sample::up(blueprint), arranged);
        QCOMPARE(overlap(after.diagram), QString());
        for (const DiagramBox& box : after.diagram.boxes) {
            QCOMPARE(box.placed, arranged.placed.contains(box.seat));
            if (box.placed)
                QCOMPARE(box.rect.topLeft(), arranged.placed[box.seat]);
            else if (!box.seat.isEmpty())
                QCOMPARE(box.rect, boxOf(before.diagram, box.key).rect);
        }
        // Where nothing lies on anything, edges find a way around.
        bool piled = false;
        const QList<int> boxes = standing(after.diagram);
        for (int a : boxes)
            for (int b : boxes)
                piled |= a < b &&
                         after.diagram.boxes[a]
                             .rect.adjusted(-9, -9, 9, 9)
                             .intersects(after.diagram.boxes[b].rect.adjusted(-9, -9, 9, 9)) &&
                         (after.diagram.boxes[a].placed || after.diagram.boxes[b].placed);
        if (!piled)
            QCOMPARE(crossed(after.diagram, boxes), QString());
        QCOMPARE(layoutFleet(blueprint, sample::up(blueprint), after.arrangement).diagram, after.diagram);
    }

    /// Whatever is seen, comes, goes or is put elsewhere: with the ways of the layout before it is as without.
    void waysTakenOverAreTheSame_data() { seeds(150); }
    void waysTakenOverAreTheSame()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed + 2000);
        Blueprint blueprint = sample::anyTopology(seed);
        FleetState fleet = sample::up(blueprint);
        LaidOut last = layoutFleet(blueprint, fleet, {});
        for (quint32 round = 0; round < 8; ++round) {
            if (round == 3 && !blueprint.groups.isEmpty())
                last.arrangement.placed.insert(blueprint.groups[0].name, {1000, 2000});
            if (round == 5 && !blueprint.groups.isEmpty())
                blueprint.groups[0].uses.clear();
            if (round == 6)
                blueprint = sample::anyTopology(seed + 1);
            const bool others = round % 2 == 1 || round == 6;
            fleet = seenAgain(others ? sample::anyState(seed * 10 + round, blueprint) : fleet, random);
            const LaidOut afresh = layoutFleet(blueprint, fleet, last.arrangement);
            const LaidOut taken = layoutFleet(blueprint, fleet, last.arrangement, {}, last.ways);
            QCOMPARE(taken.diagram, afresh.diagram);
            QCOMPARE(taken.arrangement, afresh.arrangement);
            last = taken;
        }
    }

    void aStatusSeeksNoWayAgain_data() { seeds(30); }
    void aStatusSeeksNoWayAgain()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const Blueprint blueprint = sample::anyTopology(seed);
        const FleetState fleet = sample::up(blueprint);
        const LaidOut before = layoutFleet(blueprint, fleet, {});
        const LaidOut after = layoutFleet(blueprint, seenAgain(fleet, random), before.arrangement, {}, before.ways);
        QVERIFY(tookOverWays(before.diagram, after.diagram));
        const bool routed = !before.diagram.edges.isEmpty();
        QCOMPARE(tookOverWays(before.diagram, layoutFleet(blueprint, fleet, before.arrangement).diagram), !routed);
    }
};

QTEST_APPLESS_MAIN(TestRandomFleets)
#include "tst_random_fleets.moc"
