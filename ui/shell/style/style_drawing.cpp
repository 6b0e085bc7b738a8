// SPDX-License-Identifier: GPL-3.0-or-later
// What a control looks like; the faces themselves are in paint_controls.cpp.
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"
#include "ui/shell/style/snowmelt_style.h"
#include "ui/shell/style/style_option.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTreeView>

namespace snowmelt {

namespace {

constexpr char segmentProperty[] = "snowmeltSegment";

bool isSegment(const QWidget* widget)
{
    return widget && widget->property(segmentProperty).toBool();
}

bool isFlat(const QStyleOption* option)
{
    const auto* button = optionAs<QStyleOptionButton>(option);
    return button && button->features.testFlag(QStyleOptionButton::Flat);
}

void drawBranch(QPainter* painter, const QStyleOption& option, const Theme& theme)
{
    if (!option.state.testFlag(QStyle::State_Children))
        return;
    const bool open = option.state.testFlag(QStyle::State_Open);
    QRect box(0, 0, 12, 12);
    box.moveCenter(option.rect.center());
    face::icon(painter, open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), box, theme.sub,
               theme.panel);
}

} // namespace

void SnowmeltStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    const Theme& theme = themeOf(option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
        return face::button(painter, *option, theme, isPrimary(widget), isFlat(option));
    case PE_FrameDefaultButton:
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView*>(widget))
            face::focusRing(painter, option->rect, theme);
        return;
    case PE_PanelLineEdit:
        // Spin boxes and combo boxes draw the frame of their own line edit.
        if (const auto* frame = optionAs<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            face::field(painter, *option, theme);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return face::checkBox(painter, *option, theme);
    case PE_IndicatorRadioButton:
        return face::radioButton(painter, *option, theme);
    case PE_IndicatorBranch:
        return drawBranch(painter, *option, theme);
    case PE_PanelToolBar:
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
    case PE_IndicatorToolBarSeparator:
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
        return;
    case PE_FrameTabWidget:
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(option->rect, theme.line);
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        if (widget && widget->objectName() == QStringLiteral("fleetTree"))
            return; // draws its rows itself
        if (!option->state.testFlag(State_Selected))
            return;
        // The cells of a tree's row join into one surface; an item of a list has its own corners.
        if (qobject_cast<const QTreeView*>(widget))
            painter->fillRect(option->rect, theme.selection);
        else
            face::frame(painter, option->rect, QColor(), theme.selection);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void SnowmeltStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    const Theme& theme = themeOf(option->palette);
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto* button = optionAs<QStyleOptionButton>(option)) {
            QStyleOptionButton inked(*button);
            if (isPrimary(widget) && inked.state.testFlag(State_Enabled))
                inked.palette.setColor(QPalette::ButtonText, theme.onInk);
            inked.palette.setColor(QPalette::Window, option->palette.color(QPalette::Window));
            painter->setFont(textFont(TextSize::Normal, QFont::DemiBold));
            QProxyStyle::drawControl(element, &inked, painter, widget);
        }
        return;
    case CE_ItemViewItem:
        if (const auto* item = optionAs<QStyleOptionViewItem>(option)) {
            QStyleOptionViewItem inked(*item);
            inked.palette.setColor(QPalette::HighlightedText, theme.text); // the selection is a tint, not ink
            QProxyStyle::drawControl(element, &inked, painter, widget);
        }
        return;
    case CE_TabBarTabShape:
        if (const auto* tab = optionAs<QStyleOptionTab>(option))
            face::tab(painter, *tab, theme);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = optionAs<QStyleOptionTab>(option))
            face::tabLabel(painter, *tab, theme, mnemonics());
        return;
    case CE_ProgressBar:
        if (const auto* bar = optionAs<QStyleOptionProgressBar>(option))
            face::progressBar(painter, *bar, theme);
        return;
    case CE_DockWidgetTitle:
        if (const auto* dock = optionAs<QStyleOptionDockWidget>(option))
            face::dockTitle(painter, *dock, theme);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (const auto* header = optionAs<QStyleOptionHeader>(option))
            face::headerSection(painter, *header, theme);
        else
            painter->fillRect(option->rect, theme.panel);
        return;
    case CE_HeaderLabel:
        // Above the text of the rows; in height it has the whole section, or descenders are cut.
        if (const auto* header = optionAs<QStyleOptionHeader>(option)) {
            QStyleOptionHeader label(*header);
            const int margin = pixelMetric(PM_HeaderMargin, option, widget);
            label.rect.adjust(metric::unit - margin, -margin, margin - metric::unit, margin);
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, theme.panel);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, theme.window);
        return;
    case CE_MenuBarItem:
        if (const auto* item = optionAs<QStyleOptionMenuItem>(option))
            face::menuBarItem(painter, *item, theme, mnemonics());
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, theme.line);
        return;
    case CE_ShapedFrame:
        if (const auto* frame = optionAs<QStyleOptionFrame>(option); frame && frame->frameShape == QFrame::HLine)
            return painter->fillRect(option->rect, theme.line);
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void SnowmeltStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                       const QWidget* widget) const
{
    const Theme& theme = themeOf(option->palette);
    const auto part = [&](SubControl sub) { return subControlRect(control, option, sub, widget); };
    if (const auto* combo = optionAs<QStyleOptionComboBox>(option); combo && control == CC_ComboBox)
        return face::comboBox(painter, *combo, part(SC_ComboBoxArrow), theme);
    if (const auto* spin = optionAs<QStyleOptionSpinBox>(option); spin && control == CC_SpinBox)
        return face::spinBox(painter, *spin, part(SC_SpinBoxUp), part(SC_SpinBoxDown), theme);
    if (const auto* slider = optionAs<QStyleOptionSlider>(option); slider && control == CC_ScrollBar)
        return face::scrollBar(painter, *slider, part(SC_ScrollBarSlider), theme);
    if (const auto* tool = optionAs<QStyleOptionToolButton>(option); tool && control == CC_ToolButton) {
        face::toolButton(painter, *tool, theme, isSegment(widget));
        QStyleOptionToolButton label(*tool);
        if (!tool->text.isEmpty())
            label.rect = tool->rect.adjusted(4, 0, -4, 0);
        if (isSegment(widget) && tool->state.testFlag(State_On))
            label.font = textFont(TextSize::Normal, QFont::DemiBold);
        return QProxyStyle::drawControl(CE_ToolButtonLabel, &label, painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace snowmelt
