// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>

namespace snowmelt {

namespace {

constexpr qreal pointsPerPixel = 72.0 / 96.0;

QStringList installed(const QStringList& wanted)
{
    const QStringList families = QFontDatabase::families();
    QStringList found;
    for (const QString& family : wanted)
        if (families.contains(family))
            found << family;
    return found;
}

QStringList textFamilies()
{
    static const QStringList families = [] {
        QStringList list = installed({QStringLiteral("Inter")});
        list << QFontDatabase::systemFont(QFontDatabase::GeneralFont).families();
        list << installed({QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Noto Sans KR")});
        list.removeDuplicates();
        return list;
    }();
    return families;
}

QStringList monoFamilies()
{
    static const QStringList families = [] {
        QStringList list = installed({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")});
        list << QFontDatabase::systemFont(QFontDatabase::FixedFont).families();
        list << installed({QStringLiteral("Noto Sans Mono CJK KR"), QStringLiteral("Noto Sans CJK KR")});
        list.removeDuplicates();
        return list;
    }();
    return families;
}

} // namespace

qreal textPixels(TextSize size)
{
    switch (size) {
    case TextSize::Small:
        return 11;
    case TextSize::Normal:
        return 12.5;
    case TextSize::Large:
        return 14;
    case TextSize::Title:
        return 17;
    }
    return 12.5;
}

QFont textFont(TextSize size, int weight)
{
    QFont font;
    font.setFamilies(textFamilies());
    font.setPointSizeF(textPixels(size) * pointsPerPixel);
    font.setWeight(QFont::Weight(weight));
    return font;
}

QFont monoFont(TextSize size)
{
    QFont font;
    font.setFamilies(monoFamilies());
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setPointSizeF(textPixels(size) * pointsPerPixel);
    return font;
}

} // namespace snowmelt
