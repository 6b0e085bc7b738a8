// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deployment.h"

#include <functional>

namespace snowmelt {

/// What is said to the balancer. Every order may be given twice, so one whose answer was lost is given again as long
/// as the engine is patient. An order is never cut in the middle; `context` is heard between two attempts.

Task<Done> orderModes(DeploymentPtr d, NodeFacts balancer, QList<SlotPlacement> modes, CallContext context);
Task<Done> orderAdmission(DeploymentPtr d, NodeFacts balancer, SlotPlacement placement, CallContext context);

/// Edits by hand that the plan did not know of are told, each once: ConfigEdited.
Task<BalancerConfig> readConfig(DeploymentPtr d, NodeFacts balancer, CallContext context);
/// The same from time to time, for those alone: a config that cannot be read hinders nothing while nothing is written.
Task<Done> lookForEdits(DeploymentPtr d, NodeFacts balancer, CallContext context);
/// Reads the config on the balancer's disk, changes it, writes it. When somebody else wrote it in between (another
/// deployment, or a hand), that is read and changed instead, three times at most: BalancerConfigMoved.
Task<Done> changeConfig(DeploymentPtr d, NodeFacts balancer, std::function<BalancerConfig(BalancerConfig)> change,
                        CallContext context);

} // namespace snowmelt
