// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/drift/drift.h"

namespace snowmelt {

/// The rules of all reports, each once with the sum of its counts, the one that hid most first.
QList<LeftOut> leftOutOf(const QList<DriftReport>& reports);

/// "1,375 entries left out by 15 rules"
QString leftOutCount(const QList<LeftOut>& rules);

/// A line each: how many, where, why.
void printLeftOut(Console& console, const QList<LeftOut>& rules);

} // namespace snowmelt
