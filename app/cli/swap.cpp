// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agree_on_plan.h"
#include "app/cli/cli_text.h"
#include "app/cli/deployment_options.h"
#include "app/cli/operation_run.h"
#include "app/cli/safeguards.h"
#include "app/cli/tell.h"
#include "models/editing/edited.h"
#include "ui/export/whole_file.h"

#include <QFile>

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("swap");
const QString writeOption = QStringLiteral("--write");

QString consequence(const DeploymentOptions& wanted)
{
    return CliText::tr("This creates new nodes of %1 from %2, moves all traffic to them and removes the old ones.")
        .arg(wanted.group, wanted.to.text());
}

/// The blueprint's text with the group's new image; every other byte stays.
bool writeBlueprint(const QString& path, const DeploymentOptions& wanted)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const Edited written = edited(file.readAll(), path, SetImage{wanted.group, wanted.to});
    // It may say so already: written by hand while the swap ran.
    if (written.refusal && written.refusal->why == EditRefusal::Why::NothingToDo)
        return true;
    QSaveFile out(path);
    return written.ok() && replaceWith(out, written.text);
}

int runSwap(const Call& call)
{
    const std::optional<DeploymentOptions> wanted = readDeploymentOptions(call, verbName);
    if (!wanted)
        return exitUsage;
    const PlanIntent plan{wanted->group, wanted->to, wanted->bakeSeconds, wanted->options};
    const Agreement agreement = agreeOnPlan(call, plan, consequence(*wanted));
    if (agreement.refused)
        return *agreement.refused;
    const SwapIntent swap{wanted->group, wanted->to, wanted->bakeSeconds, agreement.options};
    const Finished finished = act(call, swap, agreement.shown);
    const bool writes = call.arguments.has(writeOption) && finished.outcome == OutcomeKind::Done;
    // The canonical path: replacing a symbolic link by a file would take the blueprint out of its repository.
    if (writes && !writeBlueprint(call.blueprint.path, *wanted)) {
        tellError(call.console, {ErrorCode::FileUnwritable, {call.arguments.file}, {}}, finished.safety);
        return exitFailed;
    }
    return exitCode(finished.outcome);
}

} // namespace

Verb swapVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("move a group to another image: new nodes, then the traffic, then the old ones go");
    verb.words = {QStringLiteral("GROUP")};
    verb.options = deploymentOptions();
    verb.options.append(verboseActOption());
    verb.options.append({writeOption, {}, CliText::tr("write the new version into the blueprint when it is done")});
    verb.required = requiredDeploymentOptions();
    verb.asks = true;
    verb.takesLease = true;
    verb.run = runSwap;
    return verb;
}

} // namespace snowmelt
