// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/plan.h"

#include <algorithm>

namespace snowmelt {

bool Plan::blocked() const
{
    return std::any_of(checks.cbegin(), checks.cend(),
                       [](const PlanCheck& check) { return check.verdict == Verdict::Block; });
}

} // namespace snowmelt
