// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"
#include "ui/export/exporter.h"
#include "ui/export/language_scope.h"
#include "ui/export/sidecar.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("export");
const QString outOption = QStringLiteral("-o");
const QString formatOption = QStringLiteral("--format");
const QString liveOption = QStringLiteral("--live");
const QString reportOption = QStringLiteral("--report");
const QString darkOption = QStringLiteral("--dark");
const QString languageOption = QStringLiteral("--lang");
const QString scaleOption = QStringLiteral("--scale");
const QString pageOption = QStringLiteral("--page");
const QString dateOption = QStringLiteral("--date");

constexpr int largestScale = 4;
constexpr int usualScale = 2;

QString formatNames()
{
    QStringList names;
    for (const ExportFormat format : exportFormats())
        names.append(formatName(format));
    return names.join(QStringLiteral(", "));
}

/// The value of an option through `parse`, `fallback` without the option; nullopt: it was no such value, and the person
/// has been told.
template <typename T>
std::optional<T> parsed(const Call& call, const QString& option, const QString& expected, const T& fallback,
                        std::optional<T> (*parse)(const QString&))
{
    if (!call.arguments.has(option))
        return fallback;
    const QString text = call.arguments.value(option);
    std::optional<T> value = parse(text);
    if (!value)
        tellUsage(call.console, CliText::tr("%1 is “%2”; expected %3.").arg(option, text, expected), verbName);
    return value;
}

/// By --format, or by what the name ends in.
std::optional<ExportFormat> formatValue(const Call& call)
{
    const QString path = call.arguments.value(outOption);
    const std::optional<ExportFormat> byEnding = formatOf(path);
    if (!call.arguments.has(formatOption) && !byEnding) {
        tellUsage(call.console,
                  CliText::tr("What “%1” ends in is no format; name one with --format: %2.").arg(path, formatNames()),
                  verbName);
        return std::nullopt;
    }
    return parsed<ExportFormat>(call, formatOption, formatNames(), byEnding.value_or(ExportFormat::Svg), formatNamed);
}

/// A day, or a moment; without a zone it is UTC.
std::optional<QDateTime> dateOf(const QString& text)
{
    QDateTime date = QDateTime::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    if (date.timeSpec() == Qt::LocalTime)
        date.setTimeSpec(Qt::UTC);
    return date.toUTC();
}

bool takeLook(const Call& call, ExportOptions& options)
{
    const auto page = parsed<PageFormat>(
        call, pageOption, QStringLiteral("fit, a4, a3, letter, a4-landscape, a4-portrait …"), PageFormat{}, pageFormat);
    const auto date = parsed<QDateTime>(call, dateOption, QStringLiteral("2026-03-05, 2026-03-05T09:00:00Z"),
                                        QDateTime::currentDateTimeUtc(), dateOf);
    const auto scale = numberValue(call, verbName, scaleOption, 1, largestScale, usualScale);
    if (!page || !date || !scale)
        return false;
    if (call.arguments.has(languageOption)) {
        options.language =
            parsed<QLocale::Language>(call, languageOption, QStringLiteral("en, ko"), QLocale::English, exportLanguage);
        if (!options.language)
            return false;
    }
    options.page = *page;
    options.date = *date;
    options.scale = *scale;
    options.dark = call.arguments.has(darkOption);
    return true;
}

std::optional<ExportOptions> optionsOf(const Call& call)
{
    ExportOptions options;
    options.path = call.arguments.value(outOption);
    const std::optional<ExportFormat> format = formatValue(call);
    if (!format || !takeLook(call, options))
        return std::nullopt;
    options.format = *format;
    options.review = call.arguments.has(reportOption) || *format == ExportFormat::Markdown;
    if (options.review && !canReview(*format)) {
        tellUsage(call.console, CliText::tr("A report is pdf or markdown, not %1.").arg(formatName(*format)), verbName);
        return std::nullopt;
    }
    return options;
}

/// --json: like an act's last event, without the rest.
void tellWritten(const Call& call, const ExportOptions& options)
{
    if (call.arguments.json())
        tellDocument(call.console, {{QStringLiteral("schema"), QStringLiteral("snowmelt.export/1")},
                                    {QStringLiteral("file"), options.path},
                                    {QStringLiteral("format"), formatName(options.format)}});
    else
        call.console.out(CliText::tr("%1 is written.").arg(options.path));
}

/// Where a person put things in the window. Nothing is renamed here: who only draws changes no files.
Arrangement placesFor(const Call& call)
{
    const QString path = sidecarOf(call.blueprint.path);
    const SidecarRead read = path.isEmpty() ? SidecarRead() : readSidecar(path);
    if (!read.fault.isEmpty())
        call.console.err(
            CliText::tr("The places in %1 cannot be read (%2). The diagram is laid out afresh.").arg(path, read.fault));
    return read.arrangement;
}

int runExport(const Call& call)
{
    const std::optional<ExportOptions> options = optionsOf(call);
    if (!options)
        return exitUsage;
    FleetState fleet;
    OutcomeKind outcome = OutcomeKind::Done;
    if (call.arguments.has(liveOption)) {
        const Reading reading = read(call, StatusIntent{});
        const auto observed = reading.last<FleetObserved>();
        if (!observed) {
            tellFailure(call.console, reading.finished);
            return exitCode(reading.finished.outcome);
        }
        fleet = observed->fleet;
        // A picture with blind spots is written, and said to have them. That the fleet differs is no failure of a
        // picture.
        if (!fleet.complete())
            outcome = OutcomeKind::Incomplete;
    }
    const Result<Done> written = exportDiagram(subjectOf(call.blueprint, fleet, placesFor(call)), *options);
    if (!written.ok()) {
        tellError(call.console, written.error(), Safety::Unchanged);
        return exitFailed;
    }
    tellWritten(call, *options);
    return exitCode(outcome);
}

} // namespace

Verb exportVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("draw the fleet into a file, or write its review");
    verb.options = {
        {outOption, QStringLiteral("OUT"), CliText::tr("the file to write; what its name ends in says the format")},
        {formatOption, QStringLiteral("FORMAT"), formatNames()},
        {liveOption, {}, CliText::tr("what runs now, not the blueprint alone")},
        {reportOption, {}, CliText::tr("the review: diagram, what runs where, versions, drift, risks, cost")},
        {darkOption, {}, CliText::tr("on a dark ground")},
        {languageOption, QStringLiteral("LANGUAGE"), CliText::tr("of the file: en or ko")},
        {scaleOption, QStringLiteral("1-4"), CliText::tr("of a PNG")},
        {pageOption, QStringLiteral("PAGE"),
         CliText::tr("of a PDF: fit, a4, a3, letter; with -landscape or -portrait behind it")},
        {dateOption, QStringLiteral("DATE"),
         CliText::tr("printed and stamped instead of now: the same input gives the same bytes")}};
    verb.required = {outOption};
    verb.run = runExport;
    return verb;
}

} // namespace snowmelt
