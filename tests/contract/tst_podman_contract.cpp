// SPDX-License-Identifier: GPL-3.0-or-later
// podman, and HAProxy in a real node, by the same suites as the simulation. The image is Snowmelt's own
// foundation/haproxy, built here when no test before has built it.
#include "backend/balancer/haproxy/haproxy_commands.h"
#include "backend/balancer/haproxy/haproxy_driver.h"
#include "backend/fleet/birth.h"
#include "backend/image/image_builder.h"
#include "backend/image/image_store.h"
#include "backend/platform/podman/podman_platform.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "tests/contract/balancer_contract.h"
#include "tests/contract/reach_contract.h"
#include "tests/support/lab.h"

#include <QCoreApplication>
#include <QCoro/QCoroTask>
#include <QFile>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::contract;
using namespace snowmelt::test;
using QCoro::waitFor;

namespace {

const ImageRef foundation{QStringLiteral("foundation/haproxy"), QStringLiteral("1")};
const QString web = QStringLiteral("web");
const QString edge = QStringLiteral("edge");
constexpr int servicePort = 8080;

template <typename T>
T require(Result<T> result, const char* what)
{
    if (!result.ok())
        qFatal("%s: %s", what,
               result.failed() ? qPrintable(codeName(result.error().code) + u' ' + result.error().args.join(u' ') +
                                            u'\n' + result.error().detail)
                               : "cancelled");
    return result.take();
}

/// The shop's recipes under a fleet name of the test's own.
Blueprint contractBlueprint()
{
    QFile file(shopBlueprint());
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    Blueprint blueprint = parseBlueprint(file.readAll(), file.fileName()).value;
    blueprint.name = QStringLiteral("contract");
    return blueprint;
}

ImageRecord ensureHaproxy(const Blueprint& blueprint)
{
    const Result<ImageRecord> there = ImageStore(labHome() + QStringLiteral("/images")).find(foundation);
    if (there)
        return *there;
    const auto quiet = [](const EventBody&) {};
    return require(waitFor(ImageBuilder(labHome()).build(blueprint, {foundation}, quiet, {})), "build").record;
}

/// A HAProxy that serves nobody but itself: a service that boots in a moment and needs no database.
QByteArray answeringConfig()
{
    return "global\n    master-worker\n    stats socket /run/haproxy/admin.sock mode 600 level admin\n"
           "defaults\n    mode http\n    timeout client 10s\n    timeout server 10s\n    timeout connect 2s\n"
           "frontend here\n    bind *:8080\n    http-request return status 200 content-type text/plain string here\n";
}

/// A fleet of the test's own in the lab's home. One suite at a time owns it.
class ContractFleet
{
public:
    ContractFleet()
        : blueprint(contractBlueprint()), image(ensureHaproxy(blueprint)), registry(labHome()),
          platform(std::make_shared<PodmanPlatform>(PodmanOptions{.home = labHome()}))
    {
        access.blueprint = blueprint;
        access.lease = require(registry.acquire(blueprint), "lease");
        access.platform = platform.get();
        access.home = labHome();
        require(waitFor(platform->open({})), "open");
        removeAll(); // of a run that was killed
    }

    FleetKey key() const { return access.key(); }
    QString layout() const { return labHome() + QStringLiteral("/images"); }

    /// The same each time it is asked for: keys are made once.
    NodeSpec answering(int n)
    {
        while (m_specs.size() < n)
            m_specs.append(makeAnswering(static_cast<int>(m_specs.size()) + 1));
        return m_specs.at(n - 1);
    }

    NodeSpec balancer(const BalancerConfig& config)
    {
        const Balancer part{edge, QStringLiteral("haproxy"), foundation, servicePort, {web}};
        return require(makeBalancerSpec(access, part, image, QStringLiteral("0d1e2f"), config, places()), "edge");
    }

    void prepare()
    {
        require(waitFor(platform->provision()->ensureNetwork(key(), access.lease.network, {})), "network");
        require(waitFor(platform->imageImport()->importImage(layout(), foundation, image.digest, {})), "import");
    }

    void create(const NodeSpec& spec) { require(waitFor(platform->provision()->create(key(), spec, {})), "create"); }

    NodeFacts facts(const QString& name)
    {
        const QList<NodeFacts> listed = require(waitFor(platform->observe()->list(key(), {})), "list");
        const auto found =
            std::find_if(listed.begin(), listed.end(), [&](const auto& node) { return node.name == name; });
        return found == listed.end() ? NodeFacts() : *found;
    }

    QByteArray run(const QString& node, const QByteArray& script)
    {
        return require(waitFor(platform->exec()->exec(facts(node), {script, {}}, {})), "exec").out;
    }

    void end()
    {
        removeAll();
        require(registry.release(access.lease), "release");
    }

    Blueprint blueprint;
    ImageRecord image;
    FleetRegistry registry;
    std::shared_ptr<PodmanPlatform> platform;
    FleetAccess access;

private:
    QList<NodeFacts> places() const
    {
        QList<NodeFacts> taken;
        for (const NodeSpec& spec : m_specs) {
            taken.append(NodeFacts());
            taken.last().name = spec.name;
            taken.last().address = spec.address;
        }
        return taken;
    }

    NodeSpec makeAnswering(int n)
    {
        Group group = *blueprint.findGroup(web);
        group.uses.clear();
        const QString name = QStringLiteral("contract-%1").arg(n);
        NodeSpec spec = require(
            makeNodeSpec(access, group, name, QStringLiteral("a%1").arg(n), image, QStringLiteral("0d1e2f"), places()),
            "spec");
        spec.files.append({"/etc/haproxy/haproxy.cfg", answeringConfig(), 0644, 0, 0, false});
        spec.files.append({"/run/secrets/contract", "hidden", 0400, 0, 0, true});
        return spec;
    }

    void removeAll()
    {
        for (const NodeFacts& node : require(waitFor(platform->observe()->list(key(), {})), "list"))
            require(waitFor(platform->provision()->destroy(key(), node.name, {})), "destroy");
        require(waitFor(platform->provision()->removeNetwork(key(), {})), "remove network");
    }

    QList<NodeSpec> m_specs;
};

PlatformSubject platformSubject()
{
    const auto fleet = std::make_shared<ContractFleet>();
    PlatformSubject subject;
    subject.platform = fleet->platform;
    subject.fleet = fleet->key();
    subject.network = fleet->access.lease.network;
    subject.layout = fleet->layout();
    subject.image = foundation;
    subject.digest = fleet->image.digest;
    subject.node = [fleet](int n) { return fleet->answering(n); };
    subject.cleanUp = [fleet] { fleet->end(); };
    return subject;
}

/// USR2 makes the master start a new worker; it is there when the socket answers with another pid.
void reload(const std::shared_ptr<ContractFleet>& fleet, BalancerDriver& driver)
{
    const NodeFacts balancer = fleet->facts(edge);
    const qint64 before = require(waitFor(driver.read(balancer, {})), "read").pid;
    fleet->run(edge, "kill -USR2 $(cat /run/haproxy/haproxy.pid)\n");
    const bool reloaded = QTest::qWaitFor(
        [&] {
            const auto now = waitFor(driver.read(balancer, {}));
            return now.ok() && now->pid != before;
        },
        15'000);
    if (!reloaded)
        qFatal("the balancer did not reload");
}

BalancerSubject balancerSubject()
{
    const auto fleet = std::make_shared<ContractFleet>();
    fleet->prepare();
    BalancerSubject subject;
    subject.driver = std::make_shared<HaproxyDriver>(fleet->platform->exec());
    for (int n = 1; n <= 2; ++n) {
        fleet->create(fleet->answering(n));
        subject.alive << Endpoint{fleet->answering(n).address, servicePort};
    }
    subject.dead = {fleet->access.lease.insideAddress(200), servicePort};
    const SlotPlacement a1{QStringLiteral("a1"), subject.alive.first().host, servicePort, SlotMode::Ready};
    subject.config = {servicePort, {{web, QStringLiteral("/healthz"), 2, {a1}}}};
    fleet->access.drivers.insert(QStringLiteral("haproxy"), subject.driver.get());
    fleet->create(fleet->balancer(subject.config));
    subject.balancer = fleet->facts(edge);
    subject.reload = [fleet, driver = subject.driver] { reload(fleet, *driver); };
    subject.hideSocket = [fleet](bool gone) {
        fleet->run(edge, gone ? "mv /run/haproxy/admin.sock /run/haproxy/away\n"
                              : "mv /run/haproxy/away /run/haproxy/admin.sock\n");
    };
    subject.putConfig = [fleet, balancer = subject.balancer](const QByteArray& text) {
        const auto put =
            QCoro::waitFor(fleet->platform->exec()->exec(balancer, haproxy::writeRequest({}, text, {}), {}));
        return put.ok() && put->exitStatus == 0;
    };
    subject.cleanUp = [fleet] { fleet->end(); };
    return subject;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    PlatformContract platform(platformSubject);
    ReachContract reach([] { return reachSubjectOf(platformSubject()); });
    BalancerContract balancer(balancerSubject);
    return QTest::qExec(&platform, argc, argv) + QTest::qExec(&reach, argc, argv) + QTest::qExec(&balancer, argc, argv);
}
