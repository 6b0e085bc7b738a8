// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/close_question.h"

#include "models/items/activity_model.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/session.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

QString namesOf(const QList<const OperationState*>& operations)
{
    QStringList names;
    for (const OperationState* operation : operations)
        names << QString(operationTitle(operation->verb, operation->subject) + u": " + activityText(*operation));
    return names.join(u'\n');
}

} // namespace

CloseQuestion::CloseQuestion(Session* session, QWidget* parent)
    : DialogFrame(tr("Something is still under way"), {}, parent), m_session(session)
{
    setObjectName(QStringLiteral("closeQuestion"));
    closer()->setObjectName(QStringLiteral("stay"));
    closer()->setText(tr("&Stay"));
    primary()->setObjectName(QStringLiteral("cancelAndClose"));
    m_text = addParagraph({});
    addParagraph(tr("This version cannot keep it running without the window. It is never cut off in the middle."));
    body()->addStretch(1);
    disconnect(primary(), &QPushButton::clicked, this, &QDialog::accept);
    connect(primary(), &QPushButton::clicked, this, &CloseQuestion::stopAndWait);
    connect(session, &Session::underWayChanged, this, &CloseQuestion::follow);
    connect(session->document(), &FleetDocument::operationChanged, this, &CloseQuestion::describe);
    describe();
}

/// Past the point of no return there is nothing to go back to: it must come to its end.
bool CloseQuestion::canStop() const
{
    const DeploymentState* deployment = m_session->document()->deployment();
    return !deployment || !deployment->running() || deployment->canRollBack();
}

void CloseQuestion::describe()
{
    m_text->setText(namesOf(m_session->underWay()));
    if (m_waiting)
        return;
    const DeploymentState* deployment = m_session->document()->deployment();
    const bool deploying = deployment && deployment->running();
    primary()->setText(!canStop()  ? tr("&Close when it has ended")
                       : deploying ? tr("&Roll back and close")
                                   : tr("&Cancel and close"));
    setRemark(deploying && canStop() ? tr("Blue serves everything, green is removed.") : QString());
}

void CloseQuestion::stopAndWait()
{
    m_waiting = true;
    primary()->setEnabled(false);
    setRemark(tr("Closing as soon as it is cleaned up…"));
    if (canStop()) {
        const QList<const OperationState*> running = m_session->underWay();
        QList<OperationId> ids;
        for (const OperationState* operation : running)
            ids << operation->id;
        for (const OperationId& id : ids)
            m_session->cancel(id);
    }
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
