// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/question_dialog.h"

class QLineEdit;
class QWidget;

namespace snowmelt {

/// Asks for whatever a host wants typed, in the host's own words.
class ChallengeDialog final : public QuestionDialog
{
    Q_OBJECT
public:
    ChallengeDialog(const OpenQuestion& asked, QWidget* parent);
    void follow(const QList<OpenQuestion>& open) override;

private:
    void addWords(QWidget* inside);
    void addPrompts(QWidget* inside);
    void place(QWidget* inside);
    void reply();
    void declineAll() override;

    OpenQuestion m_asked;
    QList<QLineEdit*> m_fields;
};

} // namespace snowmelt
