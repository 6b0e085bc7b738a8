// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/style/snowmelt_style.h"

#include "ui/shell/style/look.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace snowmelt {

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
        return themeIcon(QStringLiteral("more"), &Theme::text);
    return QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace snowmelt
