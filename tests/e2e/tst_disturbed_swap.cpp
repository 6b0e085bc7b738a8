// SPDX-License-Identifier: GPL-3.0-or-later
// What happens around a swap on real servers: HAProxy reloads or restarts, the way to it is silent for a minute, a
// green node dies, a green answers with the wrong version. Noticed, and gone on with or turned round by itself.
#include "backend/services/backend_operations.h"
#include "tests/support/lab.h"
#include "tests/support/shop_load.h"
#include "tests/support/terminal.h"

#include <QTest>

#include <csignal>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString fleetName = QStringLiteral("shop");
const QString web = QStringLiteral("web");
constexpr int gently = 5'000; ///< microseconds between two requests

bool isProgress(const Event& event, Phase phase)
{
    const auto* progress = std::get_if<Progress>(&event.body);
    return progress && progress->phase == phase;
}

std::function<bool(const Event&)> begun(StepKind kind)
{
    return [kind](const Event& event) {
        const auto* step = std::get_if<StepBegun>(&event.body);
        return step && step->kind == kind;
    };
}

QString describeNodes(const FleetState& fleet)
{
    QStringList lines;
    for (const NodeState& node : fleet.findGroup(web)->nodes)
        lines += QStringLiteral("%1 %2 %3 share %4")
                     .arg(node.name, node.slot, node.image.text(), QString::number(node.share));
    return lines.join(u'\n');
}

void signalAll(const QList<qint64>& pids, int signal)
{
    for (const qint64 pid : pids)
        ::kill(static_cast<pid_t>(pid), signal);
}

} // namespace

class TestDisturbedSwap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void reloaded_data();
    void reloaded();
    void restartedWhileGreenServes();
    void silentForAMinute();
    void aGreenThatDiesGivesTheTrafficBack();
    void aGreenWithTheWrongVersionTakesNone();

private:
    FleetState whole();
    ImageRef other();
    bool onBalancer(const QByteArray& script);
    void servesOnlyAfterAReload(const ImageRef& image);

    std::unique_ptr<BackendOperations> m_operations;
    std::unique_ptr<Lab> m_lab;
};

FleetState TestDisturbedSwap::whole()
{
    FleetState fleet;
    const auto serves = [](const NodeState& node) { return node.health == Health::Healthy && node.share > 0; };
    (void)Lab::until(
        [&] {
            fleet = m_lab->look();
            const GroupState* group = fleet.findGroup(web);
            return fleet.complete() && group && group->nodes.size() == 3 && std::ranges::all_of(group->nodes, serves);
        },
        60s);
    return fleet;
}

/// The version the group does not run now.
ImageRef TestDisturbedSwap::other()
{
    return whole().findGroup(web)->nodes.first().image == shop100 ? shop110 : shop100;
}

bool TestDisturbedSwap::onBalancer(const QByteArray& script)
{
    return onNode(fleetName, m_lab->look().balancers.first().node, script).status == 0;
}

/// The config is what runs: a reload, which forgets all that was said at runtime, changes nothing.
void TestDisturbedSwap::servesOnlyAfterAReload(const ImageRef& image)
{
    QVERIFY(onBalancer("kill -USR2 $(cat /run/haproxy/haproxy.pid)\n"));
    const FleetState fleet = whole();
    QCOMPARE(fleet.findGroup(web)->nodes.size(), 3);
    for (const NodeState& node : fleet.findGroup(web)->nodes)
        QVERIFY2(node.image == image && node.share > 0.3, qPrintable(describeNodes(fleet)));
    QVERIFY(m_lab->run(ResumeIntent{}).all<OpenDeploymentsSeen>().first().open.isEmpty());
    QVERIFY(m_lab->run(OrphansIntent{}).all<OrphansSeen>().first().orphans.isEmpty());
}

void TestDisturbedSwap::initTestCase()
{
    m_operations = std::make_unique<BackendOperations>(labHome());
    m_lab = std::make_unique<Lab>(m_operations.get(), shopBlueprint());
    QCOMPARE(m_lab->run(DownIntent{true}).ending(), QStringLiteral("done"));
    QCOMPARE(m_lab->run(UpIntent{}, 900s).ending(), QStringLiteral("done"));
    QCOMPARE(m_lab->run(BuildIntent{shop110, false}, 900s).ending(), QStringLiteral("done"));
    // Images of earlier builds in this home: what is listed from here on is what the deployments leave.
    OrphansIntent earlier;
    for (const Orphan& orphan : m_lab->run(OrphansIntent{}).all<OrphansSeen>().first().orphans)
        earlier.remove << orphan.name;
    m_lab->run(earlier);
}

void TestDisturbedSwap::cleanupTestCase()
{
    if (m_lab)
        QCOMPARE(m_lab->run(DownIntent{true}).ending(), QStringLiteral("done"));
}

void TestDisturbedSwap::reloaded_data()
{
    QTest::addColumn<StepKind>("step");
    QTest::newRow("while green is made") << StepKind::CreateNodes;
    QTest::newRow("while green is awaited") << StepKind::AwaitHealthy;
    QTest::newRow("while the traffic moves") << StepKind::MoveTraffic;
    QTest::newRow("while blue drains") << StepKind::DrainBlue;
    QTest::newRow("while green is watched") << StepKind::Bake;
    QTest::newRow("while blue is retired") << StepKind::RetireBlue;
}

/// A reload is graceful: no client sees it, and the swap neither loses a request nor its way.
void TestDisturbedSwap::reloaded()
{
    QFETCH(const StepKind, step);
    const ImageRef target = other();
    const ImageRef blue = target == shop100 ? shop110 : shop100;
    LoadClient load(loadOf(whole(), gently));
    load.start();
    const OperationId swap = m_lab->begin(SwapIntent{web, target, 2});
    QVERIFY(m_lab->waitFor(swap, begun(step)));
    QVERIFY(onBalancer("kill -USR2 $(cat /run/haproxy/haproxy.pid)\n"));
    const Run run = m_lab->end(swap);
    const LoadCounts counts = load.stop();
    // In the middle of the orders of the switch it may turn round instead: whole, and by itself. The new worker of a
    // busy machine may come as late as that when it was asked for a step earlier.
    const auto failed = run.all<StepFailed>();
    const bool turned = run.finished->safety == Safety::BlueServes && !failed.isEmpty() &&
                        failed.first().kind == StepKind::MoveTraffic && step <= StepKind::MoveTraffic;
    QVERIFY2(turned || run.ending() == QStringLiteral("done"), qPrintable(run.ending() + u'\n' + run.steps()));
    QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
    servesOnlyAfterAReload(turned ? blue : target);
}

/// A restart breaks what is open, so nothing is said of the clients' luck; the swap goes on.
void TestDisturbedSwap::restartedWhileGreenServes()
{
    const ImageRef target = other();
    const OperationId swap = m_lab->begin(SwapIntent{web, target, 5});
    QVERIFY(m_lab->waitFor(swap, [](const Event& event) { return isProgress(event, Phase::Baking); }));
    QVERIFY(onBalancer("kill -TERM $(cat /run/haproxy/haproxy.pid)\n"));
    const Run run = m_lab->end(swap);
    QVERIFY2(run.ending() == QStringLiteral("done"), qPrintable(run.ending() + u'\n' + run.steps()));
    servesOnlyAfterAReload(target);
}

/// Every sshd of the balancer stands still for a minute, as when the network between is gone: traffic flows, Snowmelt
/// waits and goes on.
void TestDisturbedSwap::silentForAMinute()
{
    const ImageRef target = other();
    const FleetState fleet = whole();
    LoadClient load(loadOf(fleet, gently));
    load.start();
    const OperationId swap = m_lab->begin(SwapIntent{web, target, 5});
    QVERIFY(m_lab->waitFor(swap, [](const Event& event) { return isProgress(event, Phase::Baking); }));
    const QList<qint64> sshd = processesOf(fleetName, fleet.balancers.first().node.name, "sshd");
    QVERIFY(!sshd.isEmpty());
    signalAll(sshd, SIGSTOP);
    const bool ended = Lab::until([&] { return m_lab->soFar(swap).finished.has_value(); }, 60s);
    signalAll(sshd, SIGCONT);
    const Run run = m_lab->end(swap);
    const LoadCounts counts = load.stop();
    QVERIFY2(!ended, qPrintable(run.ending() + u'\n' + run.steps()));
    QVERIFY2(run.ending() == QStringLiteral("done"), qPrintable(run.ending() + u'\n' + run.steps()));
    QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
    servesOnlyAfterAReload(target);
}

void TestDisturbedSwap::aGreenThatDiesGivesTheTrafficBack()
{
    const FleetState before = whole();
    const ImageRef blue = before.findGroup(web)->nodes.first().image;
    const OperationId swap = m_lab->begin(SwapIntent{web, other(), 60});
    QVERIFY(m_lab->waitFor(swap, [](const Event& event) { return isProgress(event, Phase::Baking); }));
    const Plan plan = m_lab->soFar(swap).all<PlanMade>().first().plan;
    const QList<qint64> init = processesOf(fleetName, plan.green.first().name, "tini");
    QCOMPARE(init.size(), 1);
    signalAll(init, SIGKILL);
    const Run run = m_lab->end(swap);
    QCOMPARE(run.finished->outcome, OutcomeKind::Failed);
    QCOMPARE(run.finished->safety, Safety::BlueServes);
    QCOMPARE(run.all<RollingBack>().first().reason, QStringLiteral("failed"));
    servesOnlyAfterAReload(blue);
}

void TestDisturbedSwap::aGreenWithTheWrongVersionTakesNone()
{
    const ImageRef blue = whole().findGroup(web)->nodes.first().image;
    SwapIntent swap{web, other(), 0};
    swap.options.healthSeconds = 5;
    swap.options.gates.checks = {QStringLiteral("/=version 9.9.9")};
    const Run run = m_lab->run(swap);
    QCOMPARE(run.finished->outcome, OutcomeKind::Failed);
    QCOMPARE(run.finished->safety, Safety::BlueServes);
    QVERIFY2(!run.steps().contains(QStringLiteral("begun %1").arg(int(StepKind::MoveTraffic))),
             qPrintable(run.steps()));
    servesOnlyAfterAReload(blue);
}

QTEST_GUILESS_MAIN(TestDisturbedSwap)
#include "tst_disturbed_swap.moc"
