// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/judge/judged.h"

#include "models/domain/drift/judge/ignore_packs.h"
#include "models/domain/drift/judge/rule_fits.h"

#include <algorithm>
#include <functional>

namespace snowmelt {

namespace {

const IgnoreRule* firstFor(const QList<IgnoreRule>& rules, const Difference& difference)
{
    const auto found = std::ranges::find_if(rules, [&](const IgnoreRule& rule) { return fits(rule, difference); });
    return found == rules.end() ? nullptr : &*found;
}

template <typename Counts>
void countRule(Counts& counts, const IgnoreRule& rule, int count)
{
    const auto known = std::ranges::find_if(counts, [&rule](const auto& other) { return other.rule == rule; });
    if (known == counts.end())
        counts.append({rule, count});
    else
        known->count += count;
}

} // namespace

QList<IgnoreRule> ignoreRules(const DriftRules& rules)
{
    QList<IgnoreRule> all = rules.ignore;
    for (const QString& pack : rules.packs)
        all += rulesOfPack(pack);
    return all;
}

DriftReport judged(DriftReport report, const QList<IgnoreRule>& rules, const QString& group, const QDate& today)
{
    QList<IgnoreRule> hiding;
    QList<IgnoreRule> over;
    for (const IgnoreRule& rule : rules) {
        if (isFor(rule, group))
            (isOver(rule, today) ? over : hiding).append(rule);
    }
    QList<Difference> shown;
    for (const Difference& difference : std::as_const(report.differences)) {
        if (const IgnoreRule* rule = firstFor(hiding, difference))
            report.hidden.append({difference, *rule});
        else
            shown.append(difference);
    }
    report.differences = shown;
    for (const IgnoreRule& rule : over) {
        const auto count =
            std::ranges::count_if(shown, [&](const Difference& difference) { return fits(rule, difference); });
        report.expired.append({rule, static_cast<int>(count)});
    }
    return report;
}

QList<RuleCount> hiddenByRule(const QList<DriftReport>& reports)
{
    QList<RuleCount> counts;
    for (const DriftReport& report : reports)
        for (const HiddenDifference& hidden : report.hidden)
            countRule(counts, hidden.rule, 1);
    std::ranges::stable_sort(counts, std::ranges::greater(), &RuleCount::count);
    return counts;
}

QList<RuleCount> hiddenByRule(const GroupDrift& drift)
{
    QList<RuleCount> counts;
    for (const HiddenGroupDifference& hidden : drift.hidden)
        countRule(counts, hidden.rule, 1);
    std::ranges::stable_sort(counts, std::ranges::greater(), &RuleCount::count);
    return counts;
}

QList<ExpiredRule> expiredRules(const QList<DriftReport>& reports)
{
    QList<ExpiredRule> counts;
    for (const DriftReport& report : reports)
        for (const ExpiredRule& expired : report.expired)
            countRule(counts, expired.rule, expired.count);
    return counts;
}

} // namespace snowmelt
