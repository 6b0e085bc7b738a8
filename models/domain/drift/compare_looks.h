// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/fact_sheet.h"

namespace snowmelt {

/// Pure. What differs on a node from an earlier look at it, in the form of a scan. What the earlier look could not see
/// is in `unseen` as "unseenThen". Rules are not applied yet.
DriftReport compareLooks(const FactSheet& then, const FactSheet& now);

/// The first look at a node: there is nothing to compare it with, so every section that was seen is in `unseen` as
/// "firstLook".
DriftReport firstLook(const FactSheet& now);
bool isFirstLook(const DriftReport& report);
/// What the first look says about itself: from it nothing differs.
DriftReport besideItself(DriftReport firstLook);

} // namespace snowmelt
