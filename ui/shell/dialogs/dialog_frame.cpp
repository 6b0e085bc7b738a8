// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/dialog_frame.h"

#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

DialogFrame::DialogFrame(const QString& title, const QString& action, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    auto* inside = new QWidget(this);
    m_body = makeColumn(inside, 3 * metric::unit);
    m_body->setSpacing(2 * metric::unit);
    m_title = makeLabel(title, TextSize::Title, QFont::Bold, Ink::Text, inside);
    m_body->addWidget(m_title);
    m_remark = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, this);
    m_remark->setObjectName(QStringLiteral("dialogRemark"));
    m_remark->setWordWrap(true);
    m_closer = new QPushButton(tr("Cancel"), this);
    m_closer->setObjectName(QStringLiteral("dialogCancel"));
    m_closer->setAutoDefault(false);
    connect(m_closer, &QPushButton::clicked, this, &QDialog::reject);
    m_primary = new QPushButton(action, this);
    m_primary->setDefault(true);
    makePrimary(m_primary);
    connect(m_primary, &QPushButton::clicked, this, &QDialog::accept);
    m_foot = new QHBoxLayout;
    m_foot->setContentsMargins(3 * metric::unit, 2 * metric::unit, 3 * metric::unit, 2 * metric::unit);
    m_foot->setSpacing(metric::unit);
    m_foot->addWidget(m_remark, 1);
    m_foot->addWidget(m_closer);
    m_foot->addWidget(m_primary);
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    column->addWidget(inside, 1);
    column->addWidget(makeRule(this));
    column->addLayout(m_foot);
    setMinimumWidth(480);
}

void DialogFrame::setTitle(const QString& title)
{
    setWindowTitle(title);
    m_title->setText(title);
}

void DialogFrame::setRemark(const QString& text)
{
    m_remark->setText(text);
}

QLabel* DialogFrame::addParagraph(const QString& text)
{
    QLabel* label = makeLabel(text, TextSize::Normal, QFont::Normal, Ink::Sub, this);
    label->setWordWrap(true);
    m_body->addWidget(label);
    return label;
}

QPushButton* DialogFrame::addButton(const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setAutoDefault(false);
    const int place = m_foot->indexOf(m_primary);
    setTabOrder(m_foot->itemAt(place - 1)->widget(), button); // keys go from left to right as well
    setTabOrder(button, m_primary);
    m_foot->insertWidget(place, button);
    return button;
}

/// As high as its words need at its width, unless a size was given: a size hint alone counts lines before they wrap.
void DialogFrame::showEvent(QShowEvent* event)
{
    if (!testAttribute(Qt::WA_Resized))
        resize(width(), layout()->totalHeightForWidth(width()));
    QDialog::showEvent(event);
}

void DialogFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).panel);
}

} // namespace snowmelt
