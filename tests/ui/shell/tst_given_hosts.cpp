// SPDX-License-Identifier: GPL-3.0-or-later
// The window over hosts that were there before: forty of them, with long names, some of which cannot be reached.
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/window_test.h"

#include "models/document/fleet_document.h"
#include "models/items/tree_row.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/inspector/facts.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QRegularExpression>
#include <QToolTip>
#include <QTreeView>

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
    node.lifecycle = health == Health::Down ? Lifecycle::Stopped : Lifecycle::Running;
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
    void beforeAnybodyLooked();
    void whatCanBeDoneIsOneClickAway();
    void aHostOffersScanAndLook();
    void noMenuOffersWhatIsOfNodesWeMake();
    void nothingSpeaksOfRunningOrBirth();
    void whatWeMakeKeepsItsButtons();
    void aLongNameIsCutInTheMiddle_data();
    void aLongNameIsCutInTheMiddle();

private:
    void open(WindowStage& stage, bool looked);
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
        QVERIFY2(!stage.action(act)->isEnabled() && !stage.action(act)->isVisible(), act);
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
    QVERIFY(valueOf(facts, "Health").isEmpty()); // nobody asks for it
    QVERIFY(valueOf(nodeFacts(*document, web.nodes.at(5)), "Could not see").isEmpty());
}

void TestHostsInWindow::open(WindowStage& stage, bool looked)
{
    stage.write(farmText());
    stage.show();
    stage.window->openBlueprint(stage.path());
    if (looked)
        stage.watch(farmState(stage.window->findChild<FleetDocument*>()->blueprint()));
}

void TestHostsInWindow::beforeAnybodyLooked()
{
    WindowStage stage;
    open(stage, false);
    QCOMPARE(stage.text("inspectorState"), QStringLiteral("not looked at yet"));
    QCOMPARE(stage.find<QAbstractButton>("factsButton")->text(), QStringLiteral("&Look now"));
    const OperationId before = stage.operations.lastOf<ImagesIntent>();
    stage.click("factsButton");
    QVERIFY(stage.operations.lastOf<ImagesIntent>() != before);
    stage.window->findChild<FleetDocument*>()->setSelection(QStringLiteral("web"));
    QCOMPARE(stage.text("inspectorState"), QStringLiteral("not looked at yet"));
    QCOMPARE(stage.find<QAbstractButton>("factsButton")->text(), QStringLiteral("&Look now"));
    stage.window->findChild<FleetDocument*>()->setSelection(QStringLiteral("edge"));
    QCOMPARE(stage.text("inspectorState"), QStringLiteral("not looked at yet"));
    QVERIFY(!stage.action("actionScan")->isEnabled());
    QVERIFY(stage.action("actionScan")->toolTip().contains(u"looked"));
    QVERIFY(!stage.find("notRunning"));
}

void TestHostsInWindow::whatCanBeDoneIsOneClickAway()
{
    WindowStage stage;
    open(stage, true);
    QCOMPARE(stage.text("inspectorState"), QStringLiteral("37 of 39 reached"));
    stage.click("factsButton");
    OperationId scan = stage.operations.lastOf<ScanIntent>();
    QVERIFY(!scan.isEmpty() && stage.operations.intent<ScanIntent>(scan).nodes.isEmpty());
    stage.operations.finish(scan);
    stage.window->findChild<FleetDocument*>()->setSelection(QStringLiteral("web"));
    QCOMPARE(stage.text("inspectorState"), QStringLiteral("35 of 37 reached"));
    stage.click("factsSecondButton");
    scan = stage.operations.lastOf<ScanIntent>();
    QCOMPARE(stage.operations.intent<ScanIntent>(scan).nodes.size(), 37);
    stage.operations.finish(scan);
    stage.click("factsButton");
    const OperationId look = stage.operations.lastOf<DiffIntent>();
    QVERIFY(!look.isEmpty());
    QCOMPARE(stage.operations.intent<DiffIntent>(look).group, QStringLiteral("web"));
    QVERIFY(!stage.find("differencesRebirth") && !stage.find("differencesRebirthAll"));
}

void TestHostsInWindow::aHostOffersScanAndLook()
{
    WindowStage stage;
    open(stage, true);
    auto* document = stage.window->findChild<FleetDocument*>();
    const QList<NodeState> hosts = document->fleet().groups.first().nodes;
    document->setSelection(hosts.at(5).name);
    QCOMPARE(stage.text("inspectorState"), QStringLiteral("reached"));
    QVERIFY(!stage.find("rebirthButton"));
    stage.click("scanHost");
    const OperationId scan = stage.operations.lastOf<ScanIntent>();
    QCOMPARE(stage.operations.intent<ScanIntent>(scan).nodes, QStringList{hosts.at(5).name});
    const OperationId before = stage.operations.lastOf<ImagesIntent>();
    stage.click("lookAtHost");
    QVERIFY(stage.operations.lastOf<ImagesIntent>() != before);
    document->setSelection(hosts.at(3).name);
    QCOMPARE(stage.text("inspectorState"), QStringLiteral("does not answer"));
    document->setSelection(hosts.at(17).name);
    QCOMPARE(stage.text("inspectorState"), QStringLiteral("unknown"));
    QCOMPARE(valueOf(nodeFacts(*document, hosts.at(17)), "State"), QStringLiteral("unknown: does not let us in"));
    document->setSelection(QStringLiteral("orders"));
    QVERIFY(stage.find("scanHost"));
}

void TestHostsInWindow::noMenuOffersWhatIsOfNodesWeMake()
{
    WindowStage stage;
    open(stage, true);
    for (const char* act :
         {"actionUp", "actionDown", "actionBuild", "actionSwap", "actionRebirth", "actionRollback", "actionPause",
          "actionAbort", "actionOrphans", "actionModeImage", "actionFilterImage", "actionRebirthChosen",
          "actionRebirthDrifted", "actionResize", "actionSetImage", "actionAddGroup"})
        QVERIFY2(!stage.action(act)->isVisible(), act);
    for (const char* act :
         {"actionScan", "actionDifferences", "actionLookAgain", "actionDriftHistory", "actionHistory"})
        QVERIFY2(stage.action(act)->isVisible(), act);
    QVERIFY(!stage.find("actionBuildButton") && !stage.find("actionSwapButton") &&
            !stage.find("actionModeImageButton"));
    stage.chooseInMenu("actionHistory");
    QVERIFY(QTest::qWaitFor([&] { return stage.find("historyWindow"); }));
    stage.find("historyWindow")->close();
    auto* diagram = stage.find<DiagramView>("diagram");
    const QPoint at = diagram->partRect(QStringLiteral("web")).topLeft() + QPoint(20, 20);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, diagram->mapToGlobal(at));
    QApplication::sendEvent(diagram, &event);
    QStringList offered;
    for (const QAction* action : stage.find<QMenu>("partMenu")->actions())
        if (action->isVisible() && !action->isSeparator())
            offered << action->objectName();
    QVERIFY(offered.contains(QStringLiteral("actionDifferences")));
    QVERIFY(offered.contains(QStringLiteral("actionLookAgain")));
    for (const QString& one : offered)
        QVERIFY2(!one.contains(u"Rebirth") && one != u"actionSwap" && one != u"actionResize", qPrintable(one));
}

void TestHostsInWindow::nothingSpeaksOfRunningOrBirth()
{
    WindowStage stage;
    open(stage, false);
    auto* document = stage.window->findChild<FleetDocument*>();
    static const QRegularExpression ofNodes(
        QStringLiteral("not running|bring &?(it )?up|birth|born|swap|\\bimage(?!s, and no parts)|not created"),
        QRegularExpression::CaseInsensitiveOption);
    const auto check = [&](const QString& text, const char* where) {
        QVERIFY2(!ofNodes.match(text).hasMatch(), qPrintable(QLatin1String(where) + u": " + text));
    };
    const auto lookRound = [&] {
        for (const QLabel* label : stage.window->findChildren<QLabel*>())
            if (label->isVisible())
                check(label->text(), "label");
        for (const QAbstractButton* button : stage.window->findChildren<QAbstractButton*>())
            if (button->isVisible())
                check(button->text() + button->toolTip(), "button");
        auto* tree = stage.find<QTreeView>("fleetTree");
        for (QModelIndex at = tree->model()->index(0, 0); at.isValid(); at = tree->indexBelow(at))
            for (const int role :
                 {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole), int(DetailRole)})
                check(at.data(role).toString(), "tree");
        for (const QMenu* menu : stage.window->menuBar()->findChildren<QMenu*>())
            for (const QAction* action : menu->actions())
                if (action->isVisible() && menu->menuAction()->isVisible())
                    check(action->text() + action->toolTip(), "menu");
    };
    const QStringList parts{QString(), QStringLiteral("web"), QStringLiteral("edge"), QStringLiteral("orders"),
                            document->blueprint().groups.first().hosts.first()};
    for (const bool looked : {false, true}) {
        if (looked)
            stage.watch(farmState(document->blueprint()));
        for (const QString& part : parts) {
            document->setSelection(part);
            lookRound();
        }
    }
}

/// The same window, with another blueprint: nothing stays hidden.
void TestHostsInWindow::whatWeMakeKeepsItsButtons()
{
    WindowStage stage;
    open(stage, true);
    stage.write(WindowStage::goodText());
    stage.window->openBlueprint(stage.path());
    stage.watch(sample::fleet());
    for (const char* act : {"actionUp", "actionBuild", "actionSwap", "actionOrphans", "actionModeImage",
                            "actionFilterImage", "actionRebirthChosen", "actionResize"})
        QVERIFY2(stage.action(act)->isVisible(), act);
    QTRY_VERIFY(stage.find("actionSwapButton"));
    QTRY_VERIFY(stage.find("actionModeImageButton"));
    stage.window->findChild<FleetDocument*>()->setSelection(QStringLiteral("web-1"));
    QVERIFY(stage.find("rebirthButton"));
    QVERIFY(!stage.find("scanHost") && !stage.find("lookAtHost"));
    QVERIFY(stage.window->menuBar()->findChild<QMenu*>(QStringLiteral("deployMenu"))->menuAction()->isVisible());
}

void TestHostsInWindow::aLongNameIsCutInTheMiddle_data()
{
    QTest::addColumn<int>("language");
    QTest::newRow("en") << int(Language::English);
    QTest::newRow("ko") << int(Language::Korean);
}

void TestHostsInWindow::aLongNameIsCutInTheMiddle()
{
    QFETCH(int, language);
    WindowStage stage;
    Settings::setLanguage(Language(language));
    stage.write(farmText().replace("frankfurt.farm", "eu-west-3.production.internal"));
    stage.show();
    stage.window->openBlueprint(stage.path());
    auto* document = stage.window->findChild<FleetDocument*>();
    stage.watch(farmState(document->blueprint()));
    const QString host = document->fleet().groups.first().nodes.at(3).name;
    document->setSelection(host);
    auto* title = stage.find<QLabel>("inspectorTitle");
    auto* state = stage.find<QLabel>("inspectorState");
    QCOMPARE(title->text(), host);
    QTRY_VERIFY(title->width() > 0 && state->width() >= state->sizeHint().width());
    QVERIFY(title->geometry().right() < state->geometry().left());
    QVERIFY(title->fontMetrics().horizontalAdvance(host) > title->width());
    QHelpEvent help(QEvent::ToolTip, title->rect().center(), title->mapToGlobal(title->rect().center()));
    QApplication::sendEvent(title, &help);
    QCOMPARE(QToolTip::text(), host);
    QToolTip::hideText();
}

QTEST_MAIN(TestHostsInWindow)
#include "tst_given_hosts.moc"
