// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"
#include "models/domain/planning/balancer_truth.h"

namespace snowmelt {

/// The slots that take new traffic, by what is written and by what runs. A slot whose node is not well right now still
/// serves: it takes traffic as soon as a check passes.
ServingSlots servingSlots(const BackendPlacement& written);
ServingSlots servingSlots(const BackendState& running);

/// Both, compared for this group; not known, with the reason, when one of them has no such group.
BalancerTruth balancerTruth(const BalancerConfig& config, const BalancerReading& reading, const QString& group);

} // namespace snowmelt
