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

bool systemIsDark()
{
    // The platform's palette shows when this program takes its own away.
    QApplication::setPalette(QPalette());
    return Theme::of(QApplication::palette()).dark;
}

bool isDark(Appearance appearance)
{
    if (appearance == Appearance::System)
        return systemIsDark();
    return appearance == Appearance::Dark;
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

void applyAppearance(Appearance appearance)
{
    const Theme& theme = Theme::of(isDark(appearance));
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
