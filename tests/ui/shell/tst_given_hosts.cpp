// SPDX-License-Identifier: GPL-3.0-or-later
// The window over hosts that were there before: forty of them, with long names, some of which cannot be reached.
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/window_test.h"

#include "models/document/fleet_document.h"
#include "ui/shell/inspector/facts.h"

using namespace snowmelt;

namespace {

QByteArray farmText()
{
    QFile file(QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/farm/farm.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

NodeState hostState(const QString& name, const QString& group, Role role)
{
    NodeState node;
    node.name = name;
    node.group = group;
    node.role = role;
    node.lifecycle = Lifecycle::Running;
    node.health = Health::Unknown;
    node.healthReason = QStringLiteral("not asked");
    node.address = name;
    node.ssh = {name, 22};
    node.sshUser = QStringLiteral("deploy");
    node.sshJumps = QStringList{QStringLiteral("ops@gate.farm.example.org:2222")};
    return node;
}

void fail(FleetState& fleet, NodeState& node, ErrorCode code, const QStringList& args, Health health)
{
    node.health = health;
    node.healthReason = codeName(code);
    fleet.blind << Error{code, QStringList{node.name} + args, {}};
}

FleetState farmState(const Blueprint& blueprint)
{
    FleetState fleet;
    fleet.name = blueprint.name;
    fleet.fleetId = QStringLiteral("farm");
    fleet.platform = QStringLiteral("ssh");
    const Group& web = blueprint.groups.first();
    GroupState group{web.name, web.size, {}, {}, 0, 0, {}, 0};
    for (const QString& host : web.hosts)
        group.nodes << hostState(host, web.name, Role::Node);
    fail(fleet, group.nodes[3], ErrorCode::SshUnreachable, {group.nodes[3].ssh.text()}, Health::Down);
    fail(fleet, group.nodes[17], ErrorCode::SshAuthFailed, {QStringLiteral("deploy")}, Health::Unknown);
    fleet.groups << group;
    BalancerState edge;
    edge.node = hostState(QStringLiteral("edge"), QStringLiteral("edge"), Role::Balancer);
    edge.driver = QStringLiteral("haproxy");
    edge.serves = QStringList{web.name};
    fleet.balancers << edge;
    DatabaseState orders;
    orders.node = hostState(QStringLiteral("orders"), QStringLiteral("orders"), Role::Database);
    orders.engine = QStringLiteral("postgresql");
    fleet.databases << orders;
    return fleet;
}

QString valueOf(const QList<Fact>& facts, const char* name)
{
    for (const Fact& fact : facts)
        if (fact.name == QLatin1String(name))
            return fact.value;
    return {};
}

} // namespace

class TestHostsInWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void fortyHosts_data();
    void fortyHosts();
};

void TestHostsInWindow::fortyHosts_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
}

void TestHostsInWindow::fortyHosts()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    WindowStage stage;
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    stage.write(farmText());
    stage.show();
    stage.window->openBlueprint(stage.path());
    auto* document = stage.window->findChild<FleetDocument*>();
    QVERIFY(document->isOpen());
    camera.shoot(stage.window.get(), "hosts-before");
    stage.watch(farmState(document->blueprint()));
    for (const char* act : {"actionUp", "actionDown", "actionSwap", "actionRebirth"})
        QVERIFY2(!stage.action(act)->isEnabled(), act);
    camera.shoot(stage.window.get(), "hosts");
    const GroupState web = document->fleet().groups.first();
    document->setSelection(web.nodes.at(3).name);
    camera.shoot(stage.window.get(), "hosts-unreached");
    if (Language(language) != Language::English)
        return;
    const QList<Fact> facts = nodeFacts(*document, web.nodes.at(3));
    QCOMPARE(valueOf(facts, "SSH"), QString(u"deploy@" + web.nodes.at(3).ssh.text()));
    QCOMPARE(valueOf(facts, "Through"), QStringLiteral("ops@gate.farm.example.org:2222"));
    QVERIFY(valueOf(facts, "Could not see").contains(web.nodes.at(3).name));
    QVERIFY(valueOf(facts, "State").isEmpty());
    QVERIFY(valueOf(nodeFacts(*document, web.nodes.at(5)), "Could not see").isEmpty());
}

QTEST_MAIN(TestHostsInWindow)
#include "tst_given_hosts.moc"
