// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/style/more_below.h"

#include "ui/shell/style/look.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>

namespace snowmelt {

namespace {

constexpr int fade = 4 * metric::unit; ///< a button and the half of one

} // namespace

MoreBelow::MoreBelow(QAbstractScrollArea* area) : QWidget(area), m_area(area)
{
    setObjectName(QStringLiteral("moreBelow"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    area->viewport()->installEventFilter(this);
    connect(area->verticalScrollBar(), &QScrollBar::valueChanged, this, &MoreBelow::follow);
    connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, this, &MoreBelow::follow);
    follow();
}

void MoreBelow::follow()
{
    const QRect seen = m_area->viewport()->geometry();
    const QScrollBar* bar = m_area->verticalScrollBar();
    setGeometry(QRect(seen.left(), seen.bottom() + 1 - fade, seen.width(), fade));
    setVisible(bar->value() < bar->maximum());
    raise();
}

bool MoreBelow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        follow();
    return QWidget::eventFilter(watched, event);
}

void MoreBelow::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QColor clear = theme.panel;
    clear.setAlpha(0);
    QLinearGradient paper(rect().topLeft(), rect().bottomLeft());
    paper.setColorAt(0, clear);
    paper.setColorAt(1, theme.panel);
    QPainter painter(this);
    painter.fillRect(rect(), paper);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

} // namespace snowmelt
