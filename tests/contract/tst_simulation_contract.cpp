// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_commands.h"
#include "backend/balancer/haproxy/haproxy_driver.h"
#include "backend/platform/simulation/simulation_platform.h"
#include "tests/contract/balancer_contract.h"
#include "tests/contract/reach_contract.h"

#include <QCoreApplication>
#include <QCoro/QCoroTask>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::contract;

namespace {

const FleetKey fleet{QStringLiteral("contract"), QStringLiteral("contract")};
const FleetNetwork network{QStringLiteral("10.213.9.0/24"), QStringLiteral("10.213.9.1"), QStringLiteral("sm9")};
const ImageRef image{QStringLiteral("shop"), QStringLiteral("1.0.0")};
const Digest digest = Digest::ofBytes("shop@1.0.0");
constexpr qint64 heldMs = 60'000;

NodeSpec node(int n)
{
    NodeSpec spec;
    spec.name = QStringLiteral("contract-%1").arg(n);
    spec.group = QStringLiteral("web");
    spec.slot = QStringLiteral("a%1").arg(n);
    spec.deployment = QStringLiteral("0d1e2f");
    spec.image = image;
    spec.digest = digest;
    spec.address = QStringLiteral("10.213.9.%1").arg(10 + n);
    const QString outside = QStringLiteral("127.77.9.%1").arg(10 + n);
    spec.ports = {{{outside, 22}, 22}, {{outside, 8080}, 8080}};
    spec.files = {{"/etc/snowmelt/node.conf", "NODE=contract\n", 0644, 0, 0, false},
                  {"/run/secrets/database-password", "hidden", 0400, 0, 0, true}};
    spec.sshHostKey = QStringLiteral("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA%1").arg(n);
    return spec;
}

/// The simulation has no shell: it answers the suite's scripts from its script.
std::optional<ExecResult> speak(const NodeFacts& asked, const ExecRequest& request)
{
    if (request.script != speakScript || asked.lifecycle != Lifecycle::Running)
        return std::nullopt;
    return ExecResult{7, "hello", "oops", false};
}

PlatformSubject platformSubject(SimulationPace pace)
{
    auto platform = std::make_shared<SimulationPlatform>(SimulationOptions{}, pace);
    platform->setExecAnswer(speak);
    SimulatedFault hang;
    hang.call = QStringLiteral("exec");
    hang.containing = QString::fromUtf8(hangScript.trimmed());
    hang.nth = 0;
    hang.kind = SimulatedFault::Kind::Hang;
    platform->addFault(hang);
    PlatformSubject subject;
    subject.platform = platform;
    subject.fleet = fleet;
    subject.network = network;
    subject.image = image;
    subject.digest = digest;
    subject.node = node;
    return subject;
}

BalancerSubject balancerSubject()
{
    auto platform =
        std::make_shared<SimulationPlatform>(SimulationOptions{}, SimulationPace{SimulationPace::Kind::PerCall, 20, 1});
    SimulatedWorld& world = platform->world();
    world.ensureNetwork(fleet, network);
    world.importImage(digest);
    BalancerSubject subject;
    subject.driver = std::make_shared<HaproxyDriver>(platform->exec());
    bool made = true;
    for (int n = 1; n <= 2; ++n) {
        made = made && world.create(fleet, node(n)).ok();
        subject.alive << Endpoint{node(n).address, 8080};
    }
    subject.dead = {QStringLiteral("10.213.9.99"), 8080};
    const SlotPlacement a1{QStringLiteral("a1"), node(1).address, 8080, SlotMode::Ready};
    subject.config = {8080, {{QStringLiteral("web"), QStringLiteral("/healthz"), 2, {a1}}}};
    NodeSpec edge = node(9);
    edge.name = QStringLiteral("edge");
    edge.role = Role::Balancer;
    edge.files = {{subject.driver->configPath(), subject.driver->renderConfig(subject.config), 0644, 0, 0, false}};
    made = made && world.create(fleet, edge).ok();
    if (!made)
        qFatal("the simulated world refused its parts");
    for (const NodeFacts& facts : world.list(fleet))
        if (facts.name == edge.name)
            subject.balancer = facts;
    subject.reload = [platform] { platform->world().reloadBalancer(fleet, QStringLiteral("edge")); };
    subject.hideSocket = [platform](bool gone) {
        platform->world().setSocketGone(fleet, QStringLiteral("edge"), gone);
    };
    subject.putConfig = [platform, balancer = subject.balancer](const QByteArray& text) {
        const auto put = QCoro::waitFor(platform->exec()->exec(balancer, haproxy::writeRequest({}, text, {}), {}));
        return put.ok() && put->exitStatus == 0;
    };
    subject.hold = [platform](bool webSocket) {
        return platform->world().holdSession(fleet, QStringLiteral("edge"), heldMs, webSocket);
    };
    subject.letGo = [platform] { platform->world().advance(heldMs); };
    return subject;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    PlatformContract perCall([] { return platformSubject({}); });
    PlatformContract realTime([] { return platformSubject({SimulationPace::Kind::RealTime, 0, 20}); });
    ReachContract reach([] { return reachSubjectOf(platformSubject({})); });
    BalancerContract balancer(balancerSubject);
    return QTest::qExec(&perCall, argc, argv) + QTest::qExec(&realTime, argc, argv) + QTest::qExec(&reach, argc, argv) +
           QTest::qExec(&balancer, argc, argv);
}
