// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/step_model.h"

#include "models/document/fleet_document.h"
#include "models/domain/error.h"
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

QTEST_MAIN(TestStepModel)
#include "tst_step_model.moc"
