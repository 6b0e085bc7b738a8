// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/fit.h"
#include "backend/deploy/health_tally.h"
#include "backend/deploy/sides.h"
#include "backend/deploy/traffic_meter.h"
#include "models/domain/code_names.h"

#include <QTest>

using namespace snowmelt;

class DeployValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void trafficSinceTheBeginning();
    void healthNeedsBothWitnesses();
    void configWithSides();
    void configKeepsTheAddressOfAGoneNode();
    void loadCountsWhatIsOpen();
    void disagreementsNameTheNode();
    void safetyIsWhatIsSeen_data();
    void safetyIsWhatIsSeen();
    void aPlanFits();
    void aPlanThatDoesNotFit_data();
    void aPlanThatDoesNotFit();
};

static Plan plan()
{
    Plan made;
    made.deployment = u"d-1"_qs;
    made.group = u"web"_qs;
    made.balancer = u"edge"_qs;
    made.to = {u"shop"_qs, u"1.1.0"_qs};
    made.toDigest = Digest::ofBytes("green");
    made.blue = {{u"web-1"_qs, u"a1"_qs}};
    made.green = {{u"web-2"_qs, u"b1"_qs}};
    return made;
}

static NodeFacts node(const QString& name, const QString& address)
{
    NodeFacts facts;
    facts.name = name;
    facts.address = address;
    facts.lifecycle = Lifecycle::Running;
    return facts;
}

static SlotState slot(const QString& name, SlotMode mode, const QString& address = {})
{
    SlotState state;
    state.name = name;
    state.mode = mode;
    state.address = address;
    state.up = mode == SlotMode::Ready;
    return state;
}

static BackendState backend(const QList<SlotState>& slots_)
{
    BackendState state;
    state.group = u"web"_qs;
    state.slots_ = slots_;
    return state;
}

static BalancerConfig config(const QList<SlotPlacement>& placements)
{
    return {8080,
            {{u"web"_qs, u"/healthz"_qs, 1, placements},
             {u"api"_qs, u"/"_qs, 1, {{u"a1"_qs, u"10.0.0.9"_qs, 1, SlotMode::Ready}}}}};
}

static QString text(const BalancerConfig& value)
{
    static const QStringList modes{u"free"_qs, u"maint"_qs, u"drain"_qs, u"ready"_qs};
    QStringList lines;
    for (const BackendPlacement& one : value.backends) {
        for (const SlotPlacement& it : one.placements)
            lines.append(u"%1/%2 %3:%4 %5"_qs.arg(one.group, it.slot, it.address, QString::number(it.port),
                                                  modes.at(int(it.mode))));
    }
    return lines.join(u", "_qs);
}

void DeployValuesTest::trafficSinceTheBeginning()
{
    TrafficMeter meter;
    const auto note = [&meter](qint64 requests, qint64 failed) {
        BackendState state;
        state.requests = requests;
        state.failed = failed;
        meter.note(state);
    };
    note(1'000, 7);
    QCOMPARE(meter.counted(), (TrafficCounted{0, 0}));
    note(1'500, 9);
    QCOMPARE(meter.counted(), (TrafficCounted{500, 2}));
    note(40, 1); // the balancer restarted
    QCOMPARE(meter.counted(), (TrafficCounted{540, 3}));
    note(50, 1);
    QCOMPARE(meter.counted(), (TrafficCounted{550, 3}));
}

void DeployValuesTest::healthNeedsBothWitnesses()
{
    HealthTally tally(2);
    SlotState checked = slot(u"b1"_qs, SlotMode::Drain);
    checked.checkPassed = true;
    SlotState failing = checked;
    failing.checkPassed = false;
    failing.checkReason = u"L7STS/503"_qs;
    const HttpAnswer fine{200, {}, {}, 1};
    const auto round = [&](const SlotState* seen, const HttpAnswer& answer) {
        tally.note(u"web-2"_qs, seen, answer, u"/healthz"_qs);
        return tally.isHealthy(u"web-2"_qs);
    };
    QVERIFY(!round(&checked, fine)); // once is not enough
    QVERIFY(round(&checked, fine));
    QVERIFY(!round(&failing, fine));
    QCOMPARE(tally.reason(u"web-2"_qs), u"L7STS/503"_qs);
    QVERIFY(round(&checked, fine)); // our own probe never wavered
    QVERIFY(!round(&checked, {503, "database: gone", {}, 1}));
    QCOMPARE(tally.reason(u"web-2"_qs), u"GET /healthz: 503 database: gone"_qs);
    QVERIFY(!round(&checked, fine)); // and has to begin again
    QVERIFY(!round(&checked, {0, {}, u"connection refused"_qs, 1}));
    QCOMPARE(tally.reason(u"web-2"_qs), u"GET /healthz: connection refused"_qs);
    QVERIFY(!round(nullptr, fine));
    QCOMPARE(tally.healthyOf(plan().green), 0);
}

void DeployValuesTest::configWithSides()
{
    const QList<NodeFacts> nodes{node(u"web-1"_qs, u"10.0.0.1"_qs), node(u"web-2"_qs, u"10.0.0.2"_qs)};
    const BalancerConfig before = config({{u"a1"_qs, u"10.0.0.1"_qs, 80, SlotMode::Ready}});
    QCOMPARE(text(withSides(before, plan(), nodes, 80, SlotMode::Drain, SlotMode::Ready)),
             u"web/a1 10.0.0.1:80 drain, web/b1 10.0.0.2:80 ready, api/a1 10.0.0.9:1 ready"_qs);
    QCOMPARE(text(withSides(before, plan(), nodes, 80, SlotMode::Free, SlotMode::Ready)),
             u"web/b1 10.0.0.2:80 ready, api/a1 10.0.0.9:1 ready"_qs);
    const BalancerConfig moved = withSides(before, plan(), nodes, 80, SlotMode::Drain, SlotMode::Ready);
    QCOMPARE(text(withSides(moved, plan(), nodes, 80, SlotMode::Ready, SlotMode::Free)), text(before));
}

void DeployValuesTest::configKeepsTheAddressOfAGoneNode()
{
    const BalancerConfig before = config({{u"a1"_qs, u"10.0.0.1"_qs, 80, SlotMode::Ready}});
    QCOMPARE(text(withSides(before, plan(), {}, 80, SlotMode::Drain, SlotMode::Ready)),
             u"web/a1 10.0.0.1:80 drain, api/a1 10.0.0.9:1 ready"_qs);
}

void DeployValuesTest::loadCountsWhatIsOpen()
{
    SlotState busy = slot(u"a1"_qs, SlotMode::Drain);
    busy.sessions = 2;
    busy.usedConnections = 3;
    busy.queued = 1;
    const SideLoad load = loadOf(backend({busy}), plan().blue);
    QCOMPARE(load.sessions, 4);
    QCOMPARE(load.busiest, u"web-1"_qs);
    QVERIFY(!load.quiet());
    SlotState connected = slot(u"a1"_qs, SlotMode::Drain);
    connected.usedConnections = 1;
    QVERIFY(!loadOf(backend({connected}), plan().blue).quiet());
    SlotState queued = slot(u"a1"_qs, SlotMode::Drain);
    queued.queued = 1;
    QVERIFY(!loadOf(backend({queued}), plan().blue).quiet());
    SlotState idle = slot(u"a1"_qs, SlotMode::Drain);
    idle.idleConnections = 5;
    QVERIFY(loadOf(backend({idle}), plan().blue).quiet());
    QCOMPARE(idleOf(backend({idle}), plan().blue), 5);
}

void DeployValuesTest::disagreementsNameTheNode()
{
    const BalancerConfig green =
        config({{u"a1"_qs, u"x"_qs, 1, SlotMode::Drain}, {u"b1"_qs, u"y"_qs, 1, SlotMode::Ready}});
    const BackendState moved = backend({slot(u"a1"_qs, SlotMode::Drain), slot(u"b1"_qs, SlotMode::Ready)});
    QCOMPARE(disagreements(green, moved, plan(), Serving::Green), QStringList());
    QCOMPARE(disagreements(green, moved, plan(), Serving::Blue).size(), 4);
    const BackendState restarted = backend({slot(u"a1"_qs, SlotMode::Ready), slot(u"b1"_qs, SlotMode::Ready)});
    QCOMPARE(disagreements(green, restarted, plan(), Serving::Green), QStringList{u"runtime: web-1 (a1) serves"_qs});
    QCOMPARE(disagreements(config({}), moved, plan(), Serving::Green),
             QStringList{u"config: web-2 (b1) does not serve"_qs});
}

void DeployValuesTest::safetyIsWhatIsSeen_data()
{
    QTest::addColumn<bool>("blueUp");
    QTest::addColumn<bool>("greenUp");
    QTest::addColumn<QString>("nodes");
    QTest::addColumn<QString>("safety");
    QTest::newRow("blue alone") << true << false << "web-1"
                                << "blueServes";
    QTest::newRow("green kept") << true << false << "web-1 web-2"
                                << "blueServesGreenKept";
    QTest::newRow("green") << false << true << "web-1 web-2"
                           << "greenServes";
    QTest::newRow("green alone") << false << true << "web-2"
                                 << "greenServesAlone";
    QTest::newRow("both take traffic") << true << true << "web-1 web-2"
                                       << "uncertain";
    QTest::newRow("nobody") << false << false << "web-1 web-2"
                            << "uncertain";
}

void DeployValuesTest::safetyIsWhatIsSeen()
{
    QFETCH(bool, blueUp);
    QFETCH(bool, greenUp);
    QFETCH(QString, nodes);
    QFETCH(QString, safety);
    QList<NodeFacts> present;
    for (const QString& name : nodes.split(u' '))
        present.append(node(name, u"10.0.0.1"_qs));
    const BackendState seen = backend({slot(u"a1"_qs, blueUp ? SlotMode::Ready : SlotMode::Drain),
                                       slot(u"b1"_qs, greenUp ? SlotMode::Ready : SlotMode::Drain)});
    QCOMPARE(codeName(safetySeen(seen, plan(), present)), safety);
}

static World fittingWorld()
{
    return {{node(u"web-1"_qs, u"10.0.0.1"_qs)},
            backend({slot(u"a1"_qs, SlotMode::Ready, u"10.0.0.1"_qs), slot(u"b1"_qs, SlotMode::Free)}),
            config({{u"a1"_qs, u"10.0.0.1"_qs, 80, SlotMode::Ready}})};
}

static ImageRecord image()
{
    ImageRecord record;
    record.digest = Digest::ofBytes("green");
    return record;
}

static QString misfit(const Plan& value, const ImageRecord& record, const World& world)
{
    const std::optional<Error> error = firstMisfit(value, record, world);
    return error ? codeName(error->code) : u"fits"_qs;
}

void DeployValuesTest::aPlanFits()
{
    QCOMPARE(misfit(plan(), image(), fittingWorld()), u"fits"_qs);
    // The step runs again after green was made.
    World again = fittingWorld();
    again.nodes.append(node(u"web-2"_qs, u"10.0.0.2"_qs));
    again.nodes.last().deployment = u"d-1"_qs;
    again.backend.slots_[1] = slot(u"b1"_qs, SlotMode::Drain, u"10.0.0.2"_qs);
    QCOMPARE(misfit(plan(), image(), again), u"fits"_qs);
    // A dead blue node is what rebirth is for.
    World dead = fittingWorld();
    dead.nodes.clear();
    QCOMPARE(misfit(plan(), image(), dead), u"fits"_qs);
    // What a node that is gone left in its slot holds nothing: pointing the slot elsewhere begins with maint.
    for (const SlotMode mode : {SlotMode::Drain, SlotMode::Maint}) {
        World orphaned = fittingWorld();
        orphaned.backend.slots_[1] = slot(u"b1"_qs, mode, u"10.0.0.7"_qs);
        QCOMPARE(misfit(plan(), image(), orphaned), u"fits"_qs);
    }
}

void DeployValuesTest::aPlanThatDoesNotFit_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("blocked") << 0 << "checkBlocked";
    QTest::newRow("another image") << 1 << "imageNotBuilt";
    QTest::newRow("green's name is taken") << 2 << "checkBlocked";
    QTest::newRow("green's slot is taken") << 3 << "noFreeSlot";
    QTest::newRow("blue has moved") << 4 << "balancerDisagrees";
    QTest::newRow("config forgot blue") << 5 << "balancerDisagrees";
    QTest::newRow("somebody drained blue by hand") << 6 << "balancerDisagrees";
    QTest::newRow("green's slot serves somebody unknown") << 7 << "noFreeSlot";
}

void DeployValuesTest::aPlanThatDoesNotFit()
{
    QFETCH(int, what);
    QFETCH(QString, code);
    Plan value = plan();
    ImageRecord record = image();
    World world = fittingWorld();
    switch (what) {
    case 0:
        value.checks = {{u"imageNotBuilt"_qs, Verdict::Block, {}}};
        break;
    case 1:
        record.digest = Digest::ofBytes("another");
        break;
    case 2:
        world.nodes.append(node(u"web-2"_qs, u"10.0.0.2"_qs));
        world.nodes.last().deployment = u"d-0"_qs;
        break;
    case 3:
        world.nodes.append(node(u"web-7"_qs, u"10.0.0.7"_qs));
        world.backend.slots_[1] = slot(u"b1"_qs, SlotMode::Drain, u"10.0.0.7"_qs);
        break;
    case 4:
        world.backend.slots_[0].address = u"10.0.0.8"_qs;
        break;
    case 5:
        world.config = config({});
        break;
    case 7:
        world.backend.slots_[1] = slot(u"b1"_qs, SlotMode::Ready, u"10.0.0.7"_qs);
        break;
    default:
        world.backend.slots_[0].mode = SlotMode::Drain;
    }
    QCOMPARE(misfit(value, record, world), code);
}

QTEST_GUILESS_MAIN(DeployValuesTest)
#include "tst_deploy_values.moc"
