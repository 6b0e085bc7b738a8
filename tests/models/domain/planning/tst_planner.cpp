// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_world.h"

#include "models/domain/code_names.h"

#include <QTest>

using namespace snowmelt;

class PlannerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void swapOfThree();
    void commandsOfASwap();
    void undoOfASwap();
    void choicesAreInThePlan();
    void bothSidesAreFrozen();
    void capacityOfASwap();
    void capacityOfARebirth();
    void bakeIsAStepOnlyWhenAsked();
    void rebirthIsOneNodeWide();
    void aRoundBeginsWithItsFirstBatch();
    void aBatchRunsOneImage();
    void aBatchLeavesEnoughServing();
    void aRoundSaysOnceWhatIsLost();
    void aRoundIsOfOneGroup();
    void errors();
    void aRebuiltVersionIsWorthASwap();
    void mixedBlueHasNoFrom();
    void shortOfSlotsBlocks();
    void checks();
    void silentBalancerAndMissingImageBlock();
};

static QString names(const QList<PlannedNode>& nodes)
{
    QStringList list;
    for (const PlannedNode& node : nodes)
        list.append(node.name + u'@' + node.slot);
    return list.join(u' ');
}

static QString checkText(const Plan& plan)
{
    static const QStringList verdicts{u"pass"_qs, u"warn"_qs, u"block"_qs};
    QStringList lines;
    for (const PlanCheck& check : plan.checks)
        lines.append((QStringList{verdicts[int(check.verdict)], check.code} + check.args).join(u' '));
    return lines.join(u'\n');
}

static QString errorText(const Result<Plan>& plan)
{
    return plan.failed() ? codeName(plan.error().code) + u' ' + plan.error().args.join(u' ') : u"ok"_qs;
}

void PlannerTest::swapOfThree()
{
    const Result<Plan> plan = planSwap(PlanWorld().input(), u"web"_qs, PlanWorld::newImage(), 0);
    QVERIFY(plan.ok());
    QCOMPARE(names(plan->blue), u"web-1@a1 web-2@a2 web-3@a3"_qs);
    QCOMPARE(names(plan->green), u"web-4@b1 web-5@b2 web-6@b3"_qs);
    QCOMPARE(plan->from, PlanWorld::oldImage());
    QCOMPARE(plan->to, PlanWorld::newImage());
    QCOMPARE(plan->toDigest, PlanWorld::digest("1.1.0"));
    QCOMPARE(plan->deployment, u"d-1"_qs);
    QCOMPARE(plan->balancer, u"edge"_qs);
    QVERIFY(!plan->blocked());
}

void PlannerTest::commandsOfASwap()
{
    PlanWorld world;
    world.size = 1;
    const Result<Plan> plan = planSwap(world.input(), u"web"_qs, PlanWorld::newImage(), 30);
    QVERIFY(plan.ok());
    QStringList lines;
    for (const Step& step : plan->steps)
        lines.append(step.commands.join(u"; "_qs) + (step.noReturn ? u" (no return)"_qs : QString()));
    QCOMPARE(lines.join(u'\n'),
             u"show stat; read /etc/haproxy/haproxy.cfg\n"
             "podman create --name shop-web-2 localhost/shop:1.1.0; podman start shop-web-2; "
             "set server web/b1 state maint; set server web/b1 addr {web-2} port 8080; "
             "set server web/b1 state drain; write /etc/haproxy/haproxy.cfg\n"
             "show stat; GET http://{web-2}:8080/healthz\n"
             "set server web/b1 weight 100; set server web/b1 state ready; write /etc/haproxy/haproxy.cfg; "
             "set server web/a1 state drain\n"
             "show stat\n"
             "show stat\n"
             "write /etc/haproxy/haproxy.cfg; set server web/a1 state maint; show stat; "
             "set server web/a1 addr 127.0.0.1 port 9 (no return)\n"
             "podman stop shop-web-1; podman rm shop-web-1"_qs);
}

void PlannerTest::undoOfASwap()
{
    PlanWorld world;
    world.size = 1;
    const Result<Plan> plan = planSwap(world.input(), u"web"_qs, PlanWorld::newImage(), 30);
    const QString remove = u"write /etc/haproxy/haproxy.cfg; set server web/b1 state maint; show stat; "
                           "set server web/b1 addr 127.0.0.1 port 9; podman stop shop-web-2; podman rm shop-web-2"_qs;
    const QString giveBack = u"set server web/a1 weight 100; set server web/a1 state ready; "
                             "write /etc/haproxy/haproxy.cfg; set server web/b1 state drain; "_qs +
                             remove;
    QStringList undo;
    for (const Step& step : plan->steps)
        undo.append(step.undo.join(u"; "_qs));
    QCOMPARE(undo, (QStringList{{}, remove, remove, giveBack, giveBack, giveBack, {}, {}}));
}

void PlannerTest::choicesAreInThePlan()
{
    PlanInput input = PlanWorld().input();
    input.blueprint.prices = {u"₩"_qs, 310};
    input.typicalMs = {{StepKind::CreateNodes, 1400}};
    DeployOptions options;
    options.drainSeconds = 300;
    options.healthSeconds = 20;
    options.gates.failedPercent = 0.5;
    options.gates.checks = {u"/ready"_qs};
    options.keepGreen = true;
    const Result<Plan> swap = planSwap(input, u"web"_qs, PlanWorld::newImage(), 0, options);
    const Result<Plan> rebirth = planRebirth(input, u"web-1"_qs, options);
    for (const Plan& plan : {*swap, *rebirth}) {
        QCOMPARE(plan.drainSeconds, 300);
        QCOMPARE(plan.healthSeconds, 20);
        QCOMPARE(plan.gates, options.gates);
        QVERIFY(plan.keepGreen);
        QCOMPARE(plan.prices, input.blueprint.prices);
        QCOMPARE(plan.steps[1].typicalMs, 1400);
        QCOMPARE(plan.steps[2].typicalMs, 0);
    }
    const Result<Plan> unsaid = planSwap(input, u"web"_qs, PlanWorld::newImage(), 0);
    QCOMPARE(unsaid->drainSeconds, 120);
    QCOMPARE(unsaid->gates, Gates());
}

void PlannerTest::bothSidesAreFrozen()
{
    PlanInput input = PlanWorld().input();
    input.fleet.groups[0].nodes[1].digest = PlanWorld::digest("1.0.0 built again");
    const Result<Plan> plan = planSwap(input, u"web"_qs, PlanWorld::newImage(), 0);
    QCOMPARE(plan->blue[0].image, PlanWorld::oldImage());
    QCOMPARE(plan->blue[0].digest, PlanWorld::digest("1.0.0"));
    QCOMPARE(plan->blue[1].digest, PlanWorld::digest("1.0.0 built again"));
    for (const PlannedNode& green : plan->green) {
        QCOMPARE(green.image, PlanWorld::newImage());
        QCOMPARE(green.digest, PlanWorld::digest("1.1.0"));
    }
}

static QString capacity(const Plan& plan)
{
    QStringList list;
    for (const Step& step : plan.steps)
        list.append(QString::number(step.serving) + u'/' + QString::number(step.nodes));
    return list.join(u' ');
}

void PlannerTest::capacityOfASwap()
{
    PlanInput input = PlanWorld().input();
    const Result<Plan> plan = planSwap(input, u"web"_qs, PlanWorld::newImage(), 30);
    QCOMPARE(capacity(*plan), u"3/3 3/6 3/6 3/6 3/6 3/6 3/6 3/3"_qs);

    // A sick node serves nothing before, and its replacement does after.
    input.fleet.groups[0].nodes[2].share = 0;
    const Result<Plan> sick = planSwap(input, u"web"_qs, PlanWorld::newImage(), 30);
    QCOMPARE(capacity(*sick), u"2/3 2/6 2/6 3/6 3/6 3/6 3/6 3/3"_qs);
}

void PlannerTest::capacityOfARebirth()
{
    PlanInput input = PlanWorld().input();
    input.fleet.groups[0].nodes[1].share = 0;
    input.fleet.groups[0].nodes[1].slot.clear();
    const Result<Plan> plan = planRebirth(input, u"web-2"_qs);
    QCOMPARE(capacity(*plan), u"2/3 2/4 2/4 3/4 3/4 3/4 3/3"_qs);
}

void PlannerTest::bakeIsAStepOnlyWhenAsked()
{
    const auto kinds = [](const Plan& plan) {
        QList<StepKind> list;
        for (const Step& step : plan.steps)
            list.append(step.kind);
        return list;
    };
    const Result<Plan> without = planSwap(PlanWorld().input(), u"web"_qs, PlanWorld::newImage(), 0);
    const Result<Plan> with = planSwap(PlanWorld().input(), u"web"_qs, PlanWorld::newImage(), 5);
    QVERIFY(!kinds(*without).contains(StepKind::Bake));
    QCOMPARE(kinds(*with),
             (QList<StepKind>{StepKind::Check, StepKind::CreateNodes, StepKind::AwaitHealthy, StepKind::MoveTraffic,
                              StepKind::DrainBlue, StepKind::Bake, StepKind::RetireBlue, StepKind::DestroyBlue}));
    QCOMPARE(with->bakeSeconds, 5);
}

void PlannerTest::rebirthIsOneNodeWide()
{
    PlanInput input = PlanWorld().input();
    input.fleet.groups[0].nodes[1].lifecycle = Lifecycle::Stopped;
    input.fleet.groups[0].nodes[1].health = Health::Down;
    const Result<Plan> plan = planRebirth(input, u"web-2"_qs);
    QVERIFY(plan.ok());
    QCOMPARE(plan->strategy, Strategy::Rebirth);
    QCOMPARE(names(plan->blue), u"web-2@a2"_qs);
    QCOMPARE(names(plan->green), u"web-4@b1"_qs);
    QCOMPARE(plan->to, PlanWorld::oldImage());
    QVERIFY(!plan->blocked());
}

void PlannerTest::aRoundBeginsWithItsFirstBatch()
{
    PlanWorld world;
    world.size = 5;
    world.slotsPerSide = 6;
    world.slots_ = {u"a1"_qs, u"a2"_qs, u"a3"_qs, u"a4"_qs, u"a5"_qs};
    const RebirthRound round{{u"web-2"_qs, u"web-3"_qs, u"web-5"_qs}, 2, 0};
    const Result<Plan> plan = planRebirth(world.input(), u"web-1"_qs, {}, round, {u"web-0"_qs});
    QVERIFY(plan.ok());
    QCOMPARE(names(plan->blue), u"web-1@a1 web-2@a2"_qs);
    QCOMPARE(plan->green.size(), 2);
    QCOMPARE(plan->toFollow, (QStringList{u"web-3"_qs, u"web-5"_qs}));
    QCOMPARE(plan->rebornBefore, QStringList{u"web-0"_qs});
    QCOMPARE(capacity(*plan), u"5/5 5/7 5/7 5/7 5/7 5/7 5/5"_qs);
    QVERIFY(!plan->blocked());

    // No more than there are slots for, and each node once.
    world.slotsPerSide = 3;
    PlanInput tight = world.input();
    for (const QString& slot : {u"b2"_qs, u"b3"_qs})
        tight.slotsInUse.insert(slot, u"?"_qs);
    const RebirthRound twice{{u"web-2"_qs, u"web-1"_qs, u"web-2"_qs}, 4, 0};
    const Result<Plan> one = planRebirth(tight, u"web-1"_qs, {}, twice);
    QCOMPARE(names(one->blue), u"web-1@a1"_qs);
    QCOMPARE(one->toFollow, QStringList{u"web-2"_qs});
    QVERIFY(!one->blocked());
}

void PlannerTest::aBatchRunsOneImage()
{
    PlanInput input = PlanWorld().input();
    input.fleet.groups[0].nodes[1].image = PlanWorld::newImage();
    const RebirthRound round{{u"web-2"_qs, u"web-3"_qs}, 3, 0};
    const Result<Plan> plan = planRebirth(input, u"web-1"_qs, {}, round);
    QCOMPARE(names(plan->blue), u"web-1@a1"_qs);
    QCOMPARE(plan->toFollow, (QStringList{u"web-2"_qs, u"web-3"_qs}));
}

void PlannerTest::aBatchLeavesEnoughServing()
{
    const auto checkOf = [](const Plan& plan) {
        for (const PlanCheck& check : plan.checks)
            if (check.code == u"servingBeside")
                return QString(codeName(check.verdict) + u' ' + check.args.join(u' '));
        return u"none"_qs;
    };
    PlanInput input = PlanWorld().input();
    const QStringList then{u"web-2"_qs, u"web-3"_qs};
    const Result<Plan> two = planRebirth(input, u"web-1"_qs, {}, {then, 3, 1});
    QCOMPARE(names(two->blue), u"web-1@a1 web-2@a2"_qs);
    QCOMPARE(checkOf(*two), u"pass 1 1"_qs);
    input.fleet.groups[0].nodes[2].share = 0; // does not count
    const Result<Plan> one = planRebirth(input, u"web-1"_qs, {}, {then, 3, 1});
    QCOMPARE(names(one->blue), u"web-1@a1"_qs);
    const Result<Plan> none = planRebirth(input, u"web-1"_qs, {}, {then, 3, 2});
    QCOMPARE(names(none->blue), u"web-1@a1"_qs);
    QCOMPARE(checkOf(*none), u"block 1 2"_qs);
    QVERIFY(none->blocked());
    QCOMPARE(checkOf(*planRebirth(input, u"web-1"_qs, {}, {then, 1, 0})), u"none"_qs);
}

void PlannerTest::aRoundSaysOnceWhatIsLost()
{
    PlanInput input = PlanWorld().input();
    for (NodeState& node : input.fleet.groups[0].nodes)
        node.driftComplete = true;
    input.fleet.groups[0].nodes[0].driftCount = 2;
    input.fleet.groups[0].nodes[2].driftCount = 7;
    const Result<Plan> plan = planRebirth(input, u"web-1"_qs, {}, {{u"web-3"_qs}, 1, 0});
    QStringList lost;
    for (const PlanCheck& check : plan->checks)
        if (check.code == u"driftLost")
            lost += check.args.join(u' ');
    QCOMPARE(lost, (QStringList{u"web-1 2"_qs, u"web-3 7"_qs}));
}

void PlannerTest::aRoundIsOfOneGroup()
{
    PlanInput input = PlanWorld().input();
    GroupState api;
    api.name = u"api"_qs;
    NodeState node = PlanWorld().node(1, u"a1"_qs);
    node.name = u"api-1"_qs;
    node.group = u"api"_qs;
    api.nodes = {node};
    input.fleet.groups.append(api);
    QCOMPARE(errorText(planRebirth(input, u"web-1"_qs, {}, {{u"api-1"_qs}, 1, 0})),
             u"unsupported rebirth web-1, api-1"_qs);
    QCOMPARE(errorText(planRebirth(input, u"web-1"_qs, {}, {{u"edge"_qs}, 1, 0})).section(u' ', 0, 1),
             u"unsupported rebirth"_qs);
    QCOMPARE(errorText(planRebirth(input, u"web-1"_qs, {}, {{u"web-9"_qs}, 1, 0})), u"nodeUnknown web-9"_qs);
}

void PlannerTest::errors()
{
    const ImageRef to = PlanWorld::newImage();
    QCOMPARE(errorText(planSwap(PlanWorld().input(), u"wbe"_qs, to, 0)), u"groupUnknown wbe"_qs);
    QCOMPARE(errorText(planSwap(PlanWorld().input(), u"web"_qs, PlanWorld::oldImage(), 0)), u"ok"_qs);

    PlanInput same = PlanWorld().input();
    same.image.digest = PlanWorld::digest("1.0.0");
    QCOMPARE(errorText(planSwap(same, u"web"_qs, PlanWorld::oldImage(), 0)), u"alreadyRunsImage web shop@1.0.0"_qs);

    PlanInput lonely = PlanWorld().input();
    lonely.blueprint.balancers.clear();
    QCOMPARE(errorText(planSwap(lonely, u"web"_qs, to, 0)), u"balancerMissing web"_qs);

    PlanInput down = PlanWorld().input();
    down.fleet.groups.clear();
    QCOMPARE(errorText(planSwap(down, u"web"_qs, to, 0)), u"fleetNotUp shop"_qs);

    PlanInput full = PlanWorld().input();
    for (const QString& slot : {u"a4"_qs, u"b1"_qs, u"b2"_qs, u"b3"_qs, u"b4"_qs})
        full.slotsInUse.insert(slot, u"?"_qs);
    QCOMPARE(errorText(planSwap(full, u"web"_qs, to, 0)), u"noFreeSlot edge web"_qs);

    QCOMPARE(errorText(planRebirth(PlanWorld().input(), u"web-9"_qs)), u"nodeUnknown web-9"_qs);
}

void PlannerTest::aRebuiltVersionIsWorthASwap()
{
    PlanInput rebuilt = PlanWorld().input();
    rebuilt.image.ref = PlanWorld::oldImage();
    rebuilt.image.digest = PlanWorld::digest("1.0.0 built again");
    QVERIFY(planSwap(rebuilt, u"web"_qs, PlanWorld::oldImage(), 0).ok());
}

void PlannerTest::mixedBlueHasNoFrom()
{
    PlanInput mixed = PlanWorld().input();
    mixed.fleet.groups[0].nodes[1].image = PlanWorld::newImage();
    const Result<Plan> plan = planSwap(mixed, u"web"_qs, PlanWorld::newImage(), 0);
    QVERIFY(plan.ok());
    QVERIFY(plan->from.isNull());
}

void PlannerTest::shortOfSlotsBlocks()
{
    PlanWorld world;
    world.slotsPerSide = 2;
    world.slots_ = {u"a1"_qs, u"a2"_qs, u"b1"_qs};
    const Result<Plan> plan = planSwap(world.input(), u"web"_qs, PlanWorld::newImage(), 0);
    QVERIFY(plan.ok());
    QVERIFY(plan->blocked());
    QVERIFY(checkText(*plan).contains(u"block slotsFree 1 3"_qs));
    QCOMPARE(names(plan->green), u"web-4@b2 web-5@ web-6@"_qs);
}

void PlannerTest::checks()
{
    PlanWorld world;
    const Result<Plan> clean = planSwap(world.input(), u"web"_qs, PlanWorld::newImage(), 0);
    QCOMPARE(checkText(*clean), u"pass balancerAnswers edge 2.6.12\npass slotsFree 5 3\n"
                                "pass imageBuilt shop@1.1.0\npass healthyNow 3 3"_qs);

    world.size = 1;
    PlanInput input = world.input();
    input.fleet.groups[0].nodes[0].health = Health::Degraded;
    input.fleet.groups[0].nodes[0].driftCount = 4;
    input.fleet.groups[0].nodes[0].driftComplete = false;
    const Result<Plan> worried = planSwap(input, u"web"_qs, PlanWorld::newImage(), 0);
    QCOMPARE(checkText(*worried), u"pass balancerAnswers edge 2.6.12\npass slotsFree 7 1\n"
                                  "pass imageBuilt shop@1.1.0\nwarn healthyNow 0 1\nwarn groupSizeOne web\n"
                                  "warn driftLost web-1 4\nwarn driftUnknown"_qs);
    QVERIFY(!worried->blocked());
}

void PlannerTest::silentBalancerAndMissingImageBlock()
{
    PlanInput input = PlanWorld().input();
    input.fleet.balancers[0].version.clear();
    input.slotsPerSide = 0;
    input.slotsInUse.clear();
    input.image.digest = {};
    input.fleet.groups[0].nodes[2].driftCount.reset();
    const Result<Plan> plan = planSwap(input, u"web"_qs, PlanWorld::newImage(), 0);
    QVERIFY(plan.ok());
    QVERIFY(plan->blocked());
    QCOMPARE(checkText(*plan), u"block balancerAnswers edge \nblock slotsFree 0 3\nblock imageNotBuilt shop@1.1.0\n"
                               "pass healthyNow 3 3\nwarn driftUnknown"_qs);
}

QTEST_GUILESS_MAIN(PlannerTest)
#include "tst_planner.moc"
