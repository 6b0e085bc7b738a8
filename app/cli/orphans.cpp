// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/consent.h"
#include "app/cli/documents.h"
#include "app/cli/operation_ids.h"
#include "app/cli/operation_run.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"
#include "models/wording/wording.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("orphans");
const QString removeOption = QStringLiteral("--remove");
const QString removeAllOption = QStringLiteral("--remove-all");

struct Looked
{
    Reading reading;
    QList<Orphan> orphans;
    bool ok() const { return reading.last<OrphansSeen>().has_value(); }
    QStringList names() const
    {
        QStringList all;
        for (const Orphan& orphan : orphans)
            all.append(orphan.name);
        return all;
    }
};

Looked look(const Call& call)
{
    Looked looked{read(call, OrphansIntent{}), {}};
    looked.orphans = looked.reading.last<OrphansSeen>().value_or(OrphansSeen()).orphans;
    if (looked.reading.finished.outcome == OutcomeKind::Done && !looked.orphans.isEmpty())
        looked.reading.finished.outcome = OutcomeKind::Differences;
    return looked;
}

QString kindOf(const Orphan& orphan)
{
    switch (orphan.kind) {
    case OrphanKind::Node:
        return CliText::tr("node");
    case OrphanKind::Volume:
        return CliText::tr("volume");
    case OrphanKind::Network:
        return CliText::tr("network");
    case OrphanKind::Image:
        return CliText::tr("image");
    case OrphanKind::Addresses:
        return CliText::tr("addresses");
    }
    return {};
}

Line rowOf(const Orphan& orphan, const QDateTime& now)
{
    const QString age = orphan.bornAt.isValid() ? ageText(orphan.bornAt, now) : CliText::tr("not known");
    return {{orphan.name, TerminalInk::Strong},
            {kindOf(orphan)},
            {age, TerminalInk::Faint},
            {orphan.size >= 0 ? sizeText(orphan.size) : QString(), TerminalInk::Faint},
            {refText(orphan.image)},
            {orphan.deployment.left(shortestId), TerminalInk::Faint},
            {orphanReasonText(orphan.reason)}};
}

void print(Console& console, const QList<Orphan>& orphans)
{
    if (orphans.isEmpty())
        console.out(CliText::tr("There are no orphans: something refers to all that Snowmelt made for this fleet."));
    Table table({{CliText::tr("NAME")},
                 {CliText::tr("WHAT")},
                 {CliText::tr("MADE")},
                 {CliText::tr("SIZE")},
                 {CliText::tr("IMAGE")},
                 {CliText::tr("DEPLOYMENT")},
                 {CliText::tr("WHY")}});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Orphan& orphan : orphans)
        table.row(rowOf(orphan, now));
    table.print(console);
}

int list(const Call& call)
{
    const Looked looked = look(call);
    const Finished& finished = looked.reading.finished;
    if (call.arguments.json()) {
        tellDocument(call.console, orphansJson(looked.orphans, finished));
    } else {
        if (looked.ok())
            print(call.console, looked.orphans);
        tellFailure(call.console, finished);
    }
    return exitCode(finished.outcome);
}

QString consequence(const QStringList& names)
{
    return CliText::tr("This removes %1 for good, with all that is on them.").arg(names.join(QStringLiteral(", ")));
}

int removeThem(const Call& call)
{
    if (const auto refused = refusalUnasked(call, CliText::tr("This removes orphans for good.")))
        return *refused;
    const Looked looked = look(call);
    if (!looked.ok())
        return stopped(call, looked.reading, std::nullopt);
    if (!call.arguments.json())
        print(call.console, looked.orphans);
    const QStringList there = looked.names();
    const bool all = call.arguments.has(removeAllOption);
    const QStringList names = all ? there : call.arguments.list(removeOption);
    for (const QString& name : names) {
        if (!there.contains(name))
            return stopped(call, looked.reading, Error{ErrorCode::NotAnOrphan, {name}, {}});
    }
    if (names.isEmpty())
        return stopped(call, looked.reading, std::nullopt);
    if (const auto refused = refusal(call, consequence(names)))
        return *refused;
    return exitCode(act(call, OrphansIntent{names}).outcome);
}

int runOrphans(const Call& call)
{
    const bool some = call.arguments.has(removeOption);
    const bool all = call.arguments.has(removeAllOption);
    if (some && all) {
        tellUsage(call.console, CliText::tr("%1 and %2 exclude each other.").arg(removeOption, removeAllOption),
                  verbName);
        return exitUsage;
    }
    return some || all ? removeThem(call) : list(call);
}

} // namespace

Verb orphansVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("list what Snowmelt made for this fleet and nothing refers to, and remove it");
    verb.options = {{removeOption, QStringLiteral("NAME[,NAME]"), CliText::tr("remove these")},
                    {removeAllOption, {}, CliText::tr("remove all that are listed")}};
    verb.asks = true;
    verb.takesLease = true;
    verb.run = runOrphans;
    return verb;
}

} // namespace snowmelt
