// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_world.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace snowmelt;

/// Properties that hold for every plan, over seeded random worlds.
class PlanOrderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void blueAndGreenShareNothing();
    void neverFewerServeThanPlanned();
    void noReturnComesAfterTrafficMovedAndBlueIsDrained();
};

namespace {

constexpr int Rounds = 500;

PlanInput randomWorld(QRandomGenerator& random)
{
    PlanWorld world;
    world.size = int(random.bounded(1, 9));
    world.firstNumber = int(random.bounded(1, 200));
    world.slotsPerSide = int(random.bounded(world.size, 12));
    QStringList all;
    for (int i = 1; i <= world.slotsPerSide; ++i)
        all << u'a' + QString::number(i) << u'b' + QString::number(i);
    std::shuffle(all.begin(), all.end(), random);
    world.slots_ = all.mid(0, world.size);
    return world.input();
}

Result<Plan> randomPlan(QRandomGenerator& random)
{
    const PlanInput input = randomWorld(random);
    if (random.bounded(3) > 0)
        return planSwap(input, u"web"_qs, PlanWorld::newImage(), int(random.bounded(2)) * 30);
    return planRebirth(input, input.fleet.groups[0].nodes.last().name);
}

QSet<QString> serving(const QMap<QString, QString>& states)
{
    const QStringList ready = states.keys(u"ready"_qs);
    return {ready.cbegin(), ready.cend()};
}

/// What HAProxy would make of one line of a plan.
void obey(const QString& command, QMap<QString, QString>& states)
{
    const QStringList words = command.split(u' ');
    if (words.size() == 5 && words[0] == u"set" && words[3] == u"state")
        states[words[2].section(u'/', 1)] = words[4];
}

} // namespace

void PlanOrderTest::blueAndGreenShareNothing()
{
    QRandomGenerator random(2026);
    for (int i = 0; i < Rounds; ++i) {
        const Result<Plan> plan = randomPlan(random);
        QVERIFY(plan.ok());
        QSet<QString> names;
        QSet<QString> slotsSeen;
        for (const PlannedNode& node : plan->blue + plan->green) {
            names.insert(node.name);
            slotsSeen.insert(node.slot);
        }
        QCOMPARE(names.size(), plan->blue.size() + plan->green.size());
        QCOMPARE(slotsSeen.size(), plan->blue.size() + plan->green.size());
        QVERIFY(!slotsSeen.contains(QString()));
        QVERIFY(!plan->blocked());
    }
}

void PlanOrderTest::neverFewerServeThanPlanned()
{
    QRandomGenerator random(7);
    for (int i = 0; i < Rounds; ++i) {
        const Result<Plan> plan = randomPlan(random);
        QVERIFY(plan.ok());
        QMap<QString, QString> states;
        for (const PlannedNode& node : plan->blue)
            states.insert(node.slot, u"ready"_qs);
        bool healthy = false;
        for (const Step& step : plan->steps) {
            for (const QString& command : step.commands) {
                obey(command, states);
                QVERIFY2(serving(states).size() >= plan->green.size(), qPrintable(command));
                for (const PlannedNode& node : plan->green)
                    QVERIFY(healthy || states.value(node.slot) != u"ready");
            }
            healthy |= step.kind == StepKind::AwaitHealthy;
        }
        for (const PlannedNode& node : plan->green)
            QVERIFY(serving(states).contains(node.slot));
        QCOMPARE(serving(states).size(), plan->green.size());
    }
}

void PlanOrderTest::noReturnComesAfterTrafficMovedAndBlueIsDrained()
{
    QRandomGenerator random(11);
    for (int i = 0; i < Rounds; ++i) {
        const Result<Plan> plan = randomPlan(random);
        const auto at = [&](StepKind kind) {
            return std::ranges::find(plan->steps, kind, &Step::kind) - plan->steps.cbegin();
        };
        QCOMPARE(std::ranges::count(plan->steps, true, &Step::noReturn), 1);
        QVERIFY(plan->steps[at(StepKind::RetireBlue)].noReturn);
        QVERIFY(at(StepKind::AwaitHealthy) < at(StepKind::MoveTraffic));
        QVERIFY(at(StepKind::MoveTraffic) < at(StepKind::DrainBlue));
        QVERIFY(at(StepKind::DrainBlue) < at(StepKind::RetireBlue));
        QVERIFY(at(StepKind::RetireBlue) < at(StepKind::DestroyBlue));
    }
}

QTEST_GUILESS_MAIN(PlanOrderTest)
#include "tst_plan_order.moc"
