// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/question_dialog.h"

#include "models/wording/access_wording.h"
#include "ui/shell/style/look.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

/// A word longer than this is broken somewhere.
constexpr int longestWord = 40;

} // namespace

QuestionDialog::QuestionDialog(const QString& title, const QString& action, QWidget* parent)
    : DialogFrame(title, action, parent)
{
    setWindowModality(Qt::NonModal);
    disconnect(primary(), &QPushButton::clicked, this, &QDialog::accept);
}

void QuestionDialog::leave()
{
    if (!std::exchange(m_over, true))
        close();
}

void QuestionDialog::say(const OpenQuestion& to, bool agreed, const QList<Secret>& replies, bool keep)
{
    Q_EMIT answered(to.operation, {to.question.id, agreed, replies, keep});
}

QLabel* QuestionDialog::addAgain(const AccessQuestion& question)
{
    QLabel* label = makeLabel(againText(question), TextSize::Normal, QFont::DemiBold, Ink::Amber, this);
    label->setObjectName(QStringLiteral("questionAgain"));
    label->setWordWrap(true);
    label->setVisible(question.again);
    body()->addWidget(label);
    return label;
}

/// However it is closed, unless it was answered or goes by itself: no.
void QuestionDialog::done(int result)
{
    if (!std::exchange(m_over, true))
        declineAll();
    DialogFrame::done(result);
}

QString hostWords(const QString& text, int limit)
{
    QString shown = text.simplified();
    if (shown.size() > limit)
        shown = QString(shown.left(limit * 2 / 3) + u'…' + shown.right(limit / 3));
    QString broken;
    int word = 0;
    for (const QChar c : std::as_const(shown)) {
        broken += c;
        word = c.isSpace() ? 0 : word + 1;
        if (word >= longestWord && !c.isHighSurrogate() && word % longestWord == 0)
            broken += QChar(0x200B);
    }
    return broken;
}

} // namespace snowmelt
