// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/fleet_rows.h"
#include "tests/ui/shell/shop_stage.h"

using namespace snowmelt;

/// A deployment from its plan to its end, as the window shows it.
class TestDeploying : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aBlockedPlanCannotStart();
    void aSwapGoesFromPlanToDone();
    void aFailedGreenSaysWhatIsSafe();
    void rollBackAsksAndSends();
    void theBannerKeepsItsHeight();
    void pastNoReturnDisablesRollBackAndSaysWhy();
    void rebirthSaysWhatIsLost();

private:
    std::unique_ptr<ShopStage> m_stage;
};

void TestDeploying::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestDeploying::init()
{
    m_stage = std::make_unique<ShopStage>();
}

void TestDeploying::cleanup()
{
    m_stage.reset();
}

void TestDeploying::aBlockedPlanCannotStart()
{
    m_stage->openUp();
    Plan plan = sample::swapPlan(QStringLiteral("p"));
    plan.checks.append({QStringLiteral("imageNotBuilt"), Verdict::Block, {QStringLiteral("shop@1.1.0")}});
    m_stage->operations.plan = plan;
    m_stage->click("actionSwapButton");
    m_stage->acceptWarnings();
    QVERIFY(!m_stage->find<QAbstractButton>("startSwap")->isEnabled());
    QVERIFY(m_stage->text("checkSentence").contains(QStringLiteral("not built"))); // the gravest stands first
    m_stage->click("dialogCancel");
    QVERIFY(m_stage->operations.lastOf<SwapIntent>().isEmpty());
}

void TestDeploying::aSwapGoesFromPlanToDone()
{
    m_stage->openUp();
    m_stage->operations.plan = sample::swapPlan(QStringLiteral("p"));
    m_stage->click("actionSwapButton");
    m_stage->acceptWarnings();
    QVERIFY(
        m_stage->find<QAbstractButton>("startSwap")->text().startsWith(QStringLiteral("&Start, accepting 1 warning")));
    m_stage->click("startSwap");
    const OperationId swap = m_stage->operations.lastOf<SwapIntent>();
    const SwapIntent asked = m_stage->operations.intent<SwapIntent>(swap);
    QCOMPARE(asked.group, QStringLiteral("web"));
    QCOMPARE(asked.to, sample::image("shop", "1.1.0"));
    QCOMPARE(asked.bakeSeconds, 60);
    QCOMPARE(asked.options.accepted, QStringList{QStringLiteral("driftLost")});
    QVERIFY(!m_stage->find("banner"));
    const Plan plan = sample::swapPlan(swap);
    m_stage->operations.say(swap, PlanMade{plan});
    QVERIFY(m_stage->find("banner"));
    QCOMPARE(m_stage->text("bannerTitle"), QStringLiteral("Swap web to shop 1.1.0"));
    QVERIFY(!m_stage->find<QAbstractButton>("actionBuildButton")->isEnabled());
    for (int step = 0; step < plan.steps.size(); ++step) {
        m_stage->operations.say(swap, StepBegun{step, plan.steps.at(step).kind});
        m_stage->operations.say(swap, StepDone{step, plan.steps.at(step).kind, 100, {}});
    }
    m_stage->operations.say(swap, TrafficCounted{1862, 0});
    QCOMPARE(m_stage->text("bannerCount"), QStringLiteral("0 failed of 1,862 requests"));
    m_stage->operations.finish(swap, OutcomeKind::Done, Safety::GreenServesAlone);
    QVERIFY(m_stage->text("bannerTitle").contains(QStringLiteral("done")));
    m_stage->click("bannerDismiss");
    QVERIFY(!m_stage->find("banner"));
    QVERIFY(m_stage->find<QAbstractButton>("actionBuildButton")->isEnabled());
}

void TestDeploying::aFailedGreenSaysWhatIsSafe()
{
    m_stage->openUp();
    const OperationId swap = m_stage->beginSwap();
    const Error error{ErrorCode::NeverHealthy, {"web-5", "60", "503"}, QStringLiteral("GET /healthz: 503")};
    m_stage->watch(sample::fleet({"web-1", "web-2", "web-3", "web-4", "web-5", "web-6"}));
    m_stage->operations.say(swap, StepBegun{2, StepKind::AwaitHealthy});
    m_stage->operations.say(swap, StepFailed{2, StepKind::AwaitHealthy, error});
    m_stage->operations.finish(swap, OutcomeKind::Failed, Safety::BlueServesGreenKept, error);
    QVERIFY(m_stage->text("bannerTitle").contains(QStringLiteral("stopped")));
    QVERIFY(m_stage->text("bannerDetail").contains(QStringLiteral("web-5")));
    QVERIFY(m_stage->text("bannerDetail").endsWith(QStringLiteral(": 503")));
    QVERIFY(!m_stage->text("bannerDetail").contains(QStringLiteral("blue"))); // stands in the inspector
    QVERIFY(m_stage->text("wayBack").contains(QStringLiteral("blue")));
    QVERIFY(m_stage->text("errorWhat").contains(QStringLiteral("GET /healthz: 503")));
    QVERIFY(!m_stage->text("errorNext").isEmpty());
    QVERIFY(m_stage->find("wayBackCard")->isAncestorOf(m_stage->find("lookAtNode"))); // does not scroll away
    m_stage->click("lookAtNode");
    QCOMPARE(m_stage->text("inspectorTitle"), QStringLiteral("web-5"));
}

void TestDeploying::rollBackAsksAndSends()
{
    m_stage->openUp();
    const OperationId swap = m_stage->beginSwap();
    m_stage->operations.say(swap, StepBegun{5, StepKind::Bake});
    m_stage->click("rollbackButton");
    QVERIFY(m_stage->operations.lastOf<ControlIntent>().isEmpty());
    m_stage->click("confirm");
    const OperationId back = m_stage->operations.lastOf<ControlIntent>();
    QVERIFY(!back.isEmpty());
    QCOMPARE(m_stage->operations.intent<ControlIntent>(back).group, QStringLiteral("web"));
    m_stage->operations.say(swap, RollingBack{5, QStringLiteral("asked")});
    QVERIFY(!m_stage->find<QAbstractButton>("rollbackButton")->isEnabled());
    QVERIFY(m_stage->text("bannerDetail").contains(QStringLiteral("blue")));
    m_stage->operations.finish(swap, OutcomeKind::Cancelled, Safety::BlueServes);
    QVERIFY(m_stage->text("bannerTitle").contains(QStringLiteral("rolled back")));
}

void TestDeploying::theBannerKeepsItsHeight()
{
    m_stage->openUp();
    const OperationId swap = m_stage->beginSwap();
    const auto height = [&] { return m_stage->find("banner")->height(); };
    QTRY_COMPARE(height(), 48);
    m_stage->window->resize(900, 700);
    m_stage->operations.say(swap, StepBegun{4, StepKind::DrainBlue});
    m_stage->operations.say(swap, TrafficCounted{1862, 0});
    m_stage->operations.finish(swap, OutcomeKind::Failed, Safety::BlueServesGreenKept,
                               Error{ErrorCode::NeverHealthy, {"web-5", "60", "503"}, QStringLiteral("503")});
    QTRY_COMPARE(height(), 48);
}

void TestDeploying::pastNoReturnDisablesRollBackAndSaysWhy()
{
    m_stage->openUp();
    const OperationId swap = m_stage->beginSwap();
    m_stage->operations.say(swap, StepBegun{6, StepKind::RetireBlue});
    auto* button = m_stage->find<QAbstractButton>("rollbackButton");
    QVERIFY(!button->isEnabled());
    QVERIFY(!button->toolTip().isEmpty());
    QVERIFY(m_stage->text("bannerDetail").contains(QStringLiteral("no return")));
    QVERIFY(!m_stage->action("actionRollback")->isEnabled());
}

void TestDeploying::rebirthSaysWhatIsLost()
{
    m_stage->openUp();
    m_stage->scanWeb2();
    WindowHand::clickRow(m_stage->tree(), WindowHand::row(m_stage->tree(), PartRole, QStringLiteral("web-2")));
    m_stage->operations.plan = sample::swapPlan(QStringLiteral("p"));
    m_stage->click("rebirthButton");
    m_stage->acceptWarnings();
    QVERIFY(m_stage->text("checkSentence").contains(QStringLiteral("4 places")));
    m_stage->click("startRebirth");
    const OperationId rebirth = m_stage->operations.lastOf<RebirthIntent>();
    QCOMPARE(m_stage->operations.intent<RebirthIntent>(rebirth).node, QStringLiteral("web-2"));
}

QTEST_MAIN(TestDeploying)
#include "tst_deploying.moc"
