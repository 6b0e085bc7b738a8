// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_hidden.h"

#include "app/cli/cli_text.h"
#include "app/cli/values.h"
#include "models/wording/wording.h"

#include <algorithm>
#include <numeric>

namespace snowmelt {

namespace {

QString ruleAndReason(const IgnoreRule& rule)
{
    return ignoreRuleText(rule) + QStringLiteral(": ") + ignoreReasonText(rule);
}

void printRuleCounts(Console& console, const QList<RuleCount>& rules)
{
    qsizetype width = 0;
    for (const RuleCount& rule : rules)
        width = std::max(width, grouped(rule.count).size());
    for (const RuleCount& rule : rules) {
        const QString text = QStringLiteral("  ") + grouped(rule.count).rightJustified(width) + QStringLiteral("  ") +
                             ruleAndReason(rule.rule);
        console.out(Line{{text, TerminalInk::Faint}});
    }
}

} // namespace

QString hiddenCount(const QList<RuleCount>& rules)
{
    const int count =
        std::accumulate(rules.begin(), rules.end(), 0, [](int sum, const RuleCount& rule) { return sum + rule.count; });
    const QString by = CliText::tr("%n rule(s)", nullptr, static_cast<int>(rules.size()));
    return CliText::tr("%1 hidden by %2 of the blueprint").arg(differenceCount(count), by);
}

void printHidingRule(Console& console, const IgnoreRule& rule)
{
    const QString text = CliText::tr("hidden by %1").arg(ruleAndReason(rule));
    console.out(Line{{QStringLiteral("        ") + text, TerminalInk::Faint}});
}

void printRules(Console& console, int nodes, const QList<RuleCount>& rules, const QList<ExpiredRule>& over)
{
    if (!rules.isEmpty() || !over.isEmpty())
        console.out(QString());
    if (!rules.isEmpty())
        console.out(CliText::tr("On %n node(s), %1:", nullptr, nodes).arg(hiddenCount(rules)));
    printRuleCounts(console, rules);
    for (const ExpiredRule& expired : over)
        console.out(Line{{QStringLiteral("! "), TerminalInk::Amber}, {sentence(expired), TerminalInk::Plain}});
}

} // namespace snowmelt
