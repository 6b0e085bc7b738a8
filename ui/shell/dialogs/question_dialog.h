// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/open_questions.h"
#include "ui/shell/dialogs/dialog_frame.h"

namespace snowmelt {

/// Asks a person what a host is not reached without. It stands beside the work and holds up nothing else; closing it is
/// a no, and it goes by itself when nobody needs the answer any more. What is typed goes into answered() and nowhere
/// else.
class QuestionDialog : public DialogFrame
{
    Q_OBJECT
public:
    QuestionDialog(const QString& title, const QString& action, QWidget* parent);

    /// What is open now, answered or not, of any kind.
    virtual void follow(const QList<OpenQuestion>& open) = 0;

Q_SIGNALS:
    void answered(const snowmelt::OperationId& operation, const snowmelt::AccessAnswer& answer);

protected:
    /// Closes without a word.
    void leave();
    void say(const OpenQuestion& to, bool agreed, const QList<Secret>& replies = {}, bool keep = false);
    QLabel* addAgain(const AccessQuestion& question);
    virtual void declineAll() = 0;
    void done(int result) override;

private:
    bool m_over = false;
};

/// What a host or a file is called, for a label: plain, no longer than `limit`, and broken anywhere when it must be.
QString hostWords(const QString& text, int limit = 300);

} // namespace snowmelt
