// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/question_dialog.h"

class QCheckBox;
class QLineEdit;

namespace snowmelt {

/// Asks for a passphrase or a password.
class SecretDialog final : public QuestionDialog
{
    Q_OBJECT
public:
    SecretDialog(const OpenQuestion& asked, QWidget* parent);
    void follow(const QList<OpenQuestion>& open) override;

private:
    void addField();
    void addKeep();
    void reply();
    void declineAll() override;

    OpenQuestion m_asked;
    QLineEdit* m_secret = nullptr;
    QCheckBox* m_keep = nullptr; ///< null: nothing could keep it
};

} // namespace snowmelt
