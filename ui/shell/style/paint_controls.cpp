// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/style/paint_controls.h"

#include "ui/theme/icons.h"

#include <QPainter>

namespace snowmelt::face {

namespace {

bool has(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QColor borderOf(const QStyleOption& option, const Theme& theme)
{
    if (!has(option, QStyle::State_Enabled))
        return theme.line;
    return has(option, QStyle::State_HasFocus) ? theme.ink : theme.control;
}

/// The fill of a surface that answers the pointer.
QColor restingFill(const QStyleOption& option, const Theme& theme)
{
    if (!has(option, QStyle::State_Enabled))
        return theme.panel;
    if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
        return theme.selection;
    return has(option, QStyle::State_MouseOver) ? theme.group : theme.panel;
}

QColor primaryFill(const QStyleOption& option, const Theme& theme)
{
    if (!has(option, QStyle::State_Enabled))
        return theme.selection;
    if (has(option, QStyle::State_Sunken))
        return theme.faint;
    return has(option, QStyle::State_MouseOver) ? theme.sub : theme.ink;
}

QRect centred(const QRect& rect, int size)
{
    QRect square(0, 0, size, size);
    square.moveCenter(rect.center());
    return square;
}

QColor arrowInk(const QStyleOption& option, const Theme& theme)
{
    return has(option, QStyle::State_Enabled) ? theme.sub : theme.control;
}

/// The first tab's text begins where the panel's does.
QRect tabText(const QStyleOptionTab& option)
{
    return option.rect.adjusted(2 * metric::unit, 0, -metric::unit, 0);
}

} // namespace

void frame(QPainter* painter, const QRect& rect, const QColor& border, const QColor& fill, int radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void focusRing(QPainter* painter, const QRect& rect, const Theme& theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.ink, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), metric::controlRadius, metric::controlRadius);
    painter->restore();
}

void icon(QPainter* painter, const QString& name, const QRect& rect, const QColor& ink, const QColor& paper)
{
    paintIcon(painter, name, rect, {ink, paper});
}

void button(QPainter* painter, const QStyleOption& option, const Theme& theme, bool primary, bool flat)
{
    if (primary)
        frame(painter, option.rect, QColor(), primaryFill(option, theme));
    else if (flat && !has(option, QStyle::State_MouseOver) && !has(option, QStyle::State_Sunken))
        return;
    else
        frame(painter, option.rect, flat ? QColor() : borderOf(option, theme), restingFill(option, theme));
}

void field(QPainter* painter, const QStyleOption& option, const Theme& theme)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    frame(painter, option.rect, borderOf(option, theme), enabled ? theme.panel : theme.window);
    if (enabled && has(option, QStyle::State_HasFocus))
        focusRing(painter, option.rect, theme);
}

void checkBox(QPainter* painter, const QStyleOption& option, const Theme& theme)
{
    const QRect box = centred(option.rect, 16);
    const bool on = has(option, QStyle::State_On);
    const QColor fill = on ? (has(option, QStyle::State_Enabled) ? theme.ink : theme.control) : theme.panel;
    frame(painter, box, on ? QColor() : borderOf(option, theme), fill, 4);
    if (on)
        icon(painter, QStringLiteral("check"), box.adjusted(2, 2, -2, -2), theme.onInk, fill);
}

void radioButton(QPainter* painter, const QStyleOption& option, const Theme& theme)
{
    const QRect box = centred(option.rect, 16);
    const bool on = has(option, QStyle::State_On);
    frame(painter, box, on ? QColor() : borderOf(option, theme), on ? theme.ink : theme.panel, 8);
    if (on)
        frame(painter, centred(box, 6), QColor(), theme.onInk, 3);
}

void comboBox(QPainter* painter, const QStyleOptionComboBox& option, const QRect& arrow, const Theme& theme)
{
    frame(painter, option.rect, borderOf(option, theme), restingFill(option, theme));
    if (has(option, QStyle::State_HasFocus))
        focusRing(painter, option.rect, theme);
    icon(painter, QStringLiteral("chevron-down"), centred(arrow, 12), arrowInk(option, theme), theme.panel);
}

void spinBox(QPainter* painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down,
             const Theme& theme)
{
    field(painter, option, theme);
    const auto ink = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return option.stepEnabled.testFlag(step) ? arrowInk(option, theme) : theme.control;
    };
    const QColor paper = theme.panel;
    icon(painter, QStringLiteral("chevron-up"), centred(up, 10), ink(QAbstractSpinBox::StepUpEnabled), paper);
    icon(painter, QStringLiteral("chevron-down"), centred(down, 10), ink(QAbstractSpinBox::StepDownEnabled), paper);
}

int tabWidth(const QString& text)
{
    // As wide as chosen: choosing one must not move the others.
    const QFontMetrics letters(textFont(TextSize::Normal, QFont::DemiBold));
    return letters.size(Qt::TextShowMnemonic | Qt::TextSingleLine, text).width() + 3 * metric::unit;
}

void tab(QPainter* painter, const QStyleOptionTab& option, const Theme& theme)
{
    const bool selected = has(option, QStyle::State_Selected);
    if (has(option, QStyle::State_MouseOver) && !selected)
        frame(painter, option.rect.adjusted(metric::unit, 4, 0, -6), QColor(), theme.group);
    if (selected) {
        const QRect text = tabText(option);
        painter->fillRect(QRect(text.left(), text.bottom() - 2, text.width(), 3), theme.ink);
    }
}

void tabLabel(QPainter* painter, const QStyleOptionTab& option, const Theme& theme, Qt::TextFlag mnemonics)
{
    const bool selected = has(option, QStyle::State_Selected);
    painter->save();
    painter->setFont(textFont(TextSize::Normal, selected ? QFont::DemiBold : QFont::Normal));
    painter->setPen(selected ? theme.text : has(option, QStyle::State_Enabled) ? theme.sub : theme.faint);
    painter->drawText(tabText(option), Qt::AlignLeft | Qt::AlignVCenter | mnemonics | Qt::TextSingleLine, option.text);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, option.rect.adjusted(metric::unit, 4, 0, -5), theme);
    painter->restore();
}

void toolButton(QPainter* painter, const QStyleOptionToolButton& option, const Theme& theme, bool segment)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    if (segment) {
        const bool on = has(option, QStyle::State_On);
        if (on)
            frame(painter, option.rect.adjusted(2, 2, -2, -2), theme.control,
                  theme.dark ? theme.selection : theme.panel, metric::controlRadius - 1);
    } else if (!option.text.isEmpty()) {
        frame(painter, option.rect, enabled ? borderOf(option, theme) : theme.line, restingFill(option, theme));
    } else if (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_On)) {
        frame(painter, option.rect, QColor(), restingFill(option, theme));
    }
    if (has(option, QStyle::State_HasFocus))
        focusRing(painter, option.rect, theme);
}

void progressBar(QPainter* painter, const QStyleOptionProgressBar& option, const Theme& theme)
{
    const int height = 8;
    QRect bar(option.rect.left(), option.rect.center().y() - height / 2, option.rect.width(), height);
    frame(painter, bar, QColor(), theme.line, height / 2);
    const int span = option.maximum - option.minimum;
    if (span <= 0)
        return;
    const double part = double(option.progress - option.minimum) / span;
    bar.setWidth(int(bar.width() * qBound(0.0, part, 1.0)));
    if (bar.width() >= height)
        frame(painter, bar, QColor(), theme.ink, height / 2);
}

void scrollBar(QPainter* painter, const QStyleOptionSlider& option, const QRect& slider, const Theme& theme)
{
    painter->fillRect(option.rect, theme.panel);
    if (slider.isEmpty() || option.minimum == option.maximum)
        return;
    const bool hot = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    frame(painter, slider.adjusted(2, 2, -2, -2), QColor(), hot ? theme.control : theme.line, 4);
}

void dockTitle(QPainter* painter, const QStyleOptionDockWidget& option, const Theme& theme)
{
    painter->fillRect(option.rect, theme.panel);
    if (option.title.isEmpty())
        return;
    painter->setFont(textFont(TextSize::Small, QFont::DemiBold));
    painter->setPen(theme.faint);
    const QRect text = option.rect.adjusted(16, 0, -48, 0);
    const QString title = painter->fontMetrics().elidedText(option.title, Qt::ElideRight, text.width());
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, title);
}

void headerSection(QPainter* painter, const QStyleOptionHeader& option, const Theme& theme)
{
    painter->fillRect(option.rect, theme.panel);
    painter->setPen(theme.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void menuBarItem(QPainter* painter, const QStyleOptionMenuItem& option, const Theme& theme, Qt::TextFlag mnemonics)
{
    painter->fillRect(option.rect, theme.window);
    const bool active = has(option, QStyle::State_Selected) || has(option, QStyle::State_Sunken);
    if (active)
        frame(painter, option.rect.adjusted(0, 3, 0, -3), QColor(), theme.selection);
    painter->setPen(has(option, QStyle::State_Enabled) ? theme.text : theme.faint);
    painter->drawText(option.rect, Qt::AlignCenter | mnemonics | Qt::TextSingleLine, option.text);
}

} // namespace snowmelt::face
