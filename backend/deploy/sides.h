// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"
#include "models/domain/event.h"
#include "models/domain/planning/plan.h"

#include <QStringList>

namespace snowmelt {

/// Pure questions about the two sides of a deployment, asked of a reading or a config. A planned node without a slot
/// (a dead one may have lost it) is passed over everywhere.

/// These nodes' slots in this mode, for BalancerDriver::setModes.
QList<SlotPlacement> placements(const QList<PlannedNode>& side, SlotMode mode);

/// The config with both sides of the plan in these modes and everything else as it was. Addresses come from `nodes`;
/// those of nodes that are gone stay as the config has them.
BalancerConfig withSides(BalancerConfig config, const Plan& plan, const QList<NodeFacts>& nodes, int port,
                         SlotMode blue, SlotMode green);

/// The first node of the side that takes no new traffic right now; null when all do.
const PlannedNode* firstNotUp(const BackendState& backend, const QList<PlannedNode>& side);
int countUp(const BackendState& backend, const QList<PlannedNode>& side);

/// What is still open on a side.
struct SideLoad
{
    int sessions = 0; ///< open, queued and connections in use
    QString busiest;  ///< node with the most; empty when none
    int most = 0;
    bool quiet() const { return sessions == 0; }
};
SideLoad loadOf(const BackendState& backend, const QList<PlannedNode>& side);
int idleOf(const BackendState& backend, const QList<PlannedNode>& side);

enum class Serving { Blue, Green };
/// Where config or runtime are not as said: green serves and blue does not, or the other way round. One line each:
/// "runtime: web-4 (b1) does not serve".
QStringList runtimeDisagreements(const BackendState& backend, const Plan& plan, Serving serving);
QStringList disagreements(const BalancerConfig& config, const BackendState& backend, const Plan& plan, Serving serving);

/// What is true of the traffic, by what was seen and nothing else.
Safety safetySeen(const BackendState& backend, const Plan& plan, const QList<NodeFacts>& nodes);

/// "web-4 b1 up, 3 sessions": StepDone::observed.
QStringList slotLines(const BackendState& backend, const QList<PlannedNode>& side);

const NodeFacts* findNode(const QList<NodeFacts>& nodes, const QString& name);

} // namespace snowmelt
