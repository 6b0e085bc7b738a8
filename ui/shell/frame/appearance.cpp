// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/appearance.h"

#include "models/wording/wording.h"
#include "ui/shell/style/snowmelt_style.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QStyle>

namespace snowmelt {

namespace {

const Theme& systemTheme(const DesktopWish& wish)
{
    // The platform's palette shows when this program takes its own away.
    QApplication::setPalette(QPalette());
    const Theme& platform = Theme::of(QApplication::palette());
    return Theme::of(wish.dark.value_or(platform.dark), wish.highContrast.value_or(platform.highContrast));
}

const Theme& themeFor(Appearance appearance, const DesktopWish& wish)
{
    switch (appearance) {
    case Appearance::Light:
        return Theme::of(false);
    case Appearance::Dark:
        return Theme::of(true);
    case Appearance::LightContrast:
        return Theme::of(false, true);
    case Appearance::DarkContrast:
        return Theme::of(true, true);
    case Appearance::System:
        break;
    }
    return systemTheme(wish);
}

QLocale localeOf(Language language)
{
    switch (language) {
    case Language::English:
        return QLocale(QLocale::English);
    case Language::Korean:
        return QLocale(QLocale::Korean, QLocale::SouthKorea);
    case Language::System:
        break;
    }
    return QLocale::system();
}

} // namespace

void applyAppearance(Appearance appearance, const DesktopWish& wish)
{
    const Theme& theme = themeFor(appearance, wish);
    if (!qobject_cast<SnowmeltStyle*>(QApplication::style()))
        QApplication::setStyle(new SnowmeltStyle);
    QApplication::setFont(textFont(TextSize::Normal));
    QApplication::setPalette(theme.palette());
    QApplication::setWindowIcon(applicationIcon());
}

void applyLanguage(Language language)
{
    const QLocale locale = localeOf(language);
    QLocale::setDefault(locale);
    installTranslator(locale);
}

} // namespace snowmelt
