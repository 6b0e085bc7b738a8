// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/export/review.h"
#include "models/layout/arrangement.h"
#include "ui/export/diagram_sheet.h"
#include "ui/export/export_format.h"
#include "ui/export/page.h"

#include <QLocale>

namespace snowmelt {

struct ExportOptions
{
    QString path;
    ExportFormat format = ExportFormat::Svg;
    bool dark = false;
    double scale = 2; ///< PNG only
    PageFormat page{};
    bool review = false;                         ///< Markdown is one in any case
    QDateTime date{};                            ///< printed as its own zone has it, and stamped; null: not
    std::optional<QLocale::Language> language{}; ///< unset: that of the moment
};

/// What is exported, laid out already.
struct ExportSubject
{
    ReviewSubject review;
    Diagram diagram;
    DiagramMode mode = DiagramMode::Health;
};

/// A file before it is bytes: everything is worded.
struct ExportDraft
{
    ExportFormat format = ExportFormat::Svg;
    QByteArray text;    ///< of formats that are text
    QList<Sheet> pages; ///< of pictures
    double scale = 1;   ///< of a PNG: what is drawn, which may be less than what was asked for
    QDateTime date;
};

/// Now, in the zone of who exports: the date on the file is the one on their wall.
QDateTime exportMoment();

/// In three steps, because words and fonts are the GUI thread's, and writing thousands of shapes is not.
ExportDraft draftOf(const ExportSubject& subject, const ExportOptions& options);
QByteArray fileOf(const ExportDraft& draft, const ExportStop& stop = {}); ///< any thread; empty: stopped
/// Whole or not at all: a failure leaves an existing file as it was, and what is no file (a device, a pipe) is never
/// replaced by one. FileUnwritable or DiskFull {path}.
Result<Done> writeFile(const QString& path, const QByteArray& bytes);

/// All three. A default FleetState draws the blueprint alone. Needs a QGuiApplication (offscreen is enough).
Result<Done> exportDiagram(const ExportSubject& subject, const ExportOptions& options);
/// Laid out by the arrangement, and with the nodes of all groups.
ExportSubject subjectOf(const Blueprint& blueprint, const FleetState& fleet, Arrangement arrangement = {});

} // namespace snowmelt
