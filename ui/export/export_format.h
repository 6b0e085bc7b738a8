// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace snowmelt {

enum class ExportFormat { Svg, Pdf, Png, Drawio, Mermaid, Dot, Markdown };

QList<ExportFormat> exportFormats();
QString formatName(ExportFormat format); ///< as it is typed: "svg", "drawio"
QString formatEnding(ExportFormat format);
std::optional<ExportFormat> formatNamed(const QString& name);
/// By what the file's name ends in; also .mermaid and .gv.
std::optional<ExportFormat> formatOf(const QString& path);
/// Markdown has no picture of its own, and only it and PDF have pages of words.
bool canReview(ExportFormat format);
bool isPicture(ExportFormat format); ///< drawn by us; of the others only shapes and words are told

} // namespace snowmelt
