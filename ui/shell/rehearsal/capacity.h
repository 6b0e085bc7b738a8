// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/plan.h"

namespace snowmelt {

/// How many nodes of the group exist and serve after each step, as the plan predicts.
struct Capacity
{
    QList<int> nodes;
    QList<int> serving;
    int size = 0; ///< of the group, as the blueprint says

    bool isKnown() const { return !nodes.isEmpty(); }
    int most() const;         ///< nodes at once
    int leastServing() const; ///< at any moment
    bool operator==(const Capacity&) const = default;
};

/// Unknown when the plan says nothing of it.
Capacity capacityOf(const Plan& plan, int size);

} // namespace snowmelt
