// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/export.h"

#include "models/layout/layout_fleet.h"
#include "ui/diagram/export_sheet.h"

#include <QBuffer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr int unitsPerInch = 96;
constexpr double inchesPerMetre = 1 / 0.0254;
constexpr double mostPixels = 24e6; ///< 6,000 × 4,000: what image readers open without being asked

QByteArray svg(ExportSheet& sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(unitsPerInch);
    generator.setTitle(sheet.title());
    generator.setDescription(QStringLiteral("Snowmelt"));
    generator.setSize(sheet.size().toSize());
    generator.setViewBox(QRectF(QPointF(), sheet.size()));
    QPainter painter(&generator);
    sheet.paint(&painter);
    painter.end();
    return bytes;
}

QByteArray png(ExportSheet& sheet, double wanted)
{
    const QSizeF units = sheet.size();
    const double highest = std::sqrt(mostPixels / (units.width() * units.height()));
    const double scale = std::clamp(wanted, 0.25, std::max(0.25, highest));
    QImage image((units * scale).toSize(), QImage::Format_RGB32);
    // Fonts are sized by the device's resolution; the scale is the painter's.
    image.setDotsPerMeterX(int(unitsPerInch * inchesPerMetre));
    image.setDotsPerMeterY(int(unitsPerInch * inchesPerMetre));
    QPainter painter(&image);
    painter.scale(scale, scale);
    sheet.paint(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

Result<Done> write(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return Done{};
    return Error{ErrorCode::FileUnwritable, {path}, file.errorString()};
}

} // namespace

Result<Done> exportDiagram(const Blueprint& blueprint, const FleetState& fleet, const ExportOptions& options)
{
    const QString ending = QFileInfo(options.path).suffix().toLower();
    if (ending != u"svg" && ending != u"png")
        return Error{ErrorCode::Unsupported, {ending, QStringLiteral("export")}, {}};
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return Error{ErrorCode::Unexpected, {QStringLiteral("export without a QGuiApplication")}, {}};
    const QString platform = fleet.platform.isEmpty() ? blueprint.platform.kind : fleet.platform;
    ExportSheet sheet(layoutFleet(blueprint, fleet), platform, Theme::of(options.dark));
    return write(options.path, ending == u"svg" ? svg(sheet) : png(sheet, options.scale));
}

} // namespace snowmelt
