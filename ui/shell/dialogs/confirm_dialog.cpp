// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/confirm_dialog.h"

#include "ui/shell/style/glyph.h"
#include "ui/shell/style/look.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

QGridLayout* numbered(const QStringList& steps, QWidget* parent)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metric::unit);
    grid->setVerticalSpacing(metric::unit);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < steps.size(); ++i) {
        QLabel* number = makeLabel(QString::number(i + 1), TextSize::Normal, QFont::Normal, Ink::Faint, parent);
        QLabel* step = makeLabel(steps.at(i), TextSize::Normal, QFont::DemiBold, Ink::Text, parent);
        step->setWordWrap(true);
        number->setFixedHeight(lineHeight(steps.at(i), step->font())); // beside the first line of the step
        grid->addWidget(number, i, 0, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(step, i, 1);
    }
    return grid;
}

QHBoxLayout* warning(const QString& text, QWidget* parent)
{
    QLabel* words = makeLabel(text, TextSize::Normal, QFont::DemiBold, Ink::Text, parent);
    words->setObjectName(QStringLiteral("confirmWarning"));
    words->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(metric::unit);
    row->addWidget(new Glyph(QStringLiteral("health-degraded"), &Theme::amber, parent), 0, Qt::AlignTop);
    row->addWidget(words, 1);
    return row;
}

} // namespace

ConfirmDialog::ConfirmDialog(const Question& question, QWidget* parent)
    : DialogFrame(question.title, question.action, parent)
{
    setObjectName(question.name);
    primary()->setObjectName(QStringLiteral("confirm"));
    addParagraph(question.text);
    if (!question.steps.isEmpty())
        body()->addLayout(numbered(question.steps, this));
    if (!question.warning.isEmpty())
        body()->addLayout(warning(question.warning, this));
    if (!question.choice.isEmpty()) {
        m_choice = new QCheckBox(question.choice, this);
        m_choice->setObjectName(QStringLiteral("confirmChoice"));
        body()->addWidget(m_choice);
    }
    body()->addStretch(1);
}

bool ConfirmDialog::isChosen() const
{
    return m_choice && m_choice->isChecked();
}

} // namespace snowmelt
