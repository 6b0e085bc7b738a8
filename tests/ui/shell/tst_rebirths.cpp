// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "tests/models/items/group_drift_sample.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/shop_stage.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/rebirths/whom_to_rebirth.h"
#include "ui/shell/rehearsal/rehearsal_words.h"

#include <QSpinBox>

using namespace snowmelt;

namespace {

Plan batch(const QString& id, const QStringList& before, const QStringList& then)
{
    Plan plan = sample::swapPlan(id);
    plan.strategy = Strategy::Rebirth;
    plan.to = plan.from;
    plan.blue = plan.blue.mid(0, 1);
    plan.green = plan.green.mid(0, 1);
    plan.rebornBefore = before;
    plan.toFollow = then;
    return plan;
}

} // namespace

/// The rebirth of several nodes, from choosing them to the end.
class TestRebirths : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(installTranslator(QLocale(QLocale::English)));
    }
    void init()
    {
        m_stage = std::make_unique<ShopStage>();
        m_stage->openUp();
    }
    void cleanup() { m_stage.reset(); }

    void whoIsMeant();
    void whoDiffersInAComparison();
    void aWholeGroupInBatches();
    void thoseThatDifferFromTheInspector();
    void whatIsNotPossibleSaysWhy();
    void progressAndEndOfEachNode();

private:
    FleetDocument* document() const { return m_stage->window->findChild<FleetDocument*>(); }
    void differ(const QStringList& nodes)
    {
        for (const QString& node : nodes) {
            DriftReport report = sample::driftReport(node);
            report.scannedAt = QDateTime::currentDateTimeUtc();
            m_stage->operations.say(m_stage->operations.lastOf<WatchIntent>(), NodeScanned{report});
        }
    }

    std::unique_ptr<ShopStage> m_stage;
};

void TestRebirths::whoIsMeant()
{
    FleetState fleet = sample::fleet();
    const QStringList web{u"web-1"_qs, u"web-2"_qs, u"web-3"_qs};
    QCOMPARE(chosenForRebirth(fleet, {u"web"_qs}), web);
    QCOMPARE(chosenForRebirth(fleet, {u"web-3"_qs, u"web-1"_qs}), (QStringList{u"web-3"_qs, u"web-1"_qs}));
    QCOMPARE(chosenForRebirth(fleet, {u"web-3"_qs, u"edge"_qs}), QStringList());
    QCOMPARE(chosenForRebirth(fleet, {u"web-3"_qs}), QStringList());
    QCOMPARE(chosenForRebirth(fleet, {QString()}), QStringList());
    for (NodeState& node : fleet.groups[0].nodes)
        node.driftCount = node.name == u"web-2" ? 0 : 3;
    QCOMPARE(driftedOf(fleet, u"web"_qs), (QStringList{u"web-1"_qs, u"web-3"_qs}));
    QCOMPARE(driftedOf(fleet, QString()), (QStringList{u"web-1"_qs, u"web-3"_qs}));
    QCOMPARE(driftedOf(fleet, u"api"_qs), QStringList());
}

void TestRebirths::whoDiffersInAComparison()
{
    GroupDrift drift;
    for (int i = 1; i <= 4; ++i) {
        ComparedNode node;
        node.name = u"web-"_qs + QString::number(i);
        drift.nodes.append(node);
    }
    GroupDifference row;
    row.differs.resize(2);
    row.differs[0].node = 3;
    row.differs[1].node = 1;
    drift.differences = {row, row};
    QCOMPARE(differingOf(drift), (QStringList{u"web-2"_qs, u"web-4"_qs}));
}

void TestRebirths::aWholeGroupInBatches()
{
    m_stage->operations.plan = batch(u"p"_qs, {}, {u"web-2"_qs, u"web-3"_qs});
    document()->setSelection(u"web"_qs);
    QCOMPARE(m_stage->action("actionRebirthChosen")->text().remove(u'&'), u"Rebirth all of web…"_qs);
    m_stage->chooseInMenu("actionRebirthChosen");
    QTRY_VERIFY(m_stage->find("rebirthDialog"));
    QCOMPARE(m_stage->text("rebirthOrder"), u"In this order: web-1, web-2, web-3"_qs);
    QVERIFY(m_stage->text("rebirthLost").contains(u"ends with them"_qs));
    auto* atOnce = m_stage->find<QSpinBox>("rebirthAtOnce");
    auto* least = m_stage->find<QSpinBox>("rebirthLeast");
    QCOMPARE(atOnce->value(), 1);
    QCOMPARE(atOnce->maximum(), 3);
    QCOMPARE(least->maximum(), 2);
    QTest::keyClick(atOnce, Qt::Key_Up);
    QTest::keyClick(least, Qt::Key_Up);
    QTRY_COMPARE(m_stage->operations.intent<PlanIntent>(m_stage->operations.lastOf<PlanIntent>()).round.leastServing,
                 1);
    m_stage->acceptWarnings();
    Camera(QStringLiteral("light")).shoot(m_stage->find("rebirthDialog"), "rebirth-of-three");
    m_stage->click("startRebirth");
    QTRY_VERIFY(!m_stage->operations.lastOf<RebirthIntent>().isEmpty());
    const auto intent = m_stage->operations.intent<RebirthIntent>(m_stage->operations.lastOf<RebirthIntent>());
    QCOMPARE(intent.node, u"web-1"_qs);
    const RebirthRound wanted{{u"web-2"_qs, u"web-3"_qs}, 2, 1};
    QVERIFY(intent.round == wanted);
}

void TestRebirths::thoseThatDifferFromTheInspector()
{
    m_stage->operations.plan = batch(u"p"_qs, {}, {u"web-3"_qs});
    differ({u"web-3"_qs, u"web-1"_qs});
    document()->setSelection(u"web"_qs);
    QTRY_VERIFY(m_stage->find<QAbstractButton>("factsSecondButton"));
    QCOMPARE(m_stage->find<QAbstractButton>("factsSecondButton")->text(), u"Rebirth the 2 that differ…"_qs);
    QCOMPARE(m_stage->action("actionRebirthDrifted")->text().remove(u'&'), u"Rebirth the 2 that differ…"_qs);
    m_stage->click("factsSecondButton");
    QTRY_VERIFY(m_stage->find("rebirthDialog"));
    QCOMPARE(m_stage->text("rebirthOrder"), u"In this order: web-1, web-3"_qs);
}

void TestRebirths::whatIsNotPossibleSaysWhy()
{
    document()->setSelection(u"edge"_qs);
    QVERIFY(!m_stage->action("actionRebirthChosen")->isEnabled());
    QCOMPARE(m_stage->action("actionRebirthChosen")->toolTip(), u"Select a group, or nodes of one, first."_qs);
    QVERIFY(!m_stage->action("actionRebirthDrifted")->isEnabled());
    QCOMPARE(m_stage->action("actionRebirthDrifted")->toolTip(), u"No node of one group is known to differ."_qs);
}

void TestRebirths::progressAndEndOfEachNode()
{
    m_stage->operations.plan = batch(u"p"_qs, {}, {u"web-2"_qs, u"web-3"_qs});
    document()->setSelection(u"web"_qs);
    m_stage->chooseInMenu("actionRebirthChosen");
    m_stage->acceptWarnings();
    m_stage->click("startRebirth");
    const OperationId id = m_stage->operations.lastOf<RebirthIntent>();
    m_stage->operations.say(id, PlanMade{batch(id, {u"web-1"_qs}, {u"web-3"_qs})});
    const OperationState* running = document()->operation(id);
    QCOMPARE(running->subject, u"web-1, web-2, web-3"_qs);
    QVERIFY(RehearsalWords::batches(*running->plan) == 2);
    QCOMPARE(running->plan->toFollow, QStringList{u"web-3"_qs});
    Camera(QStringLiteral("light")).shoot(m_stage->window.get(), "rebirth-under-way");
    m_stage->operations.finish(id, OutcomeKind::Failed, Safety::BlueServes,
                               Error{ErrorCode::NeverHealthy, {u"web-5"_qs, u"60"_qs}, u"503"_qs});
    const QString said = roundEndText(*document()->operation(id)->plan, Safety::BlueServes);
    QVERIFY2(said.startsWith(u"Reborn: web-1. Stopped at: "_qs) && said.endsWith(u"Not begun: web-3."_qs),
             qPrintable(said));
    Camera(QStringLiteral("light")).shoot(m_stage->window.get(), "rebirth-stopped");
}

QTEST_MAIN(TestRebirths)
#include "tst_rebirths.moc"
