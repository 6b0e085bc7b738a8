// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/path_field.h"

#include <QEvent>
#include <QStyleOptionFrame>
#include <QStylePainter>

namespace snowmelt {

namespace {

constexpr int usualLetters = 32;
constexpr int besideLetters = 2; ///< what a line edit leaves between its room and its text

} // namespace

PathField::PathField(const QString& path, QWidget* parent) : QLineEdit(path, parent) {}

QSize PathField::sizeHint() const
{
    return QLineEdit::sizeHint().expandedTo({usualLetters * fontMetrics().averageCharWidth(), 0});
}

bool PathField::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip)
        setToolTip(text());
    return QLineEdit::event(event);
}

void PathField::paintEvent(QPaintEvent* event)
{
    QStyleOptionFrame frame;
    initStyleOption(&frame);
    const QRect room = style()
                           ->subElementRect(QStyle::SE_LineEditContents, &frame, this)
                           .adjusted(besideLetters, 0, -besideLetters, 0);
    if (hasFocus() || fontMetrics().horizontalAdvance(text()) <= room.width())
        return QLineEdit::paintEvent(event);
    QStylePainter painter(this);
    painter.drawPrimitive(QStyle::PE_PanelLineEdit, frame);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideLeft, room.width()));
}

} // namespace snowmelt
