// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double unitsPerMillimetre = unitsPerInch / 25.4;
/// Readers of PDF open no page of more than 14,400 points; a page is rounded up to whole ones.
constexpr double largestFit = 14399 / 72.0 * unitsPerInch;
constexpr double pageMargin = 8 * unitsPerMillimetre; ///< more than most printers leave white

struct Named
{
    PageSize size;
    const char* name;
    QSizeF upright; ///< units
};

const QList<Named>& namedSizes()
{
    static const QList<Named> sizes{{PageSize::Fit, "fit", {}},
                                    {PageSize::A4, "a4", QSizeF(210, 297) * unitsPerMillimetre},
                                    {PageSize::A3, "a3", QSizeF(297, 420) * unitsPerMillimetre},
                                    {PageSize::Letter, "letter", QSizeF(8.5, 11) * unitsPerInch}};
    return sizes;
}

} // namespace

std::optional<PageFormat> pageFormat(const QString& name)
{
    const QString size = name.section(u'-', 0, 0).toLower();
    const QString way = name.section(u'-', 1).toLower();
    for (const Named& named : namedSizes()) {
        if (size != QLatin1String(named.name))
            continue;
        if (way.isEmpty())
            return PageFormat{named.size, {}};
        if (named.size != PageSize::Fit && (way == u"landscape" || way == u"portrait"))
            return PageFormat{named.size, way == u"landscape"};
    }
    return std::nullopt;
}

QString pageName(const PageFormat& format)
{
    const auto named = std::find_if(namedSizes().begin(), namedSizes().end(),
                                    [&](const Named& one) { return one.size == format.size; });
    const QString name = QString::fromLatin1(named->name);
    if (!format.landscape)
        return name;
    return name + (*format.landscape ? QStringLiteral("-landscape") : QStringLiteral("-portrait"));
}

QSizeF pageUnits(const PageFormat& format, const QSizeF& picture)
{
    if (format.size == PageSize::Fit)
        return picture * std::min(1.0, largestFit / std::max({picture.width(), picture.height(), 1.0}));
    const auto named = std::find_if(namedSizes().begin(), namedSizes().end(),
                                    [&](const Named& one) { return one.size == format.size; });
    const bool landscape = format.landscape.value_or(picture.width() > picture.height());
    return landscape ? named->upright.transposed() : named->upright;
}

Sheet onPage(const Sheet& sheet, const PageFormat& format)
{
    Sheet page = sheet;
    page.size = pageUnits(format, sheet.size);
    if (page.size == sheet.size && format.size == PageSize::Fit)
        return sheet;
    const double margin = format.size == PageSize::Fit ? 0 : pageMargin;
    const QSizeF room = page.size - QSizeF(2 * margin, 2 * margin);
    const double scale = std::min({1.0, room.width() / sheet.size.width(), room.height() / sheet.size.height()});
    const QPointF corner((page.size.width() - scale * sheet.size.width()) / 2, margin);
    page.shapes = placed(sheet.shapes, scale, corner);
    return page;
}

} // namespace snowmelt
