// SPDX-License-Identifier: GPL-3.0-or-later
// The main job on real servers, in the order an operator would do it: up, scan, drift, build, rebirth, swap, roll back,
// down. Each function goes on where the last one ended.
#include "backend/services/backend_operations.h"
#include "models/domain/code_names.h"
#include "tests/support/lab.h"
#include "tests/support/shop_load.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkInterface>
#include <QProcess>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("web");
constexpr int pauseMicros = 300;

QString nodeNames(const FleetState& fleet)
{
    QStringList names;
    for (const NodeState& node : fleet.findGroup(web)->nodes)
        names += node.name + u' ' + node.image.text();
    return names.join(u'\n');
}

/// "files /etc/x content": one line per field that differs, sorted: the set of differences as text.
QString differences(const DriftReport& report)
{
    static const QStringList sections{QStringLiteral("packages"), QStringLiteral("files"), QStringLiteral("users"),
                                      QStringLiteral("groups"), QStringLiteral("sockets")};
    static const QStringList kinds{QStringLiteral("added"), QStringLiteral("removed"), QStringLiteral("changed")};
    QStringList lines;
    for (const Difference& difference : report.differences) {
        QStringList fields;
        if (difference.kind == DifferenceKind::Changed) {
            for (const FieldChange& change : difference.fields)
                fields += change.field;
        }
        fields.sort();
        lines += QStringLiteral("%1 %2 %3 %4")
                     .arg(sections.at(static_cast<int>(difference.section)), displayText(difference.key),
                          kinds.at(static_cast<int>(difference.kind)), fields.join(u','))
                     .trimmed();
    }
    for (const Unseen& unseen : report.unseen)
        lines += QStringLiteral("unseen %1 %2").arg(displayText(unseen.what), unseen.reason);
    lines.sort();
    return lines.join(u'\n');
}

/// Kills a node's PID 1 from outside, as a crash of its host would: no SIGTERM, no goodbye.
bool killHard(const QString& node)
{
    const QByteArray line = "NODE=" + node.toUtf8() + '\n';
    for (const QString& pid : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[1-9]*")}, QDir::Dirs)) {
        QFile command(QStringLiteral("/proc/%1/cmdline").arg(pid));
        QFile conf(QStringLiteral("/proc/%1/root/etc/snowmelt/node.conf").arg(pid));
        const bool isInit = command.open(QIODevice::ReadOnly) && command.readAll().startsWith("/usr/bin/tini");
        if (isInit && conf.open(QIODevice::ReadOnly) && conf.readAll().contains(line))
            return ::kill(pid.toInt(), SIGKILL) == 0;
    }
    return false;
}

QSet<QString> interfaceNames()
{
    QSet<QString> names;
    for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces())
        names += interface.name();
    return names;
}

} // namespace

class TestLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void absentFleetIsNotUp();
    void upFromNothing();
    void upAgainChangesNothing();
    void cleanAfterTenThousandRequestsAndARestart();
    void injectedDriftIsFoundExactly();
    void whoDiffersIsSaidExactly();
    void rebirthMeltsTheSnowflake();
    void buildNextVersion();
    void swapUnderLoadLosesNothing();
    void balancerKeepsTheTruthAfterReloadAndRestart();
    void rollBackWhileBaking();
    void cancelBeforeTheSwitchLeavesBlueServing();
    void killedNodeTurnsDownWithinTwoSeconds();
    void goneBalancerSocketIsSaidAndNothingTouched();
    void changedHostKeyIsRefused();
    void downLeavesNothing();

private:
    FleetState healthyFleet();
    QString swapTo(const ImageRef& image);

    std::unique_ptr<BackendOperations> m_operations;
    std::unique_ptr<Lab> m_lab;
    std::uint64_t m_acknowledged = 0;
    QSet<QString> m_interfacesBefore;
};

void TestLab::initTestCase()
{
    m_operations = std::make_unique<BackendOperations>(labHome());
    m_lab = std::make_unique<Lab>(m_operations.get(), shopBlueprint());
    const Run down = m_lab->run(DownIntent{true});
    QCOMPARE(down.ending(), QStringLiteral("done"));
    m_interfacesBefore = interfaceNames();
    // `up` takes what is built, and a build folder may have images of older recipes.
    for (const ImageSource& image : m_lab->blueprint().images) {
        if (image.ref == shop110)
            continue;
        const Run build = m_lab->run(BuildIntent{image.ref, false}, 600s);
        QCOMPARE(build.ending(), QStringLiteral("done"));
    }
}

void TestLab::cleanupTestCase()
{
    if (m_lab)
        m_lab->run(DownIntent{true});
}

FleetState TestLab::healthyFleet()
{
    FleetState fleet;
    Lab::until(
        [&] {
            fleet = m_lab->look();
            const auto* group = fleet.findGroup(web);
            return fleet.complete() && group && group->nodes.size() == group->wanted &&
                   std::all_of(group->nodes.begin(), group->nodes.end(),
                               [](const NodeState& node) { return node.health == Health::Healthy; });
        },
        60s);
    return fleet;
}

void TestLab::absentFleetIsNotUp()
{
    const Run status = m_lab->run(StatusIntent{});
    QCOMPARE(status.ending(), QStringLiteral("differences"));
    QVERIFY(!status.all<FleetObserved>().last().fleet.isUp());
    const Run scan = m_lab->run(ScanIntent{});
    QCOMPARE(scan.ending(), QStringLiteral("failed fleetNotUp shop"));
}

void TestLab::upFromNothing()
{
    const Run up = m_lab->run(UpIntent{}, 600s);
    QCOMPARE(up.ending(), QStringLiteral("done"));
    const FleetState fleet = healthyFleet();
    QCOMPARE(nodeNames(fleet), QStringLiteral("web-1 shop@1.0.0\nweb-2 shop@1.0.0\nweb-3 shop@1.0.0"));
    QCOMPARE(fleet.balancers.first().node.health, Health::Healthy);
    QVERIFY(fleet.balancers.first().version.startsWith(QStringLiteral("2.6")));
    QCOMPARE(fleet.databases.first().node.health, Health::Healthy);
    for (const NodeState& node : fleet.findGroup(web)->nodes)
        QVERIFY(std::abs(node.share - 1.0 / 3) < 0.01);
    KeptConnection connection(fleet.balancers.first().entry.host.toStdString(), fleet.balancers.first().entry.port);
    const OneAnswer answer = connection.request("GET", "/");
    QVERIFY2(answer.body.find("1.0.0") != std::string::npos, answer.body.c_str());
    QCOMPARE(m_lab->run(StatusIntent{}).ending(), QStringLiteral("done"));
    // The image's template, rendered for this node.
    const ShellAnswer told = onNode(QStringLiteral("shop"), *fleet.findNode(QStringLiteral("web-2")),
                                    "cat /etc/motd; stat -c %a /etc/motd\n");
    QCOMPARE(told.out, QByteArray("web-2 of the fleet shop, born from shop@1.0.0. What is changed here by hand is lost "
                                  "with it.\n644\n"));
}

void TestLab::upAgainChangesNothing()
{
    const FleetState before = m_lab->look();
    QCOMPARE(m_lab->run(UpIntent{}).ending(), QStringLiteral("done"));
    const FleetState after = m_lab->look();
    for (const NodeState& node : before.findGroup(web)->nodes) {
        QVERIFY(after.findNode(node.name));
        QCOMPARE(after.findNode(node.name)->startedAt, node.startedAt);
    }
}

void TestLab::cleanAfterTenThousandRequestsAndARestart()
{
    const FleetState fleet = healthyFleet();
    LoadPlan plan = loadOf(fleet, pauseMicros);
    plan.keptGets = 4;
    plan.pauseMicros = 0;
    plan.mostRequests = 32'000; // over three nodes: more than ten thousand each
    plan.mostSeconds = 240;
    LoadClient load(plan);
    load.start();
    QVERIFY(Lab::until([&] { return load.counts().requests() >= plan.mostRequests - 10; }, 300s));
    const LoadCounts counts = load.stop();
    QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
    m_acknowledged += counts.postsAcknowledged;

    // Restarted from within, as `reboot` would: PID 1 ends, `up` starts what is stopped.
    onNode(QStringLiteral("shop"), *fleet.findNode(QStringLiteral("web-2")), "kill -TERM 1\n");
    QVERIFY(Lab::until([&] { return m_lab->look().findNode(QStringLiteral("web-2"))->lifecycle == Lifecycle::Stopped; },
                       60s));
    QCOMPARE(m_lab->run(UpIntent{}).ending(), QStringLiteral("done"));
    healthyFleet();

    const Run scan = m_lab->run(ScanIntent{});
    for (const NodeScanned& scanned : scan.all<NodeScanned>())
        QVERIFY2(differences(scanned.report).isEmpty(),
                 qPrintable(scanned.report.node + u'\n' + differences(scanned.report)));
    QCOMPARE(scan.all<NodeScanned>().size(), 5);
    QCOMPARE(scan.ending(), QStringLiteral("done"));
}

void TestLab::injectedDriftIsFoundExactly()
{
    const FleetState fleet = healthyFleet();
    const NodeState node = *fleet.findNode(QStringLiteral("web-2"));
    const ShellAnswer injected = onNode(QStringLiteral("shop"), node, R"(set -e
export DEBIAN_FRONTEND=noninteractive LC_ALL=C
mkdir -p /tmp/deb/DEBIAN /tmp/deb/usr/share/hotfix
printf 'Package: hotfix\nVersion: 1.0\nArchitecture: all\nMaintainer: ops\nDescription: a hotfix\n' > /tmp/deb/DEBIAN/control
echo fixed > /tmp/deb/usr/share/hotfix/note
dpkg-deb --build /tmp/deb /tmp/hotfix.deb >/dev/null
dpkg -i /tmp/hotfix.deb >/dev/null
rm -rf /tmp/deb /tmp/hotfix.deb
sed -i 's/^# *PermitTTY.*//; $ a # tuned by hand' /etc/ssh/sshd_config
chmod 600 /etc/debian_version
chown 33 /etc/issue
rm /etc/issue.net
echo "Do not touch" >> /etc/motd
printf 'x' > "/opt/눈송이
둘째 줄"
useradd --no-create-home --shell /bin/false kim
(exec 0</dev/null >/dev/null 2>&1; setsid python3 -m http.server 8009 --bind 0.0.0.0 --directory /usr/share/hotfix &)
)");
    QVERIFY2(injected.status == 0, QByteArray(injected.out + injected.err).constData());
    const Run scan = m_lab->run(ScanIntent{});
    QCOMPARE(scan.ending(), QStringLiteral("differences"));
    for (const NodeScanned& scanned : scan.all<NodeScanned>()) {
        const QString expected = scanned.report.node != node.name
                                     ? QString()
                                     : QStringLiteral("files /etc/debian_version changed mode\n"
                                                      "files /etc/issue changed owner\n"
                                                      "files /etc/issue.net removed\n"
                                                      "files /etc/motd changed content\n"
                                                      "files /etc/ssh/sshd_config changed content\n"
                                                      "files /opt/눈송이\\n둘째 줄 added\n"
                                                      "packages hotfix added\n"
                                                      "sockets tcp 0.0.0.0:8009 added\n"
                                                      "users kim added");
        QCOMPARE(differences(scanned.report), expected);
        for (const Difference& difference : scanned.report.differences) {
            if (difference.key == "/etc/ssh/sshd_config")
                QVERIFY(difference.actualText.contains(QStringLiteral("# tuned by hand")) &&
                        !difference.baselineText.isEmpty());
        }
    }
    QCOMPARE(m_lab->look().findNode(node.name)->driftCount, std::optional<int>(9));
}

/// The same nodes beside each other, without their image: web-2 alone is otherwise, and nothing else is said. What root
/// may not see in a container (docs/DRIFT.md) is said, and not the same as alike.
void TestLab::whoDiffersIsSaidExactly()
{
    const Run diff = m_lab->run(DiffIntent{web, {}, {}});
    QCOMPARE(diff.ending(), QStringLiteral("incomplete"));
    QCOMPARE(diff.all<NodesCompared>().size(), 1);
    const GroupDrift drift = diff.all<NodesCompared>().first().drift;
    QCOMPARE(drift.nodes.size(), 3);
    QStringList rows;
    for (const GroupDifference& row : drift.differences) {
        QCOMPARE(row.differs.size(), 1);
        QCOMPARE(drift.nodes.at(row.differs.first().node).name, QStringLiteral("web-2"));
        rows << codeName(row.section) + u' ' + displayText(row.key) + u' ' +
                    codeName(row.differs.first().difference.kind);
    }
    for (const ComparedNode& node : drift.nodes) {
        QSet<DriftSection> closed;
        for (const Unseen& unseen :
             node.unseen) { // the programs of other users by their names, and that there are some
            closed.insert(unseen.section);
            QCOMPARE(unseen.reason,
                     unseen.what.isEmpty() ? QStringLiteral("not all programs") : QStringLiteral("permissionDenied"));
        }
        QCOMPARE(closed, (QSet<DriftSection>{DriftSection::Runtimes, DriftSection::StaleLibraries}));
    }
    for (const char* expected : {"files /etc/debian_version changed", "files /etc/issue.net removed",
                                 "packages hotfix added", "sockets tcp 0.0.0.0:8009 added", "users kim added"})
        QVERIFY2(rows.contains(QLatin1String(expected)), qPrintable(rows.join(u'\n')));
    const auto sshd = std::ranges::find(drift.differences, "/etc/ssh/sshd_config", &GroupDifference::key);
    QVERIFY(sshd != drift.differences.end());
    QVERIFY(sshd->differs.first().difference.actualText.contains(QStringLiteral("# tuned by hand")));
    QVERIFY(!sshd->differs.first().difference.baselineText.contains(QStringLiteral("# tuned by hand")));
}

void TestLab::rebirthMeltsTheSnowflake()
{
    const FleetState fleet = healthyFleet();
    LoadClient load(loadOf(fleet, pauseMicros));
    load.start();
    const Run rebirth = m_lab->run(RebirthIntent{QStringLiteral("web-2")});
    const LoadCounts counts = load.stop();
    m_acknowledged += counts.postsAcknowledged;
    QVERIFY2(rebirth.ending() == QStringLiteral("done"), qPrintable(rebirth.ending() + u'\n' + rebirth.steps()));
    QVERIFY2(counts.failed == 0 && counts.requests() > 500, qPrintable(describe(counts)));
    const FleetState after = healthyFleet();
    QVERIFY(!after.findNode(QStringLiteral("web-2")));
    QCOMPARE(after.findGroup(web)->nodes.size(), 3);
    QCOMPARE(m_lab->run(ScanIntent{}).ending(), QStringLiteral("done"));
}

void TestLab::buildNextVersion()
{
    const Run build = m_lab->run(BuildIntent{shop110, false}, 600s);
    QCOMPARE(build.ending(), QStringLiteral("done"));
    const Run again = m_lab->run(BuildIntent{shop110, false});
    QVERIFY(again.all<ImageBuilt>().last().reused);
    const auto images = m_lab->run(ImagesIntent{}).all<ImagesListed>().last().images;
    QCOMPARE(images.size(), m_lab->blueprint().images.size());
    for (const ImageRecord& image : images)
        QVERIFY2(!image.digest.isNull() && !image.stale, qPrintable(image.ref.text()));
}

void TestLab::swapUnderLoadLosesNothing()
{
    const FleetState fleet = healthyFleet();
    const LoadPlan plan = loadOf(fleet, pauseMicros);
    LoadClient load(plan);
    load.start();
    // Both reach across the switch: asked of blue, answered when blue is draining.
    OneAnswer slow;
    OneAnswer heldBefore;
    OneAnswer heldAfter;
    KeptConnection held(plan.host, plan.port);
    heldBefore = held.request("GET", "/");
    std::thread slowOne;

    const OperationId swap = m_lab->begin(SwapIntent{web, shop110, 0});
    const auto begun = [](StepKind kind) {
        return [kind](const Event& event) {
            const auto* step = std::get_if<StepBegun>(&event.body);
            return step && step->kind == kind;
        };
    };
    QVERIFY2(m_lab->waitFor(swap, begun(StepKind::AwaitHealthy)), qPrintable(m_lab->soFar(swap).steps()));
    slowOne = std::thread([&] { slow = KeptConnection(plan.host, plan.port).request("GET", "/slow?s=10"); });
    const Run run = m_lab->end(swap, 240s);
    slowOne.join();
    heldAfter = held.request("GET", "/");
    const QList<PlanCheck> checks = run.all<PlanMade>().first().plan.checks;
    const PlanCheck fits{u"schemaFits"_qs, Verdict::Pass, {shop110.text(), u"orders"_qs, u"1"_qs, u"1"_qs, u"1"_qs}};
    QVERIFY(checks.contains(fits));
    QVERIFY2(run.ending() == QStringLiteral("done"), qPrintable(run.ending() + u'\n' + run.steps()));
    QVERIFY(Lab::until([&] { return load.counts().requests() >= 10'000; }, 180s));
    const LoadCounts counts = load.stop();
    m_acknowledged += counts.postsAcknowledged;

    QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
    QVERIFY(counts.freshGets > 1000 && counts.keptGets > 1000 && counts.postsAcknowledged > 1000);
    QCOMPARE(QString::fromStdString(counts.lastVersion), QStringLiteral("1.1.0"));
    QVERIFY2(slow.status == 200, slow.failure.c_str());
    QVERIFY2(heldBefore.status == 200 && heldAfter.status == 200, heldAfter.failure.c_str());
    QVERIFY2(heldAfter.body.find("1.1.0") != std::string::npos, heldAfter.body.c_str());
    const FleetState after = healthyFleet();
    QCOMPARE(ordersIn(after), static_cast<qint64>(m_acknowledged));
    for (const NodeState& node : after.findGroup(web)->nodes)
        QCOMPARE(node.image, shop110);
    qInfo() << "swap:" << counts.requests() << "requests," << counts.failed << "failed," << run.finished->ms << "ms";
    // A swap to what runs already is refused.
    QCOMPARE(m_lab->run(SwapIntent{web, shop110, 0}).ending(),
             QStringLiteral("failed alreadyRunsImage web|shop@1.1.0"));
}

void TestLab::balancerKeepsTheTruthAfterReloadAndRestart()
{
    const FleetState fleet = m_lab->look();
    const NodeState edge = fleet.balancers.first().node;
    const LoadPlan plan = loadOf(fleet, pauseMicros);
    for (const QByteArray& script : {QByteArray("kill -USR2 $(cat /run/haproxy/haproxy.pid)\n"),
                                     QByteArray("kill -TERM $(cat /run/haproxy/haproxy.pid)\n")}) {
        const QByteArray before = onNode(QStringLiteral("shop"), edge, "pgrep -x haproxy | sort | tr '\\n' ' '").out;
        QCOMPARE(onNode(QStringLiteral("shop"), edge, script).status, 0);
        QVERIFY(Lab::until(
            [&] {
                const QByteArray now =
                    onNode(QStringLiteral("shop"), edge, "pgrep -x haproxy | sort | tr '\\n' ' '").out;
                return !now.isEmpty() && now != before &&
                       KeptConnection(plan.host, plan.port).request("GET", "/healthz").status == 200;
            },
            30s));
        for (int i = 0; i < 60; ++i) {
            const OneAnswer answer = KeptConnection(plan.host, plan.port).request("GET", "/");
            QVERIFY2(answer.body.find("1.1.0") != std::string::npos, (answer.failure + answer.body).c_str());
        }
        const FleetState after = healthyFleet();
        for (const NodeState& node : after.findGroup(web)->nodes)
            QVERIFY(node.share > 0.3);
    }
}

void TestLab::rollBackWhileBaking()
{
    const FleetState fleet = healthyFleet();
    const QString blue = nodeNames(fleet);
    LoadClient load(loadOf(fleet, pauseMicros));
    load.start();
    const OperationId swap = m_lab->begin(SwapIntent{web, shop100, 120});
    QVERIFY(m_lab->waitFor(swap, [](const Event& event) {
        const auto* progress = std::get_if<Progress>(&event.body);
        return progress && progress->phase == Phase::Baking;
    }));
    QCOMPARE(load.counts().lastVersion, std::string("1.0.0"));
    // From another process, as a second terminal would.
    BackendOperations other(labHome());
    Lab terminal(&other, shopBlueprint());
    QCOMPARE(terminal.run(SwapIntent{web, shop100, 0}).finished->outcome, OutcomeKind::Refused);
    const Run rollback = terminal.run(ControlIntent{web});
    QVERIFY2(rollback.ending() == QStringLiteral("done"), qPrintable(rollback.ending()));
    const Run run = m_lab->end(swap);
    const LoadCounts counts = load.stop();
    m_acknowledged += counts.postsAcknowledged;
    QCOMPARE(run.finished->safety, Safety::BlueServes);
    QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
    QCOMPARE(counts.lastVersion, std::string("1.1.0"));
    QCOMPARE(nodeNames(healthyFleet()), blue);
    QCOMPARE(m_lab->run(ControlIntent{web}).ending(), QStringLiteral("failed nothingToRollBack web|") + shop100.text());
}

void TestLab::cancelBeforeTheSwitchLeavesBlueServing()
{
    const QString blue = nodeNames(healthyFleet());
    const OperationId swap = m_lab->begin(SwapIntent{web, shop100, 0});
    QVERIFY(m_lab->waitFor(swap, [](const Event& event) {
        const auto* progress = std::get_if<Progress>(&event.body);
        return progress && progress->phase == Phase::CreatingNode;
    }));
    QElapsedTimer clock;
    clock.start();
    m_operations->cancel(swap);
    QVERIFY(m_lab->waitFor(swap, [](const Event& event) {
        const auto* progress = std::get_if<Progress>(&event.body);
        return std::holds_alternative<RollingBack>(event.body) || std::holds_alternative<Finished>(event.body) ||
               (progress && progress->phase == Phase::CleaningUp);
    }));
    qInfo() << "cancel acknowledged after" << clock.elapsed() << "ms";
    const Run run = m_lab->end(swap);
    QCOMPARE(run.ending(), QStringLiteral("cancelled"));
    QCOMPARE(run.finished->safety, Safety::BlueServes);
    QCOMPARE(nodeNames(healthyFleet()), blue);
}

void TestLab::killedNodeTurnsDownWithinTwoSeconds()
{
    const FleetState fleet = healthyFleet();
    const NodeState victim = fleet.findGroup(web)->nodes.first();
    const OperationId watch = m_lab->begin(WatchIntent{});
    const auto healthIs = [&](Health health) {
        return [&victim, health](const Event& event) {
            const auto* seen = std::get_if<FleetObserved>(&event.body);
            const NodeState* node = seen ? seen->fleet.findNode(victim.name) : nullptr;
            return node && node->health == health;
        };
    };
    QVERIFY(m_lab->waitFor(watch, healthIs(Health::Healthy)));
    QElapsedTimer clock;
    clock.start();
    QVERIFY(killHard(victim.name));
    QVERIFY(m_lab->waitFor(watch, healthIs(Health::Down), 30s));
    qInfo() << "killed node seen down after" << clock.elapsed() << "ms";
    m_operations->cancel(watch);
    QCOMPARE(m_lab->end(watch).ending(), QStringLiteral("cancelled"));
    QCOMPARE(m_lab->run(UpIntent{}).ending(), QStringLiteral("done"));
    healthyFleet();
}

void TestLab::goneBalancerSocketIsSaidAndNothingTouched()
{
    const FleetState fleet = healthyFleet();
    const QString blue = nodeNames(fleet);
    const NodeState edge = fleet.balancers.first().node;
    QCOMPARE(onNode(QStringLiteral("shop"), edge, "mv /run/haproxy/admin.sock /run/haproxy/away\n").status, 0);
    const Run status = m_lab->run(StatusIntent{});
    QCOMPARE(status.ending(), QStringLiteral("incomplete"));
    QCOMPARE(status.all<FleetObserved>().last().fleet.blind.first().code, ErrorCode::BalancerSocketGone);
    const Run swap = m_lab->run(SwapIntent{web, shop100, 0});
    QCOMPARE(swap.finished->outcome, OutcomeKind::Failed);
    QVERIFY2(swap.finished->safety == Safety::NothingTouched || swap.finished->safety == Safety::BlueServes,
             qPrintable(swap.ending()));
    QCOMPARE(onNode(QStringLiteral("shop"), edge, "mv /run/haproxy/away /run/haproxy/admin.sock\n").status, 0);
    QCOMPARE(nodeNames(healthyFleet()), blue);
}

void TestLab::changedHostKeyIsRefused()
{
    const FleetState fleet = healthyFleet();
    const NodeState node = fleet.findGroup(web)->nodes.last();
    QCOMPARE(onNode(QStringLiteral("shop"), node,
                    "rm /etc/ssh/ssh_host_ed25519_key*; ssh-keygen -q -t ed25519 -N '' -f "
                    "/etc/ssh/ssh_host_ed25519_key && pkill -x -o sshd; exit 0\n")
                 .status,
             0);
    Run scan;
    // Kept connections end with their sshd sooner or later; a new one meets the new key.
    QVERIFY(Lab::until(
        [&] {
            scan = m_lab->run(ScanIntent{{node.name}});
            return !scan.all<NodeUnseen>().isEmpty() &&
                   scan.all<NodeUnseen>().first().error.code == ErrorCode::HostKeyChanged;
        },
        60s));
    QCOMPARE(scan.ending(), QStringLiteral("incomplete"));
    QCOMPARE(scan.all<NodeUnseen>().first().error.args.size(), 3);
    QCOMPARE(m_lab->run(RebirthIntent{node.name}).ending(), QStringLiteral("done"));
}

void TestLab::downLeavesNothing()
{
    const FleetState fleet = m_lab->look();
    const Run down = m_lab->run(DownIntent{true});
    QCOMPARE(down.ending(), QStringLiteral("done"));
    QVERIFY(!m_lab->look().isUp());
    QCOMPARE(interfaceNames() - m_interfacesBefore, QSet<QString>());
    const NodeState edge = fleet.balancers.first().node;
    QVERIFY(!KeptConnection(edge.service.host.toStdString(), edge.service.port).isOpen());
    QVERIFY(!QFile::exists(labHome() + QStringLiteral("/fleets/shop")));
}

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"
