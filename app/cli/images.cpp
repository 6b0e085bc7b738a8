// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "models/wording/wording.h"

namespace snowmelt {
namespace {

Span stateOf(const ImageRecord& image)
{
    if (image.digest.isNull())
        return {CliText::tr("not built"), TerminalInk::Faint};
    if (image.stale)
        return {CliText::tr("recipe changed since"), TerminalInk::Amber};
    return {CliText::tr("built"), TerminalInk::Plain};
}

Line rowOf(const ImageRecord& image, const QDateTime& now)
{
    const bool built = !image.digest.isNull();
    return {{image.ref.text(), TerminalInk::Strong},
            {tierText(image.tier)},
            stateOf(image),
            {built ? sizeText(image.size) : QString()},
            {built ? QString::number(image.packages) : QString()},
            {image.nodes > 0 ? QString::number(image.nodes) : QString()},
            {ageText(image.builtAt, now), TerminalInk::Faint},
            {image.digest.shortHex(), TerminalInk::Faint}};
}

void print(Console& console, const QList<ImageRecord>& images)
{
    using enum Table::Align;
    Table table({{CliText::tr("IMAGE")},
                 {CliText::tr("TIER")},
                 {CliText::tr("STATE")},
                 {CliText::tr("SIZE"), Right},
                 {CliText::tr("PACKAGES"), Right},
                 {CliText::tr("NODES"), Right},
                 {CliText::tr("BUILT")},
                 {CliText::tr("DIGEST")}});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const ImageRecord& image : images)
        table.row(rowOf(image, now));
    table.print(console);
}

int runImages(const Call& call)
{
    const Reading reading = read(call, ImagesIntent{});
    const QList<ImageRecord> images = reading.last<ImagesListed>().value_or(ImagesListed()).images;
    if (call.arguments.json()) {
        tellDocument(call.console, imagesJson(images, reading.finished));
    } else {
        print(call.console, images);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

} // namespace

Verb imagesVerb()
{
    Verb verb;
    verb.name = QStringLiteral("images");
    verb.summary = CliText::tr("list the images of the blueprint, built or not");
    verb.run = runImages;
    return verb;
}

} // namespace snowmelt
