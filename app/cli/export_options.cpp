// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_options.h"

#include "app/cli/cli_text.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"
#include "ui/export/language_scope.h"
#include "ui/export/sidecar.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("export");
const QString outOption = QStringLiteral("-o");
const QString stdoutPath = QStringLiteral("-");
const QString formatOption = QStringLiteral("--format");
const QString liveOption = QStringLiteral("--live");
const QString reportOption = QStringLiteral("--report");
const QString showOption = QStringLiteral("--show");
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

/// False, and said: `fault` is what makes no sense.
bool refused(const Call& call, const QString& fault)
{
    tellUsage(call.console, fault, verbName);
    return false;
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

/// A day, or a moment; without a zone it is UTC, with one it is printed as the day it is there.
std::optional<QDateTime> dateOf(const QString& text)
{
    QDateTime date = QDateTime::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    if (date.timeSpec() == Qt::LocalTime)
        date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<DiagramMode> modeNamed(const QString& name)
{
    if (name == u"health")
        return DiagramMode::Health;
    if (name == u"drift")
        return DiagramMode::Drift;
    return name == u"image" ? std::optional(DiagramMode::Image) : std::nullopt;
}

bool takeLook(const Call& call, ExportOptions& options)
{
    const auto page = parsed<PageFormat>(
        call, pageOption, QStringLiteral("fit, a4, a3, letter, a4-landscape, a4-portrait …"), PageFormat{}, pageFormat);
    const auto date =
        parsed<QDateTime>(call, dateOption, QStringLiteral("2026-03-05, 2026-03-05T09:00:00Z"), exportMoment(), dateOf);
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

/// What only some formats have is refused with the others: nobody types it to have it ignored.
bool suitsFormat(const Call& call, const ExportOptions& options)
{
    const QString name = formatName(options.format);
    const Arguments& given = call.arguments;
    if (options.review && !canReview(options.format))
        return refused(call, CliText::tr("A report is pdf or markdown, not %1.").arg(name));
    if (given.has(scaleOption) && options.format != ExportFormat::Png)
        return refused(call, CliText::tr("%1 is for png, not for %2.").arg(scaleOption, name));
    if (given.has(pageOption) && options.format != ExportFormat::Pdf)
        return refused(call, CliText::tr("%1 is for pdf, not for %2.").arg(pageOption, name));
    if (given.has(showOption) && !isPicture(options.format))
        return refused(call, CliText::tr("%1 is for svg, pdf and png, not for %2.").arg(showOption, name));
    return true;
}

bool suitsTarget(const Call& call, const ExportWish& wish)
{
    if (wish.toStdout && call.arguments.json())
        return refused(call, CliText::tr("--json and the file cannot both go to stdout."));
    if (!wish.toStdout && isBlueprintOrSidecar(wish.options.path, call.blueprint.path))
        return refused(call, CliText::tr("%1 is the blueprint, or what the window keeps beside it. Name another file.")
                                 .arg(wish.options.path));
    return true;
}

} // namespace

QList<Option> exportOptions()
{
    return {{outOption, QStringLiteral("OUT"),
             CliText::tr("the file to write, or - for stdout; what its name ends in says the format")},
            {formatOption, QStringLiteral("FORMAT"), formatNames()},
            {liveOption, {}, CliText::tr("what runs now, not the blueprint alone")},
            {reportOption, {}, CliText::tr("the review: diagram, what runs where, versions, drift, risks, cost")},
            {showOption, QStringLiteral("MODE"), CliText::tr("of a picture: health, drift or image")},
            {darkOption, {}, CliText::tr("on a dark ground")},
            {languageOption, QStringLiteral("LANGUAGE"), CliText::tr("of the file: en or ko")},
            {scaleOption, QStringLiteral("1-4"), CliText::tr("of a PNG")},
            {pageOption, QStringLiteral("PAGE"),
             CliText::tr("of a PDF: fit, a4, a3, letter; with -landscape or -portrait behind it")},
            {dateOption, QStringLiteral("DATE"),
             CliText::tr("printed and stamped instead of now: the same input gives the same bytes")}};
}

std::optional<ExportWish> exportWish(const Call& call)
{
    ExportWish wish;
    wish.options.path = call.arguments.value(outOption);
    wish.toStdout = wish.options.path == stdoutPath;
    wish.live = call.arguments.has(liveOption);
    const std::optional<ExportFormat> format = formatValue(call);
    if (!format || !takeLook(call, wish.options))
        return std::nullopt;
    const auto mode =
        parsed<DiagramMode>(call, showOption, QStringLiteral("health, drift, image"), DiagramMode::Health, modeNamed);
    wish.options.format = *format;
    wish.options.review = call.arguments.has(reportOption) || *format == ExportFormat::Markdown;
    if (!mode || !suitsFormat(call, wish.options) || !suitsTarget(call, wish))
        return std::nullopt;
    wish.mode = *mode;
    return wish;
}

} // namespace snowmelt
