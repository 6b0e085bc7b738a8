// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/open_questions.h"

#include <QPointer>
#include <QSet>

class QWidget;

namespace snowmelt {

class QuestionDialog;
class Session;

/// Puts the session's open questions before a person, one dialog at a time in the order they were asked; host keys
/// together in one.
class QuestionDesk final : public QObject
{
    Q_OBJECT
public:
    QuestionDesk(Session* session, QWidget* window);

private:
    QList<OpenQuestion> unanswered();
    void follow();
    void open(const OpenQuestion& first);
    QuestionDialog* dialogFor(const OpenQuestion& asked);
    void answer(const OperationId& operation, const AccessAnswer& answer);

    Session* m_session;
    QWidget* m_window;
    QPointer<QuestionDialog> m_dialog;
    QSet<QString> m_answered; ///< and not told to be closed yet
};

} // namespace snowmelt
