// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/chosen_for_rebirth.h"

#include "app/cli/cli_text.h"
#include "app/cli/name_order.h"
#include "app/cli/operation_run.h"
#include "app/cli/tell.h"
#include "models/wording/wording.h"

#include <QMap>

#include <algorithm>

namespace snowmelt {
namespace {

/// The nodes of groups, by name; of others there is no rebirth.
QMap<QString, QString> groupsOf(const FleetState& fleet, const QString& only)
{
    QMap<QString, QString> groups;
    for (const GroupState& group : fleet.groups) {
        for (const NodeState& node : group.nodes) {
            if (only.isEmpty() || group.name == only)
                groups.insert(node.name, group.name);
        }
    }
    return groups;
}

/// With --json stdout is the act's alone.
void aside(const Call& call, const QString& text)
{
    if (call.arguments.json())
        call.console.err(text);
    else
        call.console.out(text);
}

ChosenForRebirth noneOf(const Call& call, const Reading& scanned)
{
    const QList<NodeUnseen> unseen = scanned.all<NodeUnseen>();
    const bool complete = scanned.finished.outcome == OutcomeKind::Done;
    aside(call, complete ? CliText::tr("No node differs from its image. Nothing was touched.")
                         : CliText::tr("No node was seen to differ from its image, and not all could be seen. Nothing "
                                       "was touched."));
    return {{}, complete ? exitOk : exitCode(OutcomeKind::Incomplete)};
}

} // namespace

ChosenForRebirth driftedNodes(const Call& call, const QString& verb, const QString& group)
{
    if (!group.isEmpty() && !call.blueprint.findGroup(group))
        return {{}, stopped(call, Reading(), Error{ErrorCode::GroupUnknown, {group}, {}})};
    const Reading looked = read(call, StatusIntent{});
    const auto seen = looked.last<FleetObserved>();
    if (!seen || looked.finished.error)
        return {{}, stopped(call, looked, std::nullopt)};
    const QMap<QString, QString> groups = groupsOf(seen->fleet, group);
    if (groups.isEmpty())
        return {{}, stopped(call, looked, Error{ErrorCode::FleetNotUp, {call.blueprint.name}, {}})};
    const Reading scanned = read(call, ScanIntent{groups.keys()});
    for (const NodeUnseen& unseen : scanned.all<NodeUnseen>())
        aside(call, CliText::tr("%1 could not be scanned, and is left as it is: %2")
                        .arg(unseen.node, sentence(unseen.error).what));
    if (scanned.finished.error || scanned.finished.outcome == OutcomeKind::Cancelled)
        return {{}, stopped(call, scanned, std::nullopt)};
    QStringList drifted;
    QStringList from;
    for (const NodeScanned& one : scanned.all<NodeScanned>()) {
        if (one.report.differences.isEmpty())
            continue;
        drifted.append(one.report.node);
        from.append(groups.value(one.report.node));
    }
    from.removeDuplicates();
    if (drifted.isEmpty())
        return noneOf(call, scanned);
    if (from.size() == 1) {
        std::ranges::sort(drifted, beforeByName);
        return {drifted, std::nullopt};
    }
    tellUsage(call.console,
              CliText::tr("Nodes of %1 differ. One group is reborn at a time: name it with --group.")
                  .arg(from.join(QStringLiteral(", "))),
              verb);
    return {{}, exitUsage};
}

} // namespace snowmelt
