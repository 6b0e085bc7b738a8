// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/step_card.h"

#include "models/wording/wording.h"
#include "ui/shell/rehearsal/command_box.h"
#include "ui/shell/rehearsal/rehearsal_words.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int numberRoom = 20;
constexpr int cardInset = 6;

QLabel* wrapped(const QString& text, TextSize size, int weight, Ink ink, QWidget* parent)
{
    QLabel* label = makeLabel(text, size, weight, ink, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

StepCard::StepCard(const Plan& plan, int step, QWidget* parent)
    : QWidget(parent), m_step(step), m_details(new QWidget(this)), m_opener(new QToolButton(this))
{
    const Step& one = plan.steps.at(step);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(RehearsalWords::spokenStep(plan, step));
    QLabel* number = makeLabel(QString::number(step + 1), TextSize::Normal, QFont::Normal, Ink::Faint, this);
    number->setFixedWidth(numberRoom);
    number->setMinimumHeight(24); // of the first line and its button
    m_opener->setObjectName(QStringLiteral("openStep"));
    m_opener->setIcon(themeIcon(QStringLiteral("chevron-right"), &Theme::sub));
    m_opener->setCheckable(true);
    m_opener->setFocusPolicy(Qt::NoFocus); // the card opens with the arrow keys
    m_opener->setToolTip(tr("Exact commands"));
    m_opener->setAccessibleName(tr("Exact commands of step %1").arg(step + 1));
    connect(m_opener, &QToolButton::toggled, this, &StepCard::setOpen);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->setContentsMargins(0, 4, 0, 4);
    makeWords(words, plan, one);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(number, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_opener, 0, Qt::AlignTop);
    auto* details = new QVBoxLayout(m_details);
    details->setContentsMargins(numberRoom, 2, cardInset, cardInset);
    details->setSpacing(metric::unit);
    makeDetails(details, plan, one);
    m_details->setVisible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(cardInset + 2, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_details);
}

void StepCard::makeWords(QVBoxLayout* column, const Plan& plan, const Step& step)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(metric::unit);
    head->addWidget(wrapped(stepTitle(step.kind, plan), TextSize::Normal, QFont::DemiBold, Ink::Text, this), 1);
    if (const QString time = RehearsalWords::typicalTime(step); !time.isEmpty()) {
        QLabel* typical = makeLabel(time, TextSize::Small, QFont::Normal, Ink::Faint, this);
        typical->setToolTip(tr("How long it took the last times"));
        head->addWidget(typical, 0, Qt::AlignTop);
    }
    column->addLayout(head);
    const QString note = RehearsalWords::note(plan, m_step);
    if (note.isEmpty())
        return;
    QLabel* label = wrapped(note, TextSize::Small, QFont::Normal, step.noReturn ? Ink::Red : Ink::Sub, this);
    label->setObjectName(QStringLiteral("stepNote"));
    column->addWidget(label);
}

void StepCard::makeDetails(QVBoxLayout* column, const Plan& plan, const Step& step)
{
    column->addWidget(new CommandBox(tr("Commands"), RehearsalWords::commands(plan, step.commands), m_details));
    if (!step.undo.isEmpty())
        column->addWidget(new CommandBox(tr("To undo it"), RehearsalWords::commands(plan, step.undo), m_details));
}

void StepCard::setCurrent(bool current)
{
    m_current = current;
    setFocusPolicy(current ? Qt::StrongFocus : Qt::ClickFocus); // Tab finds the list once
    update();
}

void StepCard::setOpen(bool open)
{
    m_details->setVisible(open);
    m_opener->setChecked(open);
    m_opener->setIcon(themeIcon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), &Theme::sub));
}

bool StepCard::isOpen() const
{
    return m_opener->isChecked();
}

void StepCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    if (m_current)
        face::frame(&painter, rect(), QColor(), theme.selection);
    if (hasFocus())
        face::focusRing(&painter, rect(), theme);
}

void StepCard::mousePressEvent(QMouseEvent*)
{
    Q_EMIT chosen();
}

void StepCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Right)
        return setOpen(true);
    if (event->key() == Qt::Key_Left)
        return setOpen(false);
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return setOpen(!isOpen());
    QWidget::keyPressEvent(event); // up and down are the list's
}

void StepCard::focusInEvent(QFocusEvent*)
{
    update();
}

void StepCard::focusOutEvent(QFocusEvent*)
{
    update();
}

} // namespace snowmelt
