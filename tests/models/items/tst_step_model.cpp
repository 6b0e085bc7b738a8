// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/step_model.h"

#include "models/document/fleet_document.h"
#include "models/domain/error.h"
#include "models/wording/wording.h"
#include "tests/models/document/sample_events.h"

#include <QTest>

using namespace snowmelt;
using sample::Script;

class TestStepModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStepCutShortHasBegun_data();
    void aStepCutShortHasBegun();
    void aFailedStepIsNotCutShort();
    void aPausedStepStandsStill();
    void whileReadingsStandStepsDoneShareARow();
};

namespace {

constexpr int bake = 5;

DeploymentState baking()
{
    DeploymentState deployment;
    deployment.plan = sample::swapPlan(QStringLiteral("d"));
    deployment.current = bake;
    return deployment;
}

StepState stateOf(const StepModel& model, int step)
{
    return StepState(model.index(step, 0).data(StateRole).toInt());
}

} // namespace

void TestStepModel::aStepCutShortHasBegun_data()
{
    QTest::addColumn<bool>("ended");
    QTest::newRow("on the way back") << false;
    QTest::newRow("afterwards") << true;
}

void TestStepModel::aStepCutShortHasBegun()
{
    QFETCH(bool, ended);
    DeploymentState deployment = baking();
    StepModel model;
    model.showDeployment(deployment);
    QCOMPARE(stateOf(model, bake), StepState::Running);
    deployment.rollingBack = RollingBack{bake, QStringLiteral("asked")};
    if (ended)
        deployment.finished = Finished{};
    model.showDeployment(deployment);
    QCOMPARE(stateOf(model, bake), StepState::CutShort);
    QCOMPARE(model.index(bake, 1).data().toString(), QStringLiteral("cut short"));
    QCOMPARE(stateOf(model, bake + 1), StepState::NotBegun);
}

void TestStepModel::aFailedStepIsNotCutShort()
{
    DeploymentState deployment = baking();
    deployment.failed = StepFailed{bake, StepKind::Bake, Error{ErrorCode::NeverHealthy, {}, {}}};
    deployment.rollingBack = RollingBack{bake, QStringLiteral("failed")};
    StepModel model;
    model.showDeployment(deployment);
    QCOMPARE(stateOf(model, bake), StepState::Failed);
}

void TestStepModel::aPausedStepStandsStill()
{
    DeploymentState deployment = baking();
    deployment.pausedAt = sample::at(20);
    StepModel model;
    model.showDeployment(deployment);
    QCOMPARE(stateOf(model, bake), StepState::Paused);
    QCOMPARE(model.index(bake, 1).data().toString(), QString());
    deployment.rollingBack = RollingBack{bake, QStringLiteral("asked")};
    model.showDeployment(deployment);
    QCOMPARE(stateOf(model, bake), StepState::CutShort);
}

void TestStepModel::whileReadingsStandStepsDoneShareARow()
{
    DeploymentState deployment = baking();
    const int all = int(deployment.plan.steps.size());
    for (int i = 0; i < bake; ++i)
        deployment.done.insert(i, StepDone{i, deployment.plan.steps.at(i).kind, 2000, {}});
    StepModel model;
    model.showDeployment(deployment);
    QCOMPARE(model.rowCount(), all);
    deployment.gates = GatesSeen{};
    model.showDeployment(deployment);
    QCOMPARE(model.rowCount(), all - bake + 1);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("5 steps done"));
    QCOMPARE(model.index(0, 1).data().toString(), durationText(5 * 2000));
    QCOMPARE(stateOf(model, 0), StepState::Done);
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().startsWith(stepName(StepKind::Check)));
    QCOMPARE(stateOf(model, 1), StepState::Running);
    deployment.finished = Finished{};
    model.showDeployment(deployment);
    QCOMPARE(model.rowCount(), all);
}

QTEST_MAIN(TestStepModel)
#include "tst_step_model.moc"
