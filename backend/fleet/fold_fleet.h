// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/slot_marks.h"
#include "backend/platform/platform.h"
#include "models/domain/blueprint/blueprint.h"
#include "models/domain/fleet.h"

#include <QMap>

namespace snowmelt {

/// All that was asked of a fleet in one look. A node or balancer that is not in a map was not asked.
struct FleetLook
{
    Blueprint blueprint;
    FleetKey fleet;
    QDateTime at; ///< UTC
    QList<NodeFacts> facts;
    QMap<QString, Result<BalancerReading>> readings; ///< by balancer
    QMap<QString, HttpAnswer> answers;               ///< by node
    SlotMarks marks{};                               ///< this look already in them
};

/// One look folded into a state: who is healthy and why not, and who has which share of the traffic. Pure.
///
/// A node that does not run is Down. One that runs is what its own answer and its balancer say: no answer or any status
/// but 200 is Down; 200 but the balancer says its check fails is Down; taken out of new traffic is Draining; slow is
/// Degraded; not asked is Unknown. A database is seen through the nodes that use it.
FleetState foldFleet(const FleetLook& look);

/// The group's health question, where the node's answer to it is: nothing when its port is not published.
std::optional<Endpoint> serviceOf(const NodeFacts& node, int port);

} // namespace snowmelt
