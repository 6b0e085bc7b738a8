// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/challenge_dialog.h"

#include "models/wording/access_wording.h"
#include "ui/shell/style/look.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

/// What is higher is scrolled to.
constexpr int heightSeen = 320;

} // namespace

ChallengeDialog::ChallengeDialog(const OpenQuestion& asked, QWidget* parent)
    : QuestionDialog(hostWords(accessTitle(asked.question), 80), tr("&Continue"), parent), m_asked(asked)
{
    setObjectName(QStringLiteral("challengeDialog"));
    primary()->setObjectName(QStringLiteral("challengeContinue"));
    closer()->setObjectName(QStringLiteral("challengeRefuse"));
    addAgain(asked.question);
    addParagraph(hostWords(accessReason(asked.question)));
    auto* inside = new QWidget(this);
    makeColumn(inside, 0);
    addWords(inside);
    addPrompts(inside);
    place(inside);
    if (!m_fields.isEmpty())
        m_fields.first()->setFocus();
    connect(primary(), &QPushButton::clicked, this, &ChallengeDialog::reply);
}

void ChallengeDialog::addWords(QWidget* inside)
{
    for (const QString& words : {m_asked.question.subject, m_asked.question.instruction}) {
        if (words.trimmed().isEmpty())
            continue;
        QLabel* label = makeLabel(hostWords(words, 1000), TextSize::Normal, QFont::DemiBold, Ink::Text, inside);
        label->setObjectName(QStringLiteral("challengeWords"));
        label->setWordWrap(true);
        inside->layout()->addWidget(label);
    }
}

void ChallengeDialog::addPrompts(QWidget* inside)
{
    for (const AccessPrompt& prompt : m_asked.question.prompts) {
        const QString words = hostWords(prompt.text);
        QLabel* label = makeLabel(words, TextSize::Normal, QFont::Normal, Ink::Text, inside);
        label->setWordWrap(true);
        auto* field = new QLineEdit(inside);
        field->setObjectName(QStringLiteral("challengeField%1").arg(m_fields.size()));
        field->setAccessibleName(words);
        field->setEchoMode(prompt.echo ? QLineEdit::Normal : QLineEdit::Password);
        field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
        inside->layout()->addWidget(label);
        inside->layout()->addWidget(field);
        m_fields.append(field);
    }
}

/// As it is where it fits, scrolled to where a host has much to say.
void ChallengeDialog::place(QWidget* inside)
{
    if (inside->layout()->totalHeightForWidth(minimumWidth() - 6 * metric::unit) <= heightSeen) {
        body()->addWidget(inside);
        return body()->addStretch(1);
    }
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    area->setMinimumHeight(heightSeen);
    body()->addWidget(area, 1);
}

void ChallengeDialog::follow(const QList<OpenQuestion>& open)
{
    if (!open.contains(m_asked))
        leave();
}

void ChallengeDialog::reply()
{
    QList<Secret> replies;
    for (QLineEdit* field : std::as_const(m_fields)) {
        replies.append(Secret(field->text().toUtf8()));
        field->clear();
    }
    say(m_asked, true, replies);
}

void ChallengeDialog::declineAll()
{
    for (QLineEdit* field : std::as_const(m_fields))
        field->clear();
    say(m_asked, false);
}

} // namespace snowmelt
