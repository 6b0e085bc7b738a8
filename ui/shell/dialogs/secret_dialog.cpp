// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/secret_dialog.h"

#include "models/wording/access_wording.h"
#include "ui/shell/style/look.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

SecretDialog::SecretDialog(const OpenQuestion& asked, QWidget* parent)
    : QuestionDialog(hostWords(accessTitle(asked.question), 80), tr("&Continue"), parent), m_asked(asked)
{
    setObjectName(QStringLiteral("secretDialog"));
    primary()->setObjectName(QStringLiteral("secretContinue"));
    closer()->setObjectName(QStringLiteral("secretRefuse"));
    addAgain(asked.question);
    addParagraph(hostWords(accessReason(asked.question)));
    addField();
    addKeep();
    body()->addStretch(1);
    connect(primary(), &QPushButton::clicked, this, &SecretDialog::reply);
}

void SecretDialog::addField()
{
    const QString what = hostWords(secretLabel(m_asked.question));
    QLabel* label = makeLabel(what, TextSize::Normal, QFont::DemiBold, Ink::Text, this);
    label->setObjectName(QStringLiteral("secretLabel"));
    label->setWordWrap(true);
    m_secret = new QLineEdit(this);
    m_secret->setObjectName(QStringLiteral("secretField"));
    m_secret->setAccessibleName(what);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    auto* reveal = new QCheckBox(tr("&Show what is typed"), this);
    reveal->setObjectName(QStringLiteral("secretReveal"));
    connect(reveal, &QCheckBox::toggled, this,
            [this](bool shown) { m_secret->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    auto* column = new QVBoxLayout;
    column->setSpacing(metric::unit);
    column->addWidget(label);
    column->addWidget(m_secret);
    column->addWidget(reveal, 0, Qt::AlignLeft);
    body()->addLayout(column);
    m_secret->setFocus();
    // A key file that is locked has no empty passphrase; an empty password is somebody's.
    const bool mayBeEmpty = m_asked.question.kind == AccessKind::Password;
    primary()->setEnabled(mayBeEmpty);
    connect(m_secret, &QLineEdit::textChanged, this,
            [this, mayBeEmpty](const QString& text) { primary()->setEnabled(mayBeEmpty || !text.isEmpty()); });
}

void SecretDialog::addKeep()
{
    if (!m_asked.question.keepable) {
        addParagraph(tr("It is remembered until the program ends, and written nowhere: no keyring answers here."));
        return;
    }
    m_keep = new QCheckBox(tr("&Keep it in the keyring once it has worked"), this);
    m_keep->setObjectName(QStringLiteral("secretKeep"));
    body()->addWidget(m_keep, 0, Qt::AlignLeft);
}

void SecretDialog::follow(const QList<OpenQuestion>& open)
{
    if (!open.contains(m_asked))
        leave();
}

void SecretDialog::reply()
{
    const Secret secret(m_secret->text().toUtf8());
    m_secret->clear();
    say(m_asked, true, {secret}, m_keep && m_keep->isChecked());
}

void SecretDialog::declineAll()
{
    m_secret->clear();
    say(m_asked, false);
}

} // namespace snowmelt
