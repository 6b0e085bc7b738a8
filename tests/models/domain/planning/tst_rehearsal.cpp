// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/rehearsal.h"
#include "plan_world.h"

#include <QTest>

#include <algorithm>

using namespace snowmelt;

/// What a fleet looks like after each step of a plan, by value.
class RehearsalTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSwapStepByStep();
    void aRebirthAmongOthers();
    void aDeadNodeStaysDownUntilItGoes();
    void whatStaysTheSame_data();
    void whatStaysTheSame();
    void howLongAndHowDear();
};

namespace {

QString sideOf(Side side)
{
    return side == Side::Blue ? u"B"_qs : side == Side::Green ? u"G"_qs : u"-"_qs;
}

QString healthOf(Health health)
{
    static const QStringList words{u"unknown"_qs, u"healthy"_qs, u"degraded"_qs, u"draining"_qs, u"down"_qs};
    return words[int(health)];
}

/// "1-B@a1 healthy 50% 10/s 2" for each node: side, slot, health, share, rate, sessions.
QString seen(const FleetState& fleet)
{
    QStringList nodes;
    for (const NodeState& node : fleet.findGroup(u"web"_qs)->nodes)
        nodes.append(node.name.section(u'-', 1) + sideOf(node.side) + u'@' + node.slot + u' ' + healthOf(node.health) +
                     u' ' + QString::number(qRound(node.share * 100)) + u"% "_qs +
                     QString::number(node.requestRate, 'g', 3) + u"/s "_qs + QString::number(node.sessions));
    return nodes.join(u", "_qs);
}

PlanInput pairOfNodes()
{
    PlanWorld world;
    world.size = 2;
    return world.input();
}

} // namespace

void RehearsalTest::aSwapStepByStep()
{
    const PlanInput input = pairOfNodes();
    const Plan plan = planSwap(input, u"web"_qs, PlanWorld::newImage(), 30).take();
    QStringList steps;
    for (int step = -1; step < plan.steps.size(); ++step)
        steps.append(seen(rehearsed(input.fleet, plan, step)));
    const QString before = u"1-@a1 healthy 50% 10/s 2, 2-@a2 healthy 50% 10/s 2"_qs;
    const QString blue = u"1B@a1 healthy 50% 10/s 2, 2B@a2 healthy 50% 10/s 2, "_qs;
    const QString drained = u"1B@a1 draining 0% 0/s 0, 2B@a2 draining 0% 0/s 0, "_qs;
    const QString green = u"3G@b1 healthy 50% 10/s 0, 4G@b2 healthy 50% 10/s 0"_qs;
    QCOMPARE(steps.value(0), before);
    QCOMPARE(steps.value(1), before); // checked
    QCOMPARE(steps.value(2), blue + u"3G@b1 unknown 0% 0/s 0, 4G@b2 unknown 0% 0/s 0"_qs);
    QCOMPARE(steps.value(3), blue + u"3G@b1 draining 0% 0/s 0, 4G@b2 draining 0% 0/s 0"_qs);
    QCOMPARE(steps.value(4), u"1B@a1 draining 0% 0/s 2, 2B@a2 draining 0% 0/s 2, "_qs + green);
    QCOMPARE(steps.value(5), drained + green);
    QCOMPARE(steps.value(6), drained + green); // watched
    QCOMPARE(steps.value(7), u"1B@ draining 0% 0/s 0, 2B@ draining 0% 0/s 0, "_qs + green);
    QCOMPARE(steps.value(8), u"3-@b1 healthy 50% 10/s 0, 4-@b2 healthy 50% 10/s 0"_qs);
    const FleetState after = rehearsed(input.fleet, plan, int(plan.steps.size()) - 1);
    QCOMPARE(after.findNode(u"web-3"_qs)->image, PlanWorld::newImage());
    QCOMPARE(after.findNode(u"web-3"_qs)->digest, PlanWorld::digest("1.1.0"));
    QCOMPARE(after.findNode(u"web-3"_qs)->deployment, u"d-1"_qs);
}

void RehearsalTest::aRebirthAmongOthers()
{
    const PlanInput input = pairOfNodes();
    const Plan plan = planRebirth(input, u"web-2"_qs).take();
    const auto at = [&](int step) { return seen(rehearsed(input.fleet, plan, step)); };
    QCOMPARE(at(2), u"1-@a1 healthy 50% 10/s 2, 2B@a2 healthy 50% 10/s 2, 3G@b1 draining 0% 0/s 0"_qs);
    QCOMPARE(at(3), u"1-@a1 healthy 50% 10/s 2, 2B@a2 draining 0% 0/s 2, 3G@b1 healthy 50% 10/s 0"_qs);
    QCOMPARE(at(6), u"1-@a1 healthy 50% 10/s 2, 3-@b1 healthy 50% 10/s 0"_qs);
}

void RehearsalTest::aDeadNodeStaysDownUntilItGoes()
{
    PlanInput input = pairOfNodes();
    NodeState& dead = input.fleet.groups[0].nodes[1];
    dead.lifecycle = Lifecycle::Stopped;
    dead.health = Health::Down;
    dead.share = 0;
    dead.requestRate = 0;
    dead.sessions = 0;
    input.fleet.groups[0].nodes[0].share = 1;
    const Plan plan = planRebirth(input, u"web-2"_qs).take();
    QCOMPARE(seen(rehearsed(input.fleet, plan, 3)),
             u"1-@a1 healthy 50% 5/s 2, 2B@a2 down 0% 0/s 0, 3G@b1 healthy 50% 5/s 0"_qs);
}

void RehearsalTest::whatStaysTheSame_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("rebirth");
    for (const int size : {1, 2, 3, 7, 50}) {
        QTest::addRow("swap of %d", size) << size << false;
        QTest::addRow("rebirth among %d", size) << size << true;
    }
}

/// Shares add up to one, the rate is kept, and the capacity is what the plan says of its steps.
void RehearsalTest::whatStaysTheSame()
{
    QFETCH(int, size);
    QFETCH(bool, rebirth);
    PlanWorld world;
    world.size = size;
    world.slotsPerSide = size;
    world.slots_.clear();
    for (int i = 1; i <= size; ++i)
        world.slots_ << u'a' + QString::number(i);
    PlanInput input = world.input();
    GroupState other = input.fleet.groups[0];
    other.name = u"api"_qs;
    input.fleet.groups.append(other);
    const Plan plan =
        rebirth ? planRebirth(input, u"web-1"_qs).take() : planSwap(input, u"web"_qs, PlanWorld::newImage(), 5).take();
    for (int step = 0; step < plan.steps.size(); ++step) {
        const FleetState fleet = rehearsed(input.fleet, plan, step);
        const GroupState* group = fleet.findGroup(u"web"_qs);
        double share = 0;
        double rate = 0;
        for (const NodeState& node : group->nodes) {
            share += node.share;
            rate += node.requestRate;
        }
        QVERIFY(qAbs(share - 1) < 1e-9);
        QVERIFY(qAbs(rate - 10 * size) < 1e-6);
        QCOMPARE(int(group->nodes.size()), plan.steps[step].nodes);
        QCOMPARE(int(std::ranges::count_if(group->nodes, takesTraffic)), plan.steps[step].serving);
        QCOMPARE(plan.steps[step].serving, size); // never fewer
        QCOMPARE(*fleet.findGroup(u"api"_qs), other);
    }
}

void RehearsalTest::howLongAndHowDear()
{
    PlanInput input = pairOfNodes();
    input.blueprint.prices = {u"₩"_qs, 360};
    const Plan unknown = planSwap(input, u"web"_qs, PlanWorld::newImage(), 30).take();
    QCOMPARE(typicalMs(unknown), 0);
    QCOMPARE(extraCost(unknown), 0.0);
    input.typicalMs = {{StepKind::Check, 500}, {StepKind::CreateNodes, 20'000}, {StepKind::Bake, 999'000}};
    const Plan plan = planSwap(input, u"web"_qs, PlanWorld::newImage(), 30).take();
    QCOMPARE(typicalMs(plan), 50'500); // watching takes what was asked for, whatever it took the last times
    QCOMPARE(extraCost(plan), 10.0);   // two nodes for 50 s at 0.1 a second
    input.blueprint.prices = {};
    QCOMPARE(extraCost(planSwap(input, u"web"_qs, PlanWorld::newImage(), 30).take()), 0.0);
}

QTEST_GUILESS_MAIN(RehearsalTest)
#include "tst_rehearsal.moc"
