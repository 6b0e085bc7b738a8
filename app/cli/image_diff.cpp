// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/documents.h"
#include "app/cli/operation_run.h"
#include "app/cli/print_image_diff.h"
#include "app/cli/tell.h"
#include "models/domain/image/compare_images.h"
#include "models/domain/image/meant_image.h"

namespace snowmelt {
namespace {

const QString listFilesOption = QStringLiteral("--verbose");

QString faultOf(const Arguments& arguments)
{
    for (const QString& word : arguments.words)
        if (!canMeanImage(word))
            return CliText::tr("“%1” is no image: name it as IMAGE@VERSION, or by six digits of its digest or more.")
                .arg(word);
    return {};
}

/// What was not compared is never the same, whatever the end says.
OutcomeKind endOf(const Reading& reading, const std::optional<ImagesCompared>& compared)
{
    if (reading.finished.outcome != OutcomeKind::Done && reading.finished.outcome != OutcomeKind::Differences)
        return reading.finished.outcome;
    return compared ? outcomeOf(compared->diff) : OutcomeKind::Incomplete;
}

int runImageDiff(const Call& call)
{
    const Arguments& said = call.arguments;
    Reading reading = read(call, ImageDiffIntent{said.words.value(0), said.words.value(1)});
    const auto compared = reading.last<ImagesCompared>();
    reading.finished.outcome = endOf(reading, compared);
    if (said.json()) {
        const auto diff = compared ? std::optional(compared->diff) : std::nullopt;
        tellDocument(call.console, imageDiffJson(diff, reading.finished));
    } else {
        if (compared)
            printImageDiff(call.console, compared->diff, QDateTime::currentDateTimeUtc(),
                           said.has(listFilesOption) ? PackageFileRows::Listed : PackageFileRows::Counted);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

} // namespace

Verb imageDiffVerb()
{
    Verb verb;
    verb.name = QStringLiteral("image-diff");
    verb.summary = CliText::tr("compare two built images: packages, files, users, services, recipe");
    verb.words = {QStringLiteral("A"), QStringLiteral("B")};
    verb.options = {{listFilesOption, {}, CliText::tr("list the files of packages that differ, too")}};
    verb.fault = faultOf;
    verb.run = runImageDiff;
    return verb;
}

} // namespace snowmelt
