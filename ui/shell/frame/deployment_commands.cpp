// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/deployment_commands.h"

#include "models/items/way_back.h"
#include "models/wording/wording.h"
#include "ui/shell/dialogs/confirm_dialog.h"
#include "ui/shell/frame/session.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class DeploymentQuestions
{
    Q_DECLARE_TR_FUNCTIONS(DeploymentQuestions)

public:
    static Question rollBack(const DeploymentState& deployment);
    static Question abort(const DeploymentState& deployment);
};

Question DeploymentQuestions::rollBack(const DeploymentState& deployment)
{
    Question question;
    question.name = QStringLiteral("rollbackDialog");
    question.title = tr("Roll back %1").arg(deployment.plan.group);
    question.action = tr("&Roll back");
    if (!hasBegun(deployment, StepKind::MoveTraffic)) {
        question.text = tr("The old nodes (blue) serve everything and go on doing so.");
        question.steps = {tr("Green is removed")};
        return question;
    }
    question.text = tr("The old nodes (blue) take all traffic again. No request is lost.");
    question.steps = {tr("Blue takes new traffic at once"), tr("Green finishes what it has"), tr("Green is removed")};
    return question;
}

Question DeploymentQuestions::abort(const DeploymentState& deployment)
{
    const bool moved = hasBegun(deployment, StepKind::MoveTraffic);
    Question question;
    question.name = QStringLiteral("abortDialog");
    question.title = tr("Abort the deployment of %1").arg(deployment.plan.group);
    question.text = tr("It stops where it stands. Nothing is undone, nothing is removed.");
    question.steps = {tr("The act at hand is finished"),
                      moved ? tr("Green keeps the traffic it has; blue stays as it is")
                            : tr("Blue goes on serving; green stays as it is"),
                      tr("The deployment stays open until you continue it, roll it back, or adopt what runs")};
    question.warning = tr("Both sides run, and cost, until then.");
    question.action = tr("&Abort");
    return question;
}

} // namespace

Question rollBackQuestion(const DeploymentState& deployment)
{
    return DeploymentQuestions::rollBack(deployment);
}

Question abortQuestion(const DeploymentState& deployment)
{
    return DeploymentQuestions::abort(deployment);
}

DeploymentCommands::DeploymentCommands(Session* session, QWidget* window)
    : QObject(window), m_session(session), m_window(window)
{
}

void DeploymentCommands::tellShown(Command command, int seconds)
{
    if (const DeploymentState* deployment = m_session->document()->deployment())
        tell(deployment->plan.group, command, seconds);
}

void DeploymentCommands::tell(const QString& group, Command command, int seconds)
{
    const DeploymentState* deployment = m_session->document()->deploymentOf(group);
    if (!deployment)
        return;
    if (command == Command::RollBack)
        ask(rollBackQuestion(*deployment), group, command);
    else if (command == Command::Abort)
        ask(abortQuestion(*deployment), group, command);
    else
        start(group, command, seconds);
}

void DeploymentCommands::ask(const Question& question, const QString& group, Command command)
{
    auto* dialog = new ConfirmDialog(question, m_window);
    connect(dialog, &QDialog::accepted, this, [this, group, command] { start(group, command, 0); });
    dialog->open();
}

void DeploymentCommands::start(const QString& group, Command command, int seconds)
{
    m_session->start(ControlIntent{group, command, seconds});
}

} // namespace snowmelt
