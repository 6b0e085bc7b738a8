// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_hidden.h"

#include "app/cli/cli_text.h"
#include "app/cli/values.h"
#include "models/domain/drift/judge/judged.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {

namespace {

void printRuleCounts(Console& console, const QList<RuleCount>& rules)
{
    qsizetype width = 0;
    for (const RuleCount& rule : rules)
        width = std::max(width, grouped(rule.count).size());
    for (const RuleCount& rule : rules) {
        const QString text = QStringLiteral("  ") + grouped(rule.count).rightJustified(width) + QStringLiteral("  ") +
                             ignoreRuleText(rule.rule) + QStringLiteral(": ") + ignoreReasonText(rule.rule);
        console.out(Line{{text, TerminalInk::Faint}});
    }
}

} // namespace

QString hiddenCount(const QList<DriftReport>& reports)
{
    int count = 0;
    for (const DriftReport& report : reports)
        count += static_cast<int>(report.hidden.size());
    const QString by = CliText::tr("%n rule(s)", nullptr, static_cast<int>(hiddenByRule(reports).size()));
    return CliText::tr("%1 hidden by %2 of the blueprint").arg(differenceCount(count), by);
}

void printRules(Console& console, const QList<DriftReport>& reports)
{
    const QList<RuleCount> rules = hiddenByRule(reports);
    const QList<ExpiredRule> over = expiredRules(reports);
    if (!rules.isEmpty() || !over.isEmpty())
        console.out(QString());
    if (!rules.isEmpty())
        console.out(
            CliText::tr("On %n node(s), %1:", nullptr, static_cast<int>(reports.size())).arg(hiddenCount(reports)));
    printRuleCounts(console, rules);
    for (const ExpiredRule& expired : over)
        console.out(Line{{QStringLiteral("! "), TerminalInk::Amber}, {sentence(expired), TerminalInk::Plain}});
}

} // namespace snowmelt
