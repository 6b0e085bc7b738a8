// SPDX-License-Identifier: GPL-3.0-or-later
// How large a control is, and where its parts are.
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"
#include "ui/shell/style/snowmelt_style.h"
#include "ui/shell/style/style_option.h"

#include <QTreeView>

namespace snowmelt {

namespace {

constexpr int dockButtonMargin = 4;
constexpr int ringWidth = 2;

/// A stretch of a scroll bar, counted along it.
QRect along(const QStyleOptionSlider& bar, int from, int length)
{
    const QRect& all = bar.rect;
    if (bar.orientation == Qt::Vertical)
        return {all.left(), all.top() + from, all.width(), length};
    return QStyle::visualRect(bar.direction, all, {all.left() + from, all.top(), length, all.height()});
}

/// No arrows: the groove is the whole bar.
QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part, int shortest)
{
    const int groove = bar.orientation == Qt::Vertical ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const int page = range > 0 ? int(qint64(bar.pageStep) * groove / (range + bar.pageStep)) : groove;
    const int slider = qMin(groove, qMax(page, shortest));
    const int from =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, groove - slider, bar.upsideDown);
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return along(bar, from, slider);
    case QStyle::SC_ScrollBarSubPage:
        return along(bar, 0, from);
    case QStyle::SC_ScrollBarAddPage:
        return along(bar, from + slider, groove - from - slider);
    default:
        return {};
    }
}

/// Qt's ring lies so close around the words of a box that its line touches them.
QRect roomForRing(const QRect& ring, const QStyleOption& box)
{
    return ring.adjusted(-ringWidth, 0, ringWidth, 0).intersected(box.rect);
}

} // namespace

QRect SnowmeltStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                    const QWidget* widget) const
{
    if (const auto* bar = optionAs<QStyleOptionSlider>(option); bar && control == CC_ScrollBar)
        return scrollBarPart(*bar, part, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    // Their text begins where that of a line edit does.
    const bool comboText = control == CC_ComboBox && part == SC_ComboBoxEditField;
    if (comboText || (control == CC_SpinBox && part == SC_SpinBoxEditField))
        return rect.adjusted(2, 0, 0, 0);
    if (control == CC_SpinBox && (part == SC_SpinBoxUp || part == SC_SpinBoxDown)) {
        const QRect all = option->rect;
        rect = QRect(all.right() - 22, all.top() + 2, 20, all.height() / 2 - 2);
        if (part == SC_SpinBoxDown)
            rect.moveTop(all.center().y() + 1);
    }
    return rect;
}

QRect SnowmeltStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_PushButtonFocusRect)
        return option->rect;
    if (element == SE_CheckBoxFocusRect || element == SE_RadioButtonFocusRect)
        return roomForRing(QProxyStyle::subElementRect(element, option, widget), *option);
    if (element == SE_DockWidgetCloseButton) {
        // The cross ends where the panel's text does; the button is wider than it.
        QRect rect = QProxyStyle::subElementRect(element, option, widget);
        rect.moveRight(option->rect.right() - 2 * metric::unit + dockButtonMargin);
        return rect;
    }
    if (element == SE_LineEditContents && option->rect.height() >= 24)
        return QProxyStyle::subElementRect(element, option, widget).adjusted(4, 0, -4, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize SnowmeltStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                      const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {result.width() + 3 * metric::unit, 28};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return {result.width() + metric::unit, 28};
    case CT_CheckBox:
    case CT_RadioButton:
        return {result.width() + 2 * ringWidth, result.height()};
    case CT_ToolButton:
        if (const auto* tool = optionAs<QStyleOptionToolButton>(option); tool && !tool->text.isEmpty())
            return {result.width() + 2 * metric::unit, 28};
        return {qMax(28, result.width()), 28};
    case CT_TabBarTab:
        if (const auto* tab = optionAs<QStyleOptionTab>(option))
            return {face::tabWidth(tab->text), 36};
        return {result.width(), 36};
    case CT_MenuBarItem:
        return {result.width() + metric::unit, 32};
    case CT_MenuItem:
        return {result.width() + 2 * metric::unit, qMax(result.height(), 26)};
    case CT_ItemViewItem:
        return {result.width() + metric::unit, qMax(result.height(), 26)};
    case CT_HeaderSection:
        return {result.width() + 2 * metric::unit, 28};
    default:
        return result;
    }
}

int SnowmeltStyle::pixelMetric(PixelMetric which, const QStyleOption* option, const QWidget* widget) const
{
    switch (which) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metric::unit;
    case PM_ToolBarItemSpacing:
        return metric::unit;
    case PM_ToolBarItemMargin:
        return 0;
    case PM_ToolBarFrameWidth:
        return widget && widget->objectName() == QStringLiteral("bannerBar") ? 0 : metric::unit;
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return 1;
    case PM_DockWidgetFrameWidth:
    case PM_DefaultFrameWidth:
        if (which == PM_DefaultFrameWidth && widget && widget->inherits("QMenu"))
            return 1;
        return which == PM_DefaultFrameWidth ? QProxyStyle::pixelMetric(which, option, widget) : 0;
    case PM_TabBarTabHSpace:
        return 2 * metric::unit;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_DockWidgetTitleMargin:
        return 6;
    case PM_DockWidgetTitleBarButtonMargin:
        return dockButtonMargin;
    case PM_SmallIconSize:
        if (widget && widget->inherits("QDockWidgetTitleButton"))
            return 12;
        return 16;
    case PM_FocusFrameHMargin: // the text of a row, within its selection
        if (qobject_cast<const QTreeView*>(widget))
            return metric::unit - 1;
        break;
    case PM_ButtonIconSize:
        return 16;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(which, option, widget);
}

} // namespace snowmelt
