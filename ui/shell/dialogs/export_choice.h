// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/arrangement.h"
#include "ui/export/exporter.h"

#include <memory>

namespace snowmelt {

/// What the window showed when a person asked for its picture.
struct ExportSource
{
    ReviewSubject review;
    std::shared_ptr<const Diagram> diagram;
    Arrangement arrangement;
    DiagramMode mode = DiagramMode::Health;
    QRectF seen; ///< diagram units
};

enum class ExportPart { All, Seen };

/// What a person chose, as the dialog remembers it.
struct ExportChoice
{
    ExportOptions options;
    ExportPart part = ExportPart::All;

    /// `dark` and the language are those of the window as long as nothing was chosen.
    static ExportChoice remembered(bool dark, QLocale::Language language);
    void remember() const;
};

/// Any thread: lays out what is collapsed in the window and wanted in full. Null: stopped.
std::shared_ptr<const Diagram> chosenDiagram(const ExportSource& source, ExportPart part, const ExportStop& stop);
/// In the mode that the window shows.
ExportSubject chosenSubject(const ExportSource& source, const Diagram& diagram);
/// The language that the window speaks.
QLocale::Language windowLanguage();

} // namespace snowmelt
