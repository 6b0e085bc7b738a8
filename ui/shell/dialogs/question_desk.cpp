// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/question_desk.h"

#include "ui/shell/dialogs/challenge_dialog.h"
#include "ui/shell/dialogs/host_key_dialog.h"
#include "ui/shell/dialogs/secret_dialog.h"
#include "ui/shell/frame/session.h"

namespace snowmelt {

QuestionDesk::QuestionDesk(Session* session, QWidget* window) : QObject(window), m_session(session), m_window(window)
{
    connect(session->document(), &FleetDocument::questionsChanged, this, &QuestionDesk::follow);
    connect(session->document(), &FleetDocument::opened, this, &QuestionDesk::follow);
}

QList<OpenQuestion> QuestionDesk::unanswered()
{
    QList<OpenQuestion> open = m_session->document()->questions();
    QSet<QString> ids;
    for (const OpenQuestion& one : std::as_const(open))
        ids.insert(one.question.id);
    m_answered.intersect(ids);
    open.removeIf([this](const OpenQuestion& one) { return m_answered.contains(one.question.id); });
    return open;
}

void QuestionDesk::follow()
{
    const QList<OpenQuestion> waiting = unanswered();
    if (m_dialog)
        m_dialog->follow(waiting);
    if (!m_dialog && !waiting.isEmpty())
        open(waiting.first());
}

void QuestionDesk::open(const OpenQuestion& first)
{
    m_dialog = dialogFor(first);
    connect(m_dialog, &QuestionDialog::answered, this, &QuestionDesk::answer);
    // The next one comes when this one is gone, not while it closes.
    connect(m_dialog, &QDialog::finished, this, [this] { m_dialog.clear(); });
    connect(m_dialog, &QDialog::finished, this, &QuestionDesk::follow, Qt::QueuedConnection);
    m_dialog->follow(unanswered());
    m_dialog->show();
}

QuestionDialog* QuestionDesk::dialogFor(const OpenQuestion& asked)
{
    switch (asked.question.kind) {
    case AccessKind::HostKey:
        return new HostKeyDialog(m_window);
    case AccessKind::Passphrase:
    case AccessKind::Password:
    case AccessKind::Variable:
        return new SecretDialog(asked, m_window);
    case AccessKind::Challenge:
        break;
    }
    return new ChallengeDialog(asked, m_window);
}

void QuestionDesk::answer(const OperationId& operation, const AccessAnswer& answer)
{
    m_answered.insert(answer.question);
    m_session->answer(operation, answer);
    if (m_dialog)
        m_dialog->follow(unanswered());
}

} // namespace snowmelt
