// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_format.h"

#include <QFileInfo>

namespace snowmelt {

QList<ExportFormat> exportFormats()
{
    return {ExportFormat::Svg,     ExportFormat::Pdf, ExportFormat::Png,     ExportFormat::Drawio,
            ExportFormat::Mermaid, ExportFormat::Dot, ExportFormat::Markdown};
}

QString formatName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Svg:
        return QStringLiteral("svg");
    case ExportFormat::Pdf:
        return QStringLiteral("pdf");
    case ExportFormat::Png:
        return QStringLiteral("png");
    case ExportFormat::Drawio:
        return QStringLiteral("drawio");
    case ExportFormat::Mermaid:
        return QStringLiteral("mermaid");
    case ExportFormat::Dot:
        return QStringLiteral("dot");
    case ExportFormat::Markdown:
        break;
    }
    return QStringLiteral("markdown");
}

QString formatEnding(ExportFormat format)
{
    if (format == ExportFormat::Mermaid)
        return QStringLiteral("mmd");
    return format == ExportFormat::Markdown ? QStringLiteral("md") : formatName(format);
}

std::optional<ExportFormat> formatNamed(const QString& name)
{
    for (const ExportFormat format : exportFormats())
        if (name == formatName(format) || name == formatEnding(format))
            return format;
    return std::nullopt;
}

std::optional<ExportFormat> formatOf(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"gv")
        return ExportFormat::Dot;
    return formatNamed(ending);
}

bool canReview(ExportFormat format)
{
    return format == ExportFormat::Pdf || format == ExportFormat::Markdown;
}

bool isPicture(ExportFormat format)
{
    return format == ExportFormat::Svg || format == ExportFormat::Pdf || format == ExportFormat::Png;
}

} // namespace snowmelt
