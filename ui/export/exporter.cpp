// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exporter.h"

#include "models/export/dot.h"
#include "models/export/drawio.h"
#include "models/export/mermaid.h"
#include "models/layout/layout_fleet.h"
#include "ui/export/export_ink.h"
#include "ui/export/language_scope.h"
#include "ui/export/pdf_writer.h"
#include "ui/export/png_writer.h"
#include "ui/export/review_pages.h"
#include "ui/export/svg_writer.h"
#include "ui/export/whole_file.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QStorageInfo>

namespace snowmelt {

namespace {

QString platformOf(const ReviewSubject& subject)
{
    return subject.fleet.platform.isEmpty() ? subject.blueprint.platform.kind : subject.fleet.platform;
}

Sheet pictureOf(const ExportSubject& subject, const ExportOptions& options)
{
    const bool titled = !(options.review && options.format == ExportFormat::Pdf);
    return sheetOf(subject.diagram, {options.dark, subject.mode, platformOf(subject.review), options.date, titled});
}

Paper reviewOf(const ExportSubject& subject, const ExportHead& head)
{
    return Review::of(subject.review, FigureText::subtitle(subject.diagram, head));
}

void draftPages(const ExportSubject& subject, const ExportOptions& options, const ExportHead& head, ExportDraft& draft)
{
    const Sheet picture = pictureOf(subject, options);
    if (options.review && options.format == ExportFormat::Pdf)
        draft.pages = reviewPages(reviewOf(subject, head), picture, options.page, options.dark);
    else
        draft.pages = {options.format == ExportFormat::Pdf ? onPage(picture, options.page) : picture};
    draft.scale = pngScale(picture.size, options.scale);
}

Error unwritten(const QSaveFile& file, const QString& path, qint64 size)
{
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    const bool full = disk.isValid() && disk.bytesAvailable() < size;
    // Of a full disk the file itself knows "Unknown error" only.
    if (full)
        return Error{ErrorCode::DiskFull, {path}, QStringLiteral("%1 bytes did not fit").arg(size)};
    return Error{ErrorCode::FileUnwritable, {path}, file.errorString()};
}

} // namespace

ExportSubject subjectOf(const Blueprint& blueprint, const FleetState& fleet, Arrangement arrangement)
{
    arrangement.collapsed.clear();
    return {{blueprint, fleet, {}}, layoutFleet(blueprint, fleet, arrangement).diagram};
}

QDateTime exportMoment()
{
    const QDateTime now = QDateTime::currentDateTime();
    return now.toOffsetFromUtc(now.offsetFromUtc());
}

ExportDraft draftOf(const ExportSubject& subject, const ExportOptions& options)
{
    std::optional<LanguageScope> scope;
    if (options.language)
        scope.emplace(*options.language);
    ExportDraft draft{options.format, {}, {}, options.scale, options.date};
    const ExportHead head{platformOf(subject.review), options.date, exportInk(Theme::of(options.dark))};
    switch (options.format) {
    case ExportFormat::Drawio:
        draft.text = drawioOf(subject.diagram, head);
        break;
    case ExportFormat::Mermaid:
        draft.text = mermaidOf(subject.diagram, head);
        break;
    case ExportFormat::Dot:
        draft.text = dotOf(subject.diagram, head);
        break;
    case ExportFormat::Markdown:
        draft.text = markdownOf(reviewOf(subject, head), mermaidOf(subject.diagram, head));
        break;
    case ExportFormat::Svg:
    case ExportFormat::Pdf:
    case ExportFormat::Png:
        draftPages(subject, options, head, draft);
        break;
    }
    return draft;
}

QByteArray fileOf(const ExportDraft& draft, const ExportStop& stop)
{
    switch (draft.format) {
    case ExportFormat::Svg:
        return svgOf(draft.pages.first());
    case ExportFormat::Pdf:
        return pdfOf(draft.pages, draft.date, stop);
    case ExportFormat::Png:
        return pngOf(draft.pages.first(), draft.scale, stop);
    case ExportFormat::Drawio:
    case ExportFormat::Mermaid:
    case ExportFormat::Dot:
    case ExportFormat::Markdown:
        break;
    }
    return draft.text;
}

Result<Done> writeFile(const QString& path, const QByteArray& bytes)
{
    if (!isReplaceable(path))
        return Error{ErrorCode::FileUnwritable, {path}, QStringLiteral("what is there is not a regular file")};
    QSaveFile file(path);
    if (replaceWith(file, bytes))
        return Done{};
    return unwritten(file, path, bytes.size());
}

Result<Done> exportDiagram(const ExportSubject& subject, const ExportOptions& options)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return Error{ErrorCode::Unexpected, {QStringLiteral("export without a QGuiApplication")}, {}};
    return writeFile(options.path, fileOf(draftOf(subject, options)));
}

} // namespace snowmelt
