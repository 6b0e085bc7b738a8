// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/consent.h"
#include "app/cli/documents.h"
#include "app/cli/operation_run.h"
#include "app/cli/print_open.h"
#include "app/cli/tell.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("resume");
const QString groupOption = QStringLiteral("--group");
const QList<Way> allWays{Way::Continue, Way::RollBack, Way::Adopt};

QString wayOption(Way way)
{
    return QStringLiteral("--") + optionOf(way);
}

QList<Way> waysAskedFor(const Arguments& arguments)
{
    QList<Way> ways;
    for (const Way way : allWays) {
        if (arguments.has(wayOption(way)))
            ways.append(way);
    }
    return ways;
}

struct Looked
{
    Reading reading;
    QList<OpenDeployment> open; ///< of the group, when one was named
    bool ok() const { return reading.last<OpenDeploymentsSeen>().has_value(); }
};

Looked look(const Call& call)
{
    const QString group = call.arguments.value(groupOption);
    Looked looked{read(call, ResumeIntent{group, {}}), {}};
    const auto seen = looked.reading.last<OpenDeploymentsSeen>().value_or(OpenDeploymentsSeen());
    for (const OpenDeployment& open : seen.open) {
        if (group.isEmpty() || open.plan.group == group)
            looked.open.append(open);
    }
    if (looked.reading.finished.outcome == OutcomeKind::Done && !looked.open.isEmpty())
        looked.reading.finished.outcome = OutcomeKind::Differences;
    return looked;
}

void printAll(Console& console, const QList<OpenDeployment>& all)
{
    if (all.isEmpty())
        console.out(CliText::tr("No deployment is open."));
    for (const OpenDeployment& open : all)
        printOpen(console, open, QDateTime::currentDateTimeUtc());
}

int list(const Call& call)
{
    const Looked looked = look(call);
    const Finished& finished = looked.reading.finished;
    if (call.arguments.json()) {
        tellDocument(call.console, openDeploymentsJson(looked.open, finished));
    } else {
        if (looked.ok())
            printAll(call.console, looked.open);
        tellFailure(call.console, finished);
    }
    return exitCode(finished.outcome);
}

/// More than one is open, and nobody said which.
int tellAmbiguous(const Call& call, const QList<OpenDeployment>& all)
{
    QStringList groups;
    for (const OpenDeployment& open : all)
        groups.append(open.plan.group);
    tellUsage(call.console,
              CliText::tr("Several deployments are open (%1): say which with --group.")
                  .arg(groups.join(QStringLiteral(", "))),
              verbName);
    return exitUsage;
}

int resume(const Call& call, Way way, const OpenDeployment& open)
{
    const QString title = deploymentTitle(open.verb, open.plan);
    const QString consequence =
        title + QStringLiteral(" · ") + wayText(way) + QStringLiteral(": ") + wayConsequence(way, open);
    if (const auto refused = refusal(call, consequence))
        return *refused;
    const ResumeIntent intent{open.plan.group, way};
    return exitCode(act(call, intent, Shown{{}, {}, {open.plan.deployment}}).outcome);
}

/// Said twice, the second time has nothing left to do; a group that is none was a mistake.
int nothingOpen(const Call& call, const Reading& looked)
{
    const QString group = call.arguments.value(groupOption);
    const auto isIt = [&group](const Group& one) { return one.name == group; };
    if (!group.isEmpty() && std::ranges::none_of(call.blueprint.groups, isIt))
        return stopped(call, looked, Error{ErrorCode::GroupUnknown, {group}, {}});
    if (!call.arguments.json())
        printAll(call.console, {});
    return stopped(call, looked, std::nullopt);
}

int take(const Call& call, Way way)
{
    if (const auto refused = refusalUnasked(call, CliText::tr("This brings an open deployment to an end.")))
        return *refused;
    const Looked looked = look(call);
    if (!looked.ok())
        return stopped(call, looked.reading, std::nullopt);
    if (looked.open.size() > 1)
        return tellAmbiguous(call, looked.open);
    if (looked.open.isEmpty())
        return nothingOpen(call, looked.reading);
    const OpenDeployment& open = looked.open.constFirst();
    if (!call.arguments.json())
        printOpen(call.console, open, QDateTime::currentDateTimeUtc());
    if (const auto closed = whyClosed(way, open))
        return stopped(call, looked.reading, closed);
    return resume(call, way, open);
}

int runResume(const Call& call)
{
    const QList<Way> ways = waysAskedFor(call.arguments);
    if (ways.isEmpty())
        return list(call);
    if (ways.size() == 1)
        return take(call, ways.first());
    tellUsage(call.console, CliText::tr("%1 and %2 exclude each other.").arg(wayOption(ways[0]), wayOption(ways[1])),
              verbName);
    return exitUsage;
}

} // namespace

Verb resumeVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("show the deployments nobody works on, and bring one to an end");
    verb.options = {{groupOption, QStringLiteral("GROUP"), CliText::tr("the open deployment of this group")},
                    {wayOption(Way::Continue), {}, CliText::tr("go on with its plan where it stands")},
                    {wayOption(Way::RollBack), {}, CliText::tr("give the traffic back to blue and remove green")},
                    {wayOption(Way::Adopt), {}, CliText::tr("what runs is right as it is: forget the plan")},
                    {QStringLiteral("--verbose"), {}, CliText::tr("say where the gates stand even when all pass")}};
    verb.asks = true;
    verb.takesLease = true;
    verb.run = runResume;
    return verb;
}

} // namespace snowmelt
