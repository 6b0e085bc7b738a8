// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"
#include "models/domain/image_record.h"
#include "models/domain/planning/plan.h"

namespace snowmelt {

/// The world a plan is held against.
struct World
{
    QList<NodeFacts> nodes;
    BackendState backend;
    BalancerConfig config;
};

/// Why the plan does not fit the world any more, the first reason; nullopt when it does. Pure. Errors: CheckBlocked
/// {codes or the green name that is taken}, ImageNotBuilt, NoFreeSlot, BalancerDisagrees {balancer, what}.
std::optional<Error> firstMisfit(const Plan& plan, const ImageRecord& image, const World& world);

} // namespace snowmelt
