// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/step_model.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class StepText
{
    Q_DECLARE_TR_FUNCTIONS(StepText)

public:
    static QString notBegun() { return tr("not begun"); }
    static QString cutShort() { return tr("cut short"); }
    static QString done(int count) { return tr("%1 steps done").arg(count); }
    static QString noReturn(const QString& name) { return tr("%1 (no return)").arg(name); }
};

StepState stateOf(const DeploymentState& deployment, int step)
{
    if (deployment.failed && deployment.failed->step == step)
        return StepState::Failed;
    if (deployment.done.contains(step))
        return StepState::Done;
    if (deployment.current != step)
        return StepState::NotBegun;
    if (!deployment.running() || deployment.rollingBack)
        return StepState::CutShort;
    return deployment.paused() ? StepState::Paused : StepState::Running;
}

bool isAtHand(StepState state)
{
    return state == StepState::Running || state == StepState::Paused;
}

QString timeOf(const DeploymentState& deployment, int step, StepState state)
{
    if (state == StepState::Done)
        return durationText(deployment.done.value(step).ms);
    if (state == StepState::CutShort)
        return StepText::cutShort();
    return state == StepState::NotBegun ? StepText::notBegun() : QString();
}

QString reasonOf(const DeploymentState& deployment, StepState state)
{
    // Node by node, what a drain waits for stands above the steps.
    if (isAtHand(state) && deployment.drain)
        return {};
    if (isAtHand(state) && deployment.waiting)
        return sentence(*deployment.waiting);
    if (state != StepState::Failed)
        return {};
    const Error& error = deployment.failed->error;
    const QString what = sentence(error).what;
    return error.detail.isEmpty() ? what : QString(what + u'\n' + error.detail);
}

TreeRow rowOf(int index, const QString& title, const QString& time, StepState state, const QString& detail)
{
    TreeRow row;
    row.key = QString::number(index);
    row.texts = QStringList{title, time};
    row.roles.insert(StateRole, int(state));
    row.roles.insert(DetailRole, detail);
    return row;
}

/// How many of the first steps share a row; 0: none.
int foldedSteps(const DeploymentState& deployment)
{
    if (!deployment.running() || !(deployment.drain || deployment.gates))
        return 0;
    int count = 0;
    while (deployment.done.contains(count))
        ++count;
    return count > 1 ? count : 0;
}

TreeRow foldedRow(const DeploymentState& deployment, int count)
{
    qint64 ms = 0;
    QStringList names;
    for (int i = 0; i < count; ++i) {
        ms += deployment.done.value(i).ms;
        names << stepName(deployment.plan.steps.at(i).kind);
    }
    TreeRow row;
    row.key = QStringLiteral("done");
    row.texts = QStringList{StepText::done(count), durationText(ms)};
    row.roles.insert(StateRole, int(StepState::Done));
    row.roles.insert(Qt::ToolTipRole, names.join(QStringLiteral(", ")));
    return row;
}

} // namespace

StepModel::StepModel(QObject* parent) : KeyedTreeModel(2, parent) {}

void StepModel::showDeployment(const DeploymentState& deployment)
{
    QList<TreeRow> rows;
    const int folded = foldedSteps(deployment);
    if (folded > 0)
        rows.append(foldedRow(deployment, folded));
    for (int i = folded; i < deployment.plan.steps.size(); ++i) {
        const Step& step = deployment.plan.steps.at(i);
        const StepState state = stateOf(deployment, i);
        const QString name = stepName(step.kind);
        rows.append(rowOf(i, step.noReturn ? StepText::noReturn(name) : name, timeOf(deployment, i, state), state,
                          reasonOf(deployment, state)));
    }
    setRows(rows);
}

} // namespace snowmelt
