// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/drift/judge/judged.h"

namespace snowmelt {

/// "3 differences hidden by 1 rule of the blueprint"
QString hiddenCount(const QList<RuleCount>& rules);

/// Below a difference that is hidden: by which rule, and why.
void printHidingRule(Console& console, const IgnoreRule& rule);

/// The rules that hide something on so many nodes, a line each: how many, what, why; then those that are over.
void printRules(Console& console, int nodes, const QList<RuleCount>& rules, const QList<ExpiredRule>& over);

} // namespace snowmelt
