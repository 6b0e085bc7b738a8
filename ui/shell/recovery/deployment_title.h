// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/plan.h"

namespace snowmelt {

/// "Swap web to shop 1.1.0", as the operation with this plan was called when it was started.
QString deploymentTitle(const QString& verb, const Plan& plan);

} // namespace snowmelt
