// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/image_store_actions.h"

#include "app/cli/cli_text.h"
#include "app/cli/print_image_store.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"

#include <QDir>

namespace snowmelt {
namespace {

const QString imagesName = QStringLiteral("images");
const QString verifyOption = QStringLiteral("--verify");
const QString pruneOption = QStringLiteral("--prune");
const QString keepOption = QStringLiteral("--keep");
const QString removeBuildsOption = QStringLiteral("--remove");
const QString exportOption = QStringLiteral("--export");
const QString importOption = QStringLiteral("--import");
const QString outFileOption = QStringLiteral("-o");
const QString imageFormatOption = QStringLiteral("--format");
const QString lxdFormat = QStringLiteral("lxd");
const QString ociFormat = QStringLiteral("oci");

constexpr int mostKept = 1000;

/// "shop" means its last version in the blueprint's order.
QString exportedName(const Call& call)
{
    const QString text = call.arguments.value(exportOption);
    const QStringList versions = call.blueprint.versionsOf(text);
    return versions.isEmpty() ? text : QString(text + u'@' + versions.last());
}

std::optional<ImageFormat> formatOf(const Call& call)
{
    const QString text = call.arguments.value(imageFormatOption, ociFormat);
    if (text == ociFormat)
        return ImageFormat::OciArchive;
    if (text == lxdFormat)
        return ImageFormat::Lxd;
    tellUsage(call.console,
              CliText::tr("%1 is “%2”; expected %3.")
                  .arg(imageFormatOption, text, QString(ociFormat + QStringLiteral(", ") + lxdFormat)),
              imagesName);
    return std::nullopt;
}

} // namespace

QList<Option> imageStoreOptions()
{
    return {
        {verifyOption, {}, CliText::tr("read all of the image store and name what is damaged")},
        {pruneOption, {}, CliText::tr("list the builds that nothing needs any more, and why the others stay")},
        {keepOption, QStringLiteral("COUNT"),
         CliText::tr("with --prune: so many builds of each version stay in any case")},
        {removeBuildsOption, {}, CliText::tr("with --prune: remove what is listed")},
        {exportOption, QStringLiteral("IMAGE[@VERSION]"), CliText::tr("write a built image to a file")},
        {outFileOption, QStringLiteral("OUT"), CliText::tr("with --export: the file")},
        {imageFormatOption, QStringLiteral("oci|lxd"),
         CliText::tr("with --export: an OCI archive, or OUT.tar and OUT.root.tar for LXD and Incus")},
        {importOption, QStringLiteral("ARCHIVE"), CliText::tr("take an image in that another Snowmelt exported")},
    };
}

QString imageStoreFault(const Arguments& arguments)
{
    QStringList chosen;
    for (const QString& action : {QStringLiteral("--tree"), verifyOption, pruneOption, exportOption, importOption})
        if (arguments.has(action))
            chosen.append(action);
    if (chosen.size() > 1)
        return CliText::tr("%1 and %2 exclude each other.").arg(chosen[0], chosen[1]);
    const QList<std::pair<QString, QString>> belong{{keepOption, pruneOption},
                                                    {removeBuildsOption, pruneOption},
                                                    {outFileOption, exportOption},
                                                    {imageFormatOption, exportOption}};
    for (const auto& [option, action] : belong)
        if (arguments.has(option) && !arguments.has(action))
            return CliText::tr("%1 needs %2.").arg(option, action);
    if (arguments.has(exportOption) && !arguments.has(outFileOption))
        return CliText::tr("%1 needs %2.").arg(exportOption, outFileOption);
    return {};
}

std::optional<int> runImageStoreAction(const Call& call)
{
    if (call.arguments.has(verifyOption))
        return verifyImages(call);
    if (call.arguments.has(pruneOption))
        return pruneImages(call);
    if (call.arguments.has(exportOption))
        return exportStoredImage(call);
    if (call.arguments.has(importOption))
        return importStoredImage(call);
    return std::nullopt;
}

Reading follow(const Call& call, const Intent& intent)
{
    ActPrinter printer(call.console);
    Reading reading;
    reading.finished = runOperation(call, {call.blueprint, intent}, [&](const Event& event) {
        reading.events.append(event);
        if (!call.arguments.json() && std::holds_alternative<Progress>(event.body))
            printer.print(event);
    });
    tellNotes(call.console, reading.all<LogLine>());
    return reading;
}

int verifyImages(const Call& call)
{
    const Reading reading = follow(call, VerifyImagesIntent{});
    const auto verified = reading.last<StoreVerified>();
    if (call.arguments.json()) {
        tellDocument(call.console, storeCheckJson(verified, reading.finished));
    } else {
        if (verified)
            printStoreCheck(call.console, verified->check);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

int pruneImages(const Call& call)
{
    PruneImagesIntent intent{call.arguments.has(removeBuildsOption)};
    const auto keep = numberValue(call, imagesName, keepOption, 1, mostKept, intent.keep);
    if (!keep)
        return exitUsage;
    intent.keep = *keep;
    const Reading reading = follow(call, intent);
    const auto pruned = reading.last<ImagesPruned>();
    if (call.arguments.json()) {
        tellDocument(call.console, pruningJson(pruned, reading.finished));
    } else {
        if (pruned)
            printPruning(call.console, pruned->pruning);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

int exportStoredImage(const Call& call)
{
    const auto image = imageValue(call, imagesName, exportedName(call));
    const auto format = image ? formatOf(call) : std::nullopt;
    if (!format)
        return exitUsage;
    const QString file = QDir::current().absoluteFilePath(call.arguments.value(outFileOption));
    const Reading reading = follow(call, ExportImageIntent{*image, *format, file});
    const auto exported = reading.last<ImageExported>();
    if (call.arguments.json()) {
        tellDocument(call.console, imageExportJson(exported, reading.finished));
    } else {
        if (exported)
            printExported(call.console, *exported);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

int importStoredImage(const Call& call)
{
    const QString file = QDir::current().absoluteFilePath(call.arguments.value(importOption));
    const Reading reading = follow(call, ImportImageIntent{file});
    const auto imported = reading.last<ImageImported>();
    if (call.arguments.json()) {
        tellDocument(call.console, imageImportJson(imported, reading.finished));
    } else {
        if (imported)
            printImported(call.console, imported->image);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

} // namespace snowmelt
