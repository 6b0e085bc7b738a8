// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/style/snowmelt_style.h"

#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

namespace snowmelt {

namespace {

constexpr char segmentProperty[] = "snowmeltSegment";
constexpr int dockButtonMargin = 4;

template <typename Option>
const Option* as(const QStyleOption* option)
{
    return qstyleoption_cast<const Option*>(option);
}

bool isSegment(const QWidget* widget)
{
    return widget && widget->property(segmentProperty).toBool();
}

bool isFlat(const QStyleOption* option)
{
    const auto* button = as<QStyleOptionButton>(option);
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

} // namespace

SnowmeltStyle::SnowmeltStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void SnowmeltStyle::polish(QApplication* application)
{
    QProxyStyle::polish(application);
    application->installEventFilter(this);
}

void SnowmeltStyle::unpolish(QApplication* application)
{
    application->removeEventFilter(this);
    QProxyStyle::unpolish(application);
}

bool SnowmeltStyle::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt)
            setAltHeld(event->type() == QEvent::KeyPress);
        break;
    case QEvent::ApplicationStateChange: // the release then goes to another program
        setAltHeld(false);
        break;
    default:
        break;
    }
    return QProxyStyle::eventFilter(watched, event);
}

void SnowmeltStyle::setAltHeld(bool held)
{
    if (m_altHeld == held)
        return;
    m_altHeld = held;
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget* widget : all)
        widget->update();
}

Qt::TextFlag SnowmeltStyle::mnemonics() const
{
    return m_altHeld ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
}

void SnowmeltStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton*>(widget) || qobject_cast<QToolButton*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

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
        if (const auto* frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
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
        if (const auto* button = as<QStyleOptionButton>(option)) {
            QStyleOptionButton inked(*button);
            if (isPrimary(widget) && inked.state.testFlag(State_Enabled))
                inked.palette.setColor(QPalette::ButtonText, theme.onInk);
            inked.palette.setColor(QPalette::Window, option->palette.color(QPalette::Window));
            painter->setFont(textFont(TextSize::Normal, QFont::DemiBold));
            QProxyStyle::drawControl(element, &inked, painter, widget);
        }
        return;
    case CE_ItemViewItem:
        if (const auto* item = as<QStyleOptionViewItem>(option)) {
            QStyleOptionViewItem inked(*item);
            inked.palette.setColor(QPalette::HighlightedText, theme.text); // the selection is a tint, not ink
            QProxyStyle::drawControl(element, &inked, painter, widget);
        }
        return;
    case CE_TabBarTabShape:
        if (const auto* tab = as<QStyleOptionTab>(option))
            face::tab(painter, *tab, theme);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = as<QStyleOptionTab>(option))
            face::tabLabel(painter, *tab, theme, mnemonics());
        return;
    case CE_ProgressBar:
        if (const auto* bar = as<QStyleOptionProgressBar>(option))
            face::progressBar(painter, *bar, theme);
        return;
    case CE_DockWidgetTitle:
        if (const auto* dock = as<QStyleOptionDockWidget>(option))
            face::dockTitle(painter, *dock, theme);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (const auto* header = as<QStyleOptionHeader>(option))
            face::headerSection(painter, *header, theme);
        else
            painter->fillRect(option->rect, theme.panel);
        return;
    case CE_HeaderLabel:
        // Above the text of the rows; in height it has the whole section, or descenders are cut.
        if (const auto* header = as<QStyleOptionHeader>(option)) {
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
        if (const auto* item = as<QStyleOptionMenuItem>(option))
            face::menuBarItem(painter, *item, theme, mnemonics());
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, theme.line);
        return;
    case CE_ShapedFrame:
        if (const auto* frame = as<QStyleOptionFrame>(option); frame && frame->frameShape == QFrame::HLine)
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
    if (const auto* combo = as<QStyleOptionComboBox>(option); combo && control == CC_ComboBox)
        return face::comboBox(painter, *combo, part(SC_ComboBoxArrow), theme);
    if (const auto* spin = as<QStyleOptionSpinBox>(option); spin && control == CC_SpinBox)
        return face::spinBox(painter, *spin, part(SC_SpinBoxUp), part(SC_SpinBoxDown), theme);
    if (const auto* slider = as<QStyleOptionSlider>(option); slider && control == CC_ScrollBar)
        return face::scrollBar(painter, *slider, part(SC_ScrollBarSlider), theme);
    if (const auto* tool = as<QStyleOptionToolButton>(option); tool && control == CC_ToolButton) {
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

QRect SnowmeltStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                    const QWidget* widget) const
{
    if (const auto* bar = as<QStyleOptionSlider>(option); bar && control == CC_ScrollBar)
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
    case CT_ToolButton:
        if (const auto* tool = as<QStyleOptionToolButton>(option); tool && !tool->text.isEmpty())
            return {result.width() + 2 * metric::unit, 28};
        return {qMax(28, result.width()), 28};
    case CT_TabBarTab:
        if (const auto* tab = as<QStyleOptionTab>(option))
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

int SnowmeltStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                             QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_TabBar_PreferNoArrows:
        return hint == SH_TabBar_PreferNoArrows;
    case SH_UnderlineShortcut:
        return m_altHeld || qobject_cast<const QMenu*>(widget); // in an open menu the letter works without Alt
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon SnowmeltStyle::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const
{
    if (icon == SP_TitleBarCloseButton || icon == SP_LineEditClearButton)
        return themeIcon(QStringLiteral("close"), &Theme::faint);
    if (icon == SP_TitleBarNormalButton)
        return themeIcon(QStringLiteral("diagram"), &Theme::faint);
    if (icon == SP_ToolBarHorizontalExtensionButton) // opens a menu of what had no room
        return themeIcon(QStringLiteral("chevron-down"), &Theme::text);
    return QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace snowmelt
