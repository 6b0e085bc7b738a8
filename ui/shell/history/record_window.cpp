// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/record_window.h"

#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

RecordWindow::RecordWindow(const QString& title, const QSize& size, QWidget* parent) : QDialog(parent, Qt::Window)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(size);
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_remark = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, this);
    m_remark->setObjectName(QStringLiteral("recordRemark"));
    m_remark->setWordWrap(true);
    m_foot = new QHBoxLayout;
    m_foot->setContentsMargins(2 * metric::unit, metric::unit, 2 * metric::unit, metric::unit);
    m_foot->setSpacing(metric::unit);
    m_foot->addWidget(m_remark, 1);
    column->addLayout(m_body, 1);
    column->addWidget(makeRule(this));
    column->addLayout(m_foot);
}

QPushButton* RecordWindow::addButton(const char* name, const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    m_foot->addWidget(button);
    return button;
}

void RecordWindow::say(const QString& remark, bool trouble)
{
    m_remark->setText(remark);
    setInk(m_remark, trouble ? Ink::Red : Ink::Sub);
}

void RecordWindow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).panel);
}

} // namespace snowmelt
