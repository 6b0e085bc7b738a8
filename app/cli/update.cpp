// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"
#include "models/wording/image_wording.h"
#include "models/wording/lock_wording.h"
#include "models/wording/wording.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("update");
const QString writeOption = QStringLiteral("--write");

void print(Console& console, const LockMoved& moved)
{
    console.out({{moved.image.text(), TerminalInk::Strong},
                 {QStringLiteral("  ") + lockMoveText(moved.changes), TerminalInk::Plain}});
    for (const ImageDifference& change : moved.changes) {
        const bool harm = change.change == ImageChange::Older || change.change == ImageChange::Changed;
        console.out({{QStringLiteral("  ") + imageChangeMark(change.change) + u' ',
                      harm ? TerminalInk::Amber : TerminalInk::Plain},
                     {lockChangeText(change), TerminalInk::Plain}});
    }
}

int look(const Call& call, const ImageRef& image)
{
    const Reading reading = read(call, UpdateLockIntent{image, false});
    for (const LockMoved& moved : reading.all<LockMoved>())
        print(call.console, moved);
    if (reading.finished.outcome == OutcomeKind::Differences)
        call.console.out(CliText::tr("Nothing was written. With %1 the images are built so, and their locks moved.")
                             .arg(writeOption));
    tellFailure(call.console, reading.finished);
    return exitCode(reading.finished.outcome);
}

int runUpdate(const Call& call)
{
    const std::optional<ImageRef> image = namedImage(call, verbName, call.arguments.words.value(0));
    if (!image)
        return exitUsage;
    const bool write = call.arguments.has(writeOption);
    if (!write && !call.arguments.json())
        return look(call, *image);
    return exitCode(act(call, UpdateLockIntent{*image, write}).outcome);
}

} // namespace

Verb updateVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("say which packages of an image and of the tiers below it have moved since they were "
                               "locked, and move their locks");
    verb.words = {QStringLiteral("IMAGE[@VERSION]")};
    verb.options = {{writeOption, {}, CliText::tr("build the images with what there is now, then write their locks")}};
    verb.run = runUpdate;
    return verb;
}

} // namespace snowmelt
