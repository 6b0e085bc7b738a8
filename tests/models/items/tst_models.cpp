// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/items/activity_model.h"
#include "models/items/drift_model.h"
#include "models/items/fleet_tree_model.h"
#include "models/items/images_model.h"
#include "models/items/item_text.h"
#include "models/items/step_model.h"
#include "tests/models/document/sample_events.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;
using sample::Script;

/// Every model over the document, while events arrive.
class TestModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theFleetTreeShowsPartsWithTheirBadges();
    void aNodeThatChangesIsOneChange();
    void aGroupIsAsWellAsItsNodes();
    void whatIsAbsentIsNotRunning();
    void imagesCountTheNodesOfTheFleet();
    void theDriftTreeShowsBothValues();
    void whatIsOnOneSideOnlyHasOneLine();
    void tabsOfAFileAreRoom();
    void withheldLinesAreCounted();
    void aChangedTextIsShownByLines();
    void theGravestDifferencesComeFirst();
    void whatRulesHideIsBelowThem();
    void driftAsTextHasBothValues();
    void activitiesAreNewestFirst();
    void aScanEndsInNumbers();
    void aProofEndsInNumbers();
    void careOfTheStoreEndsInItsResult();
    void aDeploymentEndsInItsOwnWords_data();
    void aDeploymentEndsInItsOwnWords();
    void aReasonWithoutFullStopGetsOne();
    void stepsTellWhyTheyWait();
    void aPausedDeploymentShowsInTheTree();
    void imagesSayWhatExists();
    void anyOrderOfEventsKeepsTheModelsSound();

private:
    void watch(const FleetState& fleet) { m_document->apply(m_watch.event(FleetObserved{fleet})); }
    void scan(const QString& node);
    std::unique_ptr<FleetDocument> m_document;
    Script m_watch{QStringLiteral("w")};
};

namespace {

QModelIndex find(const QAbstractItemModel& model, int role, const QVariant& value)
{
    return model.match(model.index(0, 0), role, value, 1, Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

} // namespace

void TestModels::init()
{
    m_document = std::make_unique<FleetDocument>();
    m_document->open(sample::blueprint());
    m_document->apply(m_watch.started("watch"));
}

void TestModels::scan(const QString& node)
{
    const Script script(QStringLiteral("scan-") + node);
    m_document->apply(script.started("scan"));
    m_document->apply(script.event(NodeScanned{sample::driftReport(node)}));
    m_document->apply(script.finished(OutcomeKind::Incomplete, Safety::Unchanged));
}

void TestModels::theFleetTreeShowsPartsWithTheirBadges()
{
    FleetTreeModel model(m_document.get());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.indexOfPart(QStringLiteral("web")).isValid()); // from the blueprint, before anything runs
    QVERIFY(!model.indexOfPart(QStringLiteral("web-1")).isValid());
    watch(sample::fleet());
    scan(QStringLiteral("web-2"));
    QCOMPARE(model.indexOfPart(QStringLiteral("web-2")).data(DetailRole).toString(), QStringLiteral("Δ4"));
    QCOMPARE(model.indexOfPart(QStringLiteral("web")).data(DetailRole).toString(), QStringLiteral("shop 1.0.0"));
    QCOMPARE(model.indexOfPart(QStringLiteral("web")).data(HealthRole).toInt(), int(Health::Healthy));
}

void TestModels::aNodeThatChangesIsOneChange()
{
    FleetTreeModel model(m_document.get());
    watch(sample::fleet());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    FleetState fleet = sample::fleet();
    fleet.groups[0].nodes[1].health = Health::Down;
    watch(fleet);
    QCOMPARE(changed.size(), 2); // the node, and its group that is degraded now
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(model.indexOfPart(QStringLiteral("web")).data(HealthRole).toInt(), int(Health::Degraded));
}

/// In the tree it is what it is in the diagram: beside what the blueprint wants now, and unknown while nobody saw all.
void TestModels::aGroupIsAsWellAsItsNodes()
{
    FleetTreeModel model(m_document.get());
    const auto health = [&] { return model.indexOfPart(QStringLiteral("web")).data(HealthRole).toInt(); };
    FleetState fleet = sample::fleet();
    fleet.groups[0].nodes[1].health = Health::Unknown;
    watch(fleet);
    QCOMPARE(health(), int(Health::Unknown));
    watch(sample::fleet());
    QCOMPARE(health(), int(Health::Healthy));
    Blueprint larger = sample::blueprint();
    larger.groups[0].size = 5;
    m_document->open(larger);
    m_document->apply(m_watch.started("watch"));
    watch(sample::fleet());
    QCOMPARE(health(), int(Health::Degraded));
}

void TestModels::whatIsAbsentIsNotRunning()
{
    FleetTreeModel model(m_document.get());
    FleetState fleet = sample::fleet();
    fleet.balancers[0].node.lifecycle = Lifecycle::Absent;
    fleet.balancers[0].node.health = Health::Down;
    watch(fleet);
    const QModelIndex edge = model.indexOfPart(QStringLiteral("edge"));
    QCOMPARE(edge.data(DetailRole).toString(), QStringLiteral("not running"));
    QVERIFY(!edge.data(HealthRole).isValid());
    QCOMPARE(serverCount(m_document->fleet()), 4); // three nodes and the database
}

void TestModels::imagesCountTheNodesOfTheFleet()
{
    FleetTreeModel model(m_document.get());
    const auto stateOf = [&](const char* ref) {
        return find(model, IdRole, QString::fromLatin1(ref)).data(DetailRole).toString();
    };
    m_document->apply(m_watch.event(ImagesListed{sample::images(true)}));
    QCOMPARE(stateOf("shop@1.0.0").left(1), QStringLiteral("3"));
    FleetState fleet = sample::fleet({"web-1", "web-2", "web-3", "web-4", "web-5"});
    for (NodeState& node : fleet.groups[0].nodes)
        node.image = sample::image("shop", "1.1.0");
    fleet.groups[0].nodes[0].image = sample::image("shop", "1.0.0");
    watch(fleet);
    QCOMPARE(stateOf("shop@1.0.0").left(1), QStringLiteral("1"));
    QCOMPARE(stateOf("shop@1.1.0").left(1), QStringLiteral("4"));
    QCOMPARE(stateOf("foundation/haproxy@1").left(1), QStringLiteral("1"));
}

void TestModels::theDriftTreeShowsBothValues()
{
    DriftModel model(m_document.get());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    watch(sample::fleet());
    model.setNode(QStringLiteral("web-2"));
    QCOMPARE(model.rowCount(), 0);
    scan(QStringLiteral("web-2"));
    const QModelIndex mode = find(model, ActualRole, QStringLiteral("0600"));
    QCOMPARE(mode.data(BaselineRole).toString(), QStringLiteral("0644"));
    QCOMPARE(find(model, KindRole, int(DriftRow::UnseenTitle)).data().toString().left(1), QStringLiteral("2"));
    QVERIFY(find(model, Qt::DisplayRole, QStringLiteral("/usr/local/bin/fix\\n.sh")).isValid());
    model.setNode(QStringLiteral("web-1"));
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::whatIsOnOneSideOnlyHasOneLine()
{
    const QString text = driftText(sample::driftReport(QStringLiteral("web-2")));
    QVERIFY2(text.contains(QStringLiteral("    version 17.0.21+9-1~deb12u1\n")), qPrintable(text));
    DriftReport removed = sample::driftReport(QStringLiteral("web-2"));
    removed.differences = {{DriftSection::Packages, DifferenceKind::Removed, "curl", {}, {}, {}}};
    removed.differences[0].fields = {{QStringLiteral("version"), QStringLiteral("7.88"), QString()}};
    QVERIFY2(driftText(removed).contains(QStringLiteral("    version 7.88\n")), qPrintable(driftText(removed)));
}

void TestModels::tabsOfAFileAreRoom()
{
    DriftReport report = sample::driftReport(QStringLiteral("web-2"));
    report.differences[1].actualText = QStringLiteral("#\tPermitTTY no\x1b\n");
    const QString text = driftText(report);
    QVERIFY2(text.contains(QStringLiteral("+ #    PermitTTY no\\x1b\n")), qPrintable(text));
}

void TestModels::withheldLinesAreCounted()
{
    const QString none = QStringLiteral("may hold a secret");
    DriftReport report = sample::driftReport(QStringLiteral("web-2"));
    QVERIFY(!driftText(report).contains(none));
    report.differences[1].baselineText = QStringLiteral("password = … sha256 0123456789abcdef\n");
    report.differences[1].actualText = QStringLiteral("password = … sha256 fedcba9876543210\nport = 1\n");
    const QString text = driftText(report);
    QVERIFY2(text.contains(QStringLiteral("+ password = … sha256 fedcba9876543210\n")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("2 line(s) may hold a secret: shown as digests, which only tell")),
             qPrintable(text));
}

void TestModels::aChangedTextIsShownByLines()
{
    DriftModel model(m_document.get());
    watch(sample::fleet());
    model.setNode(QStringLiteral("web-2"));
    scan(QStringLiteral("web-2"));
    QVERIFY(find(model, Qt::DisplayRole, QStringLiteral("− worker_connections 768")).isValid());
    QVERIFY(find(model, Qt::DisplayRole, QStringLiteral("+ worker_connections 64")).isValid());
    QVERIFY(!find(model, ActualRole, QStringLiteral("b80d77c1")).isValid()); // no hash beside the lines
}

void TestModels::theGravestDifferencesComeFirst()
{
    DriftModel model(m_document.get());
    watch(sample::fleet());
    model.setNode(QStringLiteral("web-2"));
    DriftReport report = sample::driftReport(QStringLiteral("web-2"));
    Difference key = report.differences.at(1);
    key.key = "/etc/ssh/sshd_config";
    report.differences.append(key);
    m_document->apply(m_watch.event(NodeScanned{report}));
    const QModelIndex sshd = find(model, Qt::DisplayRole, QStringLiteral("/etc/ssh/sshd_config"));
    QCOMPARE(sshd.row(), 0);
    // Not by hue alone: a shape, a word, and both for who listens.
    QCOMPARE(sshd.data(DetailRole).toString(), QStringLiteral("changed, ▲ high"));
    QCOMPARE(sshd.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("/etc/ssh/sshd_config, changed, severity high"));
}

void TestModels::whatRulesHideIsBelowThem()
{
    DriftModel model(m_document.get());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    watch(sample::fleet());
    model.setNode(QStringLiteral("web-2"));
    DriftReport report = sample::driftReport(QStringLiteral("web-2"));
    IgnoreRule rule{DriftSection::Files, QStringLiteral("/etc/**")};
    rule.reason = QStringLiteral("ours");
    IgnoreRule over = rule;
    over.until = QDate(2026, 1, 31);
    report.hidden = {{report.differences.takeAt(1), rule}};
    report.expired = {{over, 0}};
    m_document->apply(m_watch.event(NodeScanned{report}));
    const QModelIndex title = find(model, KindRole, int(DriftRow::RulesTitle));
    QVERIFY2(title.data().toString().contains(QStringLiteral("of the blueprint")), qPrintable(title.data().toString()));
    const QModelIndex ruled = model.index(0, 0, title);
    QCOMPARE(ruled.data(KindRole).toInt(), int(DriftRow::Rule));
    QCOMPARE(ruled.data().toString(), QStringLiteral("Files /etc/**"));
    QCOMPARE(ruled.data(DetailRole).toString(), QStringLiteral("1 · ours"));
    QCOMPARE(model.index(0, 0, ruled).data().toString(), QStringLiteral("/etc/shop/shop.conf"));
    QVERIFY(find(model, KindRole, int(DriftRow::ExpiredRule)).data().toString().contains(QStringLiteral("2026-01-31")));
    const NodeState* node = m_document->fleet().findNode(QStringLiteral("web-2"));
    QCOMPARE(node->driftCount, std::optional<int>(3)); // the badge counts what is shown
    QCOMPARE(node->driftHidden, 1);
}

void TestModels::driftAsTextHasBothValues()
{
    const QString text = driftText(sample::driftReport(QStringLiteral("web-2")));
    QVERIFY(text.startsWith(QStringLiteral("web-2 against shop 1.0.0")));
    QVERIFY(text.contains(QStringLiteral("0644 → 0600")));
    QVERIFY(text.contains(QStringLiteral("/root")));
}

void TestModels::activitiesAreNewestFirst()
{
    ActivityModel model(m_document.get());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Script build(QStringLiteral("b"));
    m_document->apply(build.started("build", QStringLiteral("shop@1.1.0")));
    m_document->apply(build.event(Progress{Phase::PackingLayer, {QStringLiteral("shop@1.1.0")}, 1, 4}));
    scan(QStringLiteral("web-2"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data(IdRole).toString(), QStringLiteral("scan-web-2"));
    QCOMPARE(model.index(1, 0).data(FractionRole).toDouble(), 0.25);
    m_document->noteCancelAsked(QStringLiteral("b"));
    QCOMPARE(ActivityState(model.index(1, 0).data(StateRole).toInt()), ActivityState::Cancelling);
}

void TestModels::aScanEndsInNumbers()
{
    const Script script(QStringLiteral("s"));
    const auto text = [this] { return activityText(*m_document->operation(QStringLiteral("s"))); };
    m_document->apply(script.started("scan"));
    DriftReport clean = sample::driftReport(QStringLiteral("web-1"));
    clean.differences.clear();
    clean.unseen.clear();
    m_document->apply(script.event(NodeScanned{clean}));
    m_document->apply(script.event(NodeScanned{sample::driftReport(QStringLiteral("web-2"))}));
    m_document->apply(script.event(NodeUnseen{QStringLiteral("web-3"), Error{ErrorCode::SshSilent, {}, {}}}));
    m_document->apply(script.finished(OutcomeKind::Incomplete, Safety::Unchanged));
    QVERIFY2(text().contains(QStringLiteral("2 node")), qPrintable(text()));
    QVERIFY2(text().contains(QStringLiteral("1 drifted, 4 difference")), qPrintable(text()));
    QVERIFY2(text().contains(QStringLiteral("2 not seen in full")), qPrintable(text()));
    const ScanTally expected{2, 1, 4, 2};
    QCOMPARE(*m_document->operation(QStringLiteral("s"))->tally, expected);
}

void TestModels::aProofEndsInNumbers()
{
    const Script script(QStringLiteral("p"));
    const auto text = [this] { return activityText(*m_document->operation(QStringLiteral("p"))); };
    m_document->apply(script.started("build", QStringLiteral("shop@1.1.0")));
    m_document->apply(script.event(ImageProved{sample::images(true).first(), {}}));
    m_document->apply(script.event(ImageProved{sample::images(true).last(), {ImageDifference()}}));
    m_document->apply(script.finished(OutcomeKind::Differences, Safety::StoreAsBefore));
    QVERIFY2(text().startsWith(QStringLiteral("1 of 2 image")), qPrintable(text()));
    QVERIFY2(text().contains(QStringLiteral("otherwise the second time")), qPrintable(text()));
}

void TestModels::careOfTheStoreEndsInItsResult()
{
    const auto text = [this](const char* id) { return activityText(*m_document->operation(QString::fromLatin1(id))); };
    const Script check(QStringLiteral("v"));
    m_document->apply(check.started("verify-images"));
    m_document->apply(check.event(StoreVerified{{6, 21, 812, {}}}));
    m_document->apply(check.finished(OutcomeKind::Done, Safety::Unchanged));
    QVERIFY2(text("v").startsWith(QStringLiteral("The image store is whole.")), qPrintable(text("v")));
    const Script removal(QStringLiteral("r"));
    m_document->apply(removal.started("prune-images", QStringLiteral("2")));
    m_document->apply(removal.event(ImagesPruned{{{ImageRecord()}, {}, 7, 812, true}}));
    m_document->apply(removal.finished(OutcomeKind::Incomplete, Safety::AsWanted));
    QVERIFY2(text("r").startsWith(QStringLiteral("1 build")), qPrintable(text("r")));
}

void TestModels::aDeploymentEndsInItsOwnWords_data()
{
    QTest::addColumn<QString>("reason"); // of the way back; empty: none
    QTest::addColumn<OutcomeKind>("outcome");
    QTest::addColumn<Safety>("safety");
    QTest::addColumn<QString>("text");
    const QString blue = sentence(Safety::BlueServes);
    QTest::newRow("done") << QString() << OutcomeKind::Done << Safety::AsWanted << sentence(Safety::GreenServesAlone);
    QTest::newRow("rolled back") << QStringLiteral("asked") << OutcomeKind::Cancelled << Safety::BlueServes
                                 << QString(QStringLiteral("Rolled back. ") + blue);
    QTest::newRow("cancelled") << QStringLiteral("cancelled") << OutcomeKind::Cancelled << Safety::BlueServes
                               << QString(QStringLiteral("Cancelled. ") + blue);
}

void TestModels::aDeploymentEndsInItsOwnWords()
{
    QFETCH(QString, reason);
    QFETCH(OutcomeKind, outcome);
    QFETCH(Safety, safety);
    const Script swap(QStringLiteral("d"));
    m_document->apply(swap.started("swap", QStringLiteral("web → shop@1.1.0")));
    m_document->apply(swap.event(PlanMade{sample::swapPlan(QStringLiteral("d"))}));
    if (!reason.isEmpty())
        m_document->apply(swap.event(RollingBack{5, reason}));
    m_document->apply(swap.finished(outcome, safety));
    QTEST(activityText(*m_document->operation(QStringLiteral("d"))), "text");
}

void TestModels::aReasonWithoutFullStopGetsOne()
{
    QCOMPARE(sentences({QStringLiteral("web-5 did not become healthy: 503"), QStringLiteral("Blue serves.")}),
             QStringLiteral("web-5 did not become healthy: 503. Blue serves."));
    QCOMPARE(sentences({QString(), QStringLiteral("Done")}), QStringLiteral("Done."));
}

void TestModels::stepsTellWhyTheyWait()
{
    StepModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Script swap(QStringLiteral("d"));
    m_document->apply(swap.started("swap"));
    m_document->apply(swap.event(PlanMade{sample::swapPlan(QStringLiteral("d"))}));
    m_document->apply(swap.event(StepBegun{4, StepKind::DrainBlue}));
    m_document->apply(swap.event(Progress{Phase::Draining, {QStringLiteral("4"), QStringLiteral("web-1")}, 0, 0}));
    model.showDeployment(*m_document->deployment());
    QCOMPARE(StepState(model.index(4, 0).data(StateRole).toInt()), StepState::Running);
    QVERIFY(model.index(4, 0).data(DetailRole).toString().contains(QStringLiteral("web-1")));
    QCOMPARE(StepState(model.index(5, 0).data(StateRole).toInt()), StepState::NotBegun);
}

void TestModels::aPausedDeploymentShowsInTheTree()
{
    FleetTreeModel model(m_document.get());
    watch(sample::fleet());
    const Script swap(QStringLiteral("d"));
    const auto is = [&](int role) { return model.indexOfPart(QStringLiteral("web")).data(role).toBool(); };
    m_document->apply(swap.started("swap"));
    m_document->apply(swap.event(PlanMade{sample::swapPlan(QStringLiteral("d"))}));
    m_document->apply(swap.event(StepBegun{4, StepKind::DrainBlue}));
    QVERIFY(is(BusyRole));
    QVERIFY(!is(PausedRole));
    m_document->apply(swap.event(Controlled{Command::Pause, QStringLiteral("mina@laptop"), 0, {}}));
    QVERIFY(is(BusyRole));
    QVERIFY(is(PausedRole));
    m_document->apply(swap.finished(OutcomeKind::Cancelled, Safety::BlueServes));
    QVERIFY(!is(BusyRole));
    QVERIFY(!is(PausedRole));
}

void TestModels::imagesSayWhatExists()
{
    ImagesModel model(m_document.get());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Script images(QStringLiteral("i"));
    m_document->apply(images.started("images"));
    m_document->apply(images.event(ImagesListed{sample::images(false)}));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("shop 1.1.0"));
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("not built"));
}

void TestModels::anyOrderOfEventsKeepsTheModelsSound()
{
    FleetTreeModel tree(m_document.get());
    DriftModel drift(m_document.get());
    ActivityModel activity(m_document.get());
    ImagesModel images(m_document.get());
    const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    QAbstractItemModelTester treeTester(&tree, mode);
    QAbstractItemModelTester driftTester(&drift, mode);
    QAbstractItemModelTester activityTester(&activity, mode);
    QAbstractItemModelTester imagesTester(&images, mode);
    QSignalSpy reset(&tree, &QAbstractItemModel::modelReset);
    drift.setNode(QStringLiteral("web-2"));
    QRandomGenerator random(7);
    const QStringList names{"web-1", "web-2", "web-3", "web-4", "web-5", "web-6"};
    for (int i = 0; i < 400; ++i) {
        const Script swap(QStringLiteral("d%1").arg(i / 40));
        const QString name = names.at(random.bounded(int(names.size())));
        switch (random.bounded(9)) {
        case 0:
            watch(sample::fleet(names.mid(random.bounded(4), random.bounded(7))));
            break;
        case 1:
            m_document->apply(swap.started("swap", QStringLiteral("web")));
            break;
        case 2:
            m_document->apply(swap.event(PlanMade{sample::swapPlan(QStringLiteral("d%1").arg(i / 40))}));
            break;
        case 3:
            m_document->apply(swap.event(StepBegun{random.bounded(8), StepKind::Check}));
            break;
        case 4:
            m_document->apply(swap.finished(OutcomeKind::Failed, Safety::BlueServesGreenKept));
            break;
        case 5:
            m_document->apply(m_watch.event(NodeScanned{sample::driftReport(name)}));
            break;
        case 6:
            m_document->apply(m_watch.event(NodeUnseen{name, Error{}}));
            break;
        case 7:
            m_document->apply(m_watch.event(ImagesListed{sample::images(random.bounded(2))}));
            break;
        default:
            m_document->apply(swap.event(Progress{Phase::CreatingNode, {name}, random.bounded(5), 5}));
        }
    }
    QCOMPARE(reset.size(), 0);
    QVERIFY(activity.rowCount() > 0);
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
