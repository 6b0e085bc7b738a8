// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/drift/drift.h"

namespace snowmelt {

/// "3 differences hidden by 1 rule of the blueprint"
QString hiddenCount(const QList<DriftReport>& reports);

/// The rules that hide something, a line each: how many, what, why; then those that are over.
void printRules(Console& console, const QList<DriftReport>& reports);

} // namespace snowmelt
