// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/notice.h"

#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>

namespace snowmelt {

namespace {

constexpr int shownFor = 8000;

} // namespace

Notice::Notice(QWidget* over) : QWidget(over), m_end(new QTimer(this))
{
    setObjectName(QStringLiteral("notice"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_text = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Text, this);
    m_text->setObjectName(QStringLiteral("noticeText"));
    elide(m_text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * metric::unit, 0, 2 * metric::unit, 0);
    row->addWidget(m_text);
    m_end->setSingleShot(true);
    m_end->setInterval(shownFor);
    connect(m_end, &QTimer::timeout, this, &QWidget::hide);
    over->installEventFilter(this);
    hide();
}

void Notice::say(const QString& text)
{
    m_text->setText(text);
    setAccessibleName(text);
    place();
    show();
    raise();
    m_end->start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Notice::place()
{
    const QWidget* over = parentWidget();
    const int words = m_text->fontMetrics().horizontalAdvance(m_text->text()) + 1;
    const auto* overview = over->findChild<QWidget*>(QStringLiteral("minimap"));
    const bool beside = overview && overview->isVisible() && overview->geometry().top() > over->height() / 2;
    const int left = 2 * metric::unit + (beside ? overview->geometry().right() : 0);
    resize(qMin(words + 4 * metric::unit, over->width() - left - 2 * metric::unit), 4 * metric::unit);
    move(left, over->height() - height() - 2 * metric::unit);
}

bool Notice::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Notice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    face::frame(&painter, rect(), theme.control, theme.panel);
}

} // namespace snowmelt
