// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/recovery.h"

#include "models/domain/planning/control.h"

#include <algorithm>

namespace snowmelt {

namespace {

QStringList thereOf(const QList<PlannedNode>& side, const FleetState& fleet)
{
    QStringList names;
    for (const PlannedNode& planned : side) {
        const NodeState* node = fleet.findNode(planned.name);
        if (node && node->exists())
            names.append(planned.name);
    }
    return names;
}

bool serves(const QList<PlannedNode>& side, const FleetState& fleet)
{
    return std::ranges::any_of(side, [&fleet](const PlannedNode& planned) {
        const NodeState* node = fleet.findNode(planned.name);
        return node && node->share > 0;
    });
}

ServingSide servingSide(const Plan& plan, const FleetState& fleet)
{
    const bool blue = serves(plan.blue, fleet);
    const bool green = serves(plan.green, fleet);
    if (blue && green)
        return ServingSide::Both;
    if (blue)
        return ServingSide::Blue;
    return green ? ServingSide::Green : ServingSide::Unknown;
}

/// Before the switch green is made anew; a blue that lost a node still serves. Past it green must be whole.
QString againstContinue(const OpenDeployment& open)
{
    if (open.goingBack)
        return u"goingBack"_qs;
    if (open.serving == ServingSide::Green && open.greenThere.size() < open.plan.green.size())
        return u"greenGone"_qs;
    return {};
}

QString againstRollBack(const OpenDeployment& open)
{
    if (isPastNoReturn(open.plan, open.step) && !open.goingBack)
        return u"pastNoReturn"_qs;
    return open.blueThere.size() < open.plan.blue.size() && open.serving != ServingSide::Blue ? u"blueGone"_qs
                                                                                              : QString();
}

/// With one node of many reborn, the others serve beside both sides: that is no reason against it.
QString againstAdopt(const OpenDeployment& open)
{
    return open.serving == ServingSide::Both ? u"bothServe"_qs : QString();
}

QString reasonAgainst(Way way, const OpenDeployment& open)
{
    // Its records cannot be read: nobody can go on or back by them, only forget them.
    if (open.plan.steps.isEmpty())
        return way == Way::Adopt ? QString() : u"unreadable"_qs;
    if (open.serving == ServingSide::Unknown)
        return u"unseen"_qs;
    switch (way) {
    case Way::Continue:
        return againstContinue(open);
    case Way::RollBack:
        return againstRollBack(open);
    case Way::Adopt:
        return againstAdopt(open);
    }
    return {};
}

} // namespace

OpenDeployment judged(OpenDeployment open, const FleetState& fleet)
{
    open.blueThere = thereOf(open.plan.blue, fleet);
    open.greenThere = thereOf(open.plan.green, fleet);
    open.serving = fleet.complete() ? servingSide(open.plan, fleet) : ServingSide::Unknown;
    open.ways.clear();
    for (const Way way : {Way::RollBack, Way::Continue, Way::Adopt}) {
        if (!refusal(way, open))
            open.ways.append(way);
    }
    return open;
}

std::optional<Error> refusal(Way way, const OpenDeployment& open)
{
    const QString reason = reasonAgainst(way, open);
    if (reason.isEmpty())
        return {};
    return Error{ErrorCode::WayClosed, {optionOf(way), open.plan.group, reason}, {}};
}

QString optionOf(Way way)
{
    switch (way) {
    case Way::Continue:
        return u"continue"_qs;
    case Way::RollBack:
        return u"roll-back"_qs;
    case Way::Adopt:
        return u"adopt"_qs;
    }
    return {};
}

} // namespace snowmelt
