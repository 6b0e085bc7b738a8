// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/png_writer.h"

#include <QBuffer>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr double inchesPerMetre = 1 / 0.0254;
constexpr double mostPixels = 48e6; ///< 8,000 × 6,000
constexpr double smallestScale = 0.01;

} // namespace

double pngScale(const QSizeF& size, double wanted)
{
    const double highest = std::sqrt(mostPixels / std::max(1.0, size.width() * size.height()));
    return std::clamp(wanted, smallestScale, std::max(smallestScale, highest));
}

QImage imageOf(const Sheet& sheet, double scale, const ExportStop& stop)
{
    QImage image((sheet.size * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    // Fonts are sized by the device's resolution; the scale is the painter's.
    image.setDotsPerMeterX(int(unitsPerInch * inchesPerMetre));
    image.setDotsPerMeterY(int(unitsPerInch * inchesPerMetre));
    image.fill(sheet.paper);
    QPainter painter(&image);
    painter.scale(scale, scale);
    const bool whole = paintShapes(&painter, sheet.shapes, stop);
    painter.end();
    return whole ? image : QImage();
}

QByteArray pngOf(const Sheet& sheet, double wanted, const ExportStop& stop)
{
    const QImage image = imageOf(sheet, pngScale(sheet.size, wanted), stop);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.isNull() && !(stop && stop()))
        image.save(&buffer, "PNG");
    return bytes;
}

} // namespace snowmelt
