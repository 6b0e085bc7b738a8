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

/// A node that has the name of one of the plan's and is another one: born anew from another image since, or made by
/// another deployment. CheckBlocked {node}, detail: what it is. A digest that is not known says nothing. Pure.
std::optional<Error> otherNode(const Plan& plan, const QList<NodeFacts>& nodes);

} // namespace snowmelt
