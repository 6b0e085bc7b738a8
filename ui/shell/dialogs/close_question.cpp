// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/close_question.h"

#include "models/items/activity_model.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/session.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

const DeploymentState* deploymentIn(const FleetDocument& document, const OperationId& id)
{
    const QList<DeploymentState>& all = document.deployments();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&](const DeploymentState& one) { return one.operation == id; });
    return found == all.cend() || !found->running() ? nullptr : &*found;
}

/// Past the point of no return there is nothing to go back to, and what goes back already does: it comes to its end.
bool wouldTurn(const FleetDocument& document, const OperationState& operation)
{
    const DeploymentState* deployment = deploymentIn(document, operation.id);
    return !deployment || deployment->canRollBack();
}

QString closingLine(const FleetDocument& document, const OperationState& operation)
{
    const DeploymentState* deployment = deploymentIn(document, operation.id);
    const QString what = deployment && deployment->paused() ? CloseQuestion::tr("paused") : activityText(operation);
    return operationTitle(operation.verb, operation.subject) + u": " + what;
}

QString linesOf(const Session& session)
{
    QStringList lines;
    const QList<const OperationState*> running = session.underWay();
    for (const OperationState* operation : running)
        lines << closingLine(*session.document(), *operation);
    return lines.join(u'\n');
}

} // namespace

Leaving leavingNow(const Session& session)
{
    Leaving leaving;
    QStringList paused;
    const QList<const OperationState*> running = session.underWay();
    for (const OperationState* operation : running) {
        const DeploymentState* deployment = deploymentIn(*session.document(), operation->id);
        const bool turns = wouldTurn(*session.document(), *operation);
        leaving.deployments += deployment != nullptr;
        leaving.stoppable += turns;
        leaving.turnable += deployment && turns;
        if (deployment && deployment->paused())
            paused << deployment->plan.group;
    }
    leaving.paused = paused.join(QStringLiteral(", "));
    return leaving;
}

CloseQuestion::CloseQuestion(Session* session, Offer offer, QWidget* parent)
    : DialogFrame(tr("Something is still under way"), {}, parent), m_session(session)
{
    setObjectName(QStringLiteral("closeQuestion"));
    setMinimumWidth(640); // three ways on, and what they do
    closer()->setObjectName(QStringLiteral("stay"));
    closer()->setText(tr("&Stay"));
    primary()->setObjectName(QStringLiteral("cancelAndClose"));
    m_text = addParagraph({});
    m_text->setObjectName(QStringLiteral("closeOperations"));
    if (offer == Offer::Keep)
        makeKeep();
    body()->addStretch(1);
    disconnect(primary(), &QPushButton::clicked, this, &QDialog::accept);
    connect(primary(), &QPushButton::clicked, this, &CloseQuestion::stopAndWait);
    connect(session, &Session::underWayChanged, this, &CloseQuestion::follow);
    connect(session->document(), &FleetDocument::operationChanged, this, &CloseQuestion::describe);
    connect(session->document(), &FleetDocument::deploymentChanged, this, &CloseQuestion::describe);
    describe();
}

void CloseQuestion::makeKeep()
{
    m_keepText = addParagraph({});
    m_keepText->setObjectName(QStringLiteral("keepText"));
    QPushButton* keep = addButton(tr("&Keep it running"));
    keep->setObjectName(QStringLiteral("keepRunning"));
    connect(keep, &QPushButton::clicked, this, [this] {
        Q_EMIT keepAsked();
        accept();
    });
}

void CloseQuestion::describe()
{
    m_text->setText(linesOf(*m_session));
    const Leaving leaving = leavingNow(*m_session);
    if (m_keepText) {
        const QString keep =
            tr("Kept running, it goes on without the window, tells when you are needed, and the window "
               "comes back when it did not end well. A terminal can tell it the same as the window.");
        m_keepText->setText(
            leaving.paused.isEmpty()
                ? keep
                : QString(keep + u' ' +
                          tr("%1 is paused and stays so until someone says continue.").arg(leaving.paused)));
    }
    if (m_waiting)
        return;
    primary()->setText(leaving.stoppable == 0  ? tr("&Close when it has ended")
                       : leaving.turnable > 1  ? tr("&Roll all back and close")
                       : leaving.turnable == 1 ? tr("&Roll back and close")
                                               : tr("&Cancel and close"));
    const bool someGoOn = leaving.turnable < leaving.deployments && leaving.stoppable > 0;
    setRemark(someGoOn               ? tr("What cannot go back any more comes to its end first.")
              : leaving.turnable > 0 ? tr("Blue serves everything, green is removed.")
                                     : QString());
}

void CloseQuestion::stopAndWait()
{
    m_waiting = true;
    primary()->setEnabled(false);
    setRemark(tr("Closing as soon as it is cleaned up…"));
    QList<OperationId> ids;
    const QList<const OperationState*> running = m_session->underWay();
    for (const OperationState* operation : running) {
        if (wouldTurn(*m_session->document(), *operation))
            ids << operation->id;
    }
    for (const OperationId& id : ids)
        m_session->cancel(id);
    follow();
}

void CloseQuestion::follow()
{
    describe();
    if (!m_session->underWay().isEmpty())
        return;
    if (m_waiting)
        Q_EMIT readyToLeave();
    accept();
}

} // namespace snowmelt
