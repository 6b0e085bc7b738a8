// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/search_field.h"

#include "ui/shell/style/look.h"

#include <QKeyEvent>
#include <QPainter>

namespace snowmelt {

namespace {

constexpr int glyphRoom = 20;
constexpr int pageOfRows = 8;

} // namespace

SearchField::SearchField(QWidget* parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("findField"));
    setAccessibleName(tr("Find a node"));
    setPlaceholderText(tr("Find a node, package…"));
    setClearButtonEnabled(true);
    setFixedWidth(236);
    setTextMargins(glyphRoom, 0, 0, 0);
}

void SearchField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    Q_EMIT entered();
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    // A menu over the window, or another window, only borrows it.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        return Q_EMIT stepped(1);
    case Qt::Key_Up:
        return Q_EMIT stepped(-1);
    case Qt::Key_PageDown:
        return Q_EMIT stepped(pageOfRows);
    case Qt::Key_PageUp:
        return Q_EMIT stepped(-pageOfRows);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT taken(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    case Qt::Key_Escape:
        return Q_EMIT escaped();
    default:
        QLineEdit::keyPressEvent(event);
    }
}

/// A magnifying glass, and while nothing is typed the keys that lead here.
void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    paintIcon(&painter, QStringLiteral("search"), QRectF(metric::unit, (height() - 14) / 2.0, 14, 14),
              {theme.faint, theme.panel});
    if (!text().isEmpty())
        return;
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.faint);
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter,
                     QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
}

} // namespace snowmelt
