// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"
#include "models/domain/planning/balancer_truth.h"

namespace snowmelt {

/// What a plan of this group has to know of its balancer.
struct BalancerLook
{
    BalancerTruth truth;
    std::optional<BackendState> running; ///< nothing: it did not answer
};

/// Asks for runtime, configuration, commands and, where the configuration names one, the state file. Never an error
/// except cancel: what cannot be asked is not known.
Task<BalancerLook> lookAtBalancer(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet,
                                  QList<NodeFacts> nodes, QString group);

} // namespace snowmelt
