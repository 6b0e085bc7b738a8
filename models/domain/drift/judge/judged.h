// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/drift/group_drift.h"

namespace snowmelt {

/// The blueprint's own rules, then those of the packs it names: the first that fits hides.
QList<IgnoreRule> ignoreRules(const DriftRules& rules);

/// Pure. Moves differences that a rule hides to `hidden`, and notes the rules that are over. `group` is the part the
/// node belongs to, `today` the day in UTC. What could not be seen and what was left out stays as it is.
DriftReport judged(DriftReport report, const QList<IgnoreRule>& rules, const QString& group, const QDate& today);

/// Pure. The same for nodes with each other: `groups` has the part of each, by index in GroupDrift::nodes. A rule hides
/// the differences of the nodes it is for, so a row may be shown for some of its nodes and hidden for the others: it is
/// in `differences` with those and, once for each rule that hides some, in `hidden` with these. `hidden` is by section,
/// then key. Causes are of what is shown.
GroupDrift judged(GroupDrift drift, const QList<IgnoreRule>& rules, const QStringList& groups, const QDate& today);

/// Rules of the reports' hidden differences, each once with how many it hides; the one that hides most first.
struct RuleCount
{
    IgnoreRule rule;
    int count = 0;
    bool operator==(const RuleCount&) const = default;
};
QList<RuleCount> hiddenByRule(const QList<DriftReport>& reports);
/// Counts rows, or parts of rows.
QList<RuleCount> hiddenByRule(const GroupDrift& drift);
/// Rules that are over, each once with the sum of what is shown again.
QList<ExpiredRule> expiredRules(const QList<DriftReport>& reports);

} // namespace snowmelt
