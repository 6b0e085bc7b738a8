// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"

namespace snowmelt {

/// The blueprint's own rules, then those of the packs it names: the first that fits hides.
QList<IgnoreRule> ignoreRules(const DriftRules& rules);

/// Pure. Moves differences that a rule hides to `hidden`, and notes the rules that are over. `group` is the part the
/// node belongs to, `today` the day in UTC. What could not be seen and what was left out stays as it is.
DriftReport judged(DriftReport report, const QList<IgnoreRule>& rules, const QString& group, const QDate& today);

/// Rules of the reports' hidden differences, each once with how many it hides; the one that hides most first.
struct RuleCount
{
    IgnoreRule rule;
    int count = 0;
    bool operator==(const RuleCount&) const = default;
};
QList<RuleCount> hiddenByRule(const QList<DriftReport>& reports);
/// Rules that are over, each once with the sum of what is shown again.
QList<ExpiredRule> expiredRules(const QList<DriftReport>& reports);

} // namespace snowmelt
