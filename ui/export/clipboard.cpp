// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/clipboard.h"

#include "ui/export/png_writer.h"
#include "ui/export/svg_writer.h"

#include <QMimeData>

namespace snowmelt {

std::unique_ptr<QMimeData> pictureForClipboard(const ExportSubject& subject, const ExportOptions& options)
{
    ExportOptions picture = options;
    picture.format = ExportFormat::Svg;
    const Sheet sheet = draftOf(subject, picture).pages.first();
    auto data = std::make_unique<QMimeData>();
    data->setImageData(imageOf(sheet, pngScale(sheet.size, options.scale)));
    data->setData(QStringLiteral("image/svg+xml"), svgOf(sheet));
    return data;
}

} // namespace snowmelt
