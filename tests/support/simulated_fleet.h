// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/haproxy/haproxy_driver.h"
#include "backend/platform/simulation/simulation_platform.h"

#include <QCoro/QCoroTask>

namespace snowmelt::test {

/// Three web nodes on a1…a3 behind a balancer, and their database, on a simulation: where a deployment begins. Waits
/// for nothing; call settle() for simulated time to pass.
class SimulatedFleet
{
public:
    explicit SimulatedFleet(SimulationOptions options = {}, SimulationPace pace = {})
        : platform(options, pace), driver(platform.exec())
    {
        SimulatedWorld& world = platform.world();
        world.ensureNetwork(key,
                            {QStringLiteral("10.213.4.0/24"), QStringLiteral("10.213.4.1"), QStringLiteral("sm4")});
        for (const ImageRef& ref : {database, haproxy, blue, green})
            world.importImage(digestOf(ref));
        born &= world.create(key, spec(QStringLiteral("orders"), Role::Database, {}, database, 3)).ok();
        for (int n = 1; n <= 3; ++n)
            born &= world.create(key, webSpec(n, QStringLiteral("a%1").arg(n), blue)).ok();
        born &= world.create(key, balancerSpec()).ok();
    }

    static Digest digestOf(const ImageRef& ref) { return Digest::ofBytes(ref.text().toUtf8()); }
    static QString address(int place) { return QStringLiteral("10.213.4.%1").arg(place); }

    NodeSpec spec(const QString& name, Role role, const QString& slot, const ImageRef& image, int place) const
    {
        NodeSpec out;
        out.name = name;
        out.group = role == Role::Node ? QStringLiteral("web") : name;
        out.role = role;
        out.slot = slot;
        out.image = image;
        out.digest = digestOf(image);
        out.address = address(place);
        const QString outside = QStringLiteral("127.77.4.%1").arg(place);
        out.ports = {{{outside, 22}, 22}, {{outside, 8080}, 8080}};
        return out;
    }
    /// web-N lives at place 10 + N.
    NodeSpec webSpec(int n, const QString& slot, const ImageRef& image) const
    {
        return spec(QStringLiteral("web-%1").arg(n), Role::Node, slot, image, 10 + n);
    }
    NodeSpec balancerSpec() const
    {
        NodeSpec out = spec(QStringLiteral("edge"), Role::Balancer, {}, haproxy, 2);
        out.files = {{driver.configPath(), driver.renderConfig(config()), 0644, 0, 0, false}};
        return out;
    }
    static BalancerConfig config(int nodes = 3)
    {
        BackendPlacement web{QStringLiteral("web"), QStringLiteral("/healthz"), 3, {}};
        for (int n = 1; n <= nodes; ++n)
            web.placements << SlotPlacement{QStringLiteral("a%1").arg(n), address(10 + n), 8080, SlotMode::Ready};
        return {8080, {web}};
    }

    NodeFacts facts(const QString& node)
    {
        for (const NodeFacts& it : platform.world().list(key))
            if (it.name == node)
                return it;
        return {};
    }
    NodeFacts balancer() { return facts(QStringLiteral("edge")); }
    /// Only the first `nodes` web nodes are left, in world, config and runtime: a smaller group from its beginning.
    void keepOnly(int nodes)
    {
        SimulatedWorld& world = platform.world();
        for (int n = nodes + 1; n <= 3; ++n)
            born &= world.destroy(key, webSpec(n, {}, blue).name).ok();
        born &= writeByHand(driver.renderConfig(config(nodes)));
        world.reloadBalancer(key, QStringLiteral("edge"));
        settle();
    }
    QByteArray configText() { return platform.world().file(key, QStringLiteral("edge"), driver.configPath()); }
    /// The balancer's config as somebody at its console would write it.
    bool writeByHand(const QByteArray& text)
    {
        const Result<ExecResult> written =
            platform.world().exec(balancer(), ExecRequest{text, QStringLiteral("haproxy -c")});
        return written.ok() && written->exitStatus == 0;
    }
    void settle(int ms = 3000) { platform.world().advance(ms); }

    FleetKey key{QStringLiteral("fleet-1"), QStringLiteral("shop")};
    ImageRef database{QStringLiteral("foundation/postgresql"), QStringLiteral("1")};
    ImageRef haproxy{QStringLiteral("foundation/haproxy"), QStringLiteral("1")};
    ImageRef blue{QStringLiteral("shop"), QStringLiteral("1.0.0")};
    ImageRef green{QStringLiteral("shop"), QStringLiteral("1.1.0")};
    SimulationPlatform platform;
    HaproxyDriver driver;
    bool born = true; ///< every part could be made
};

} // namespace snowmelt::test
