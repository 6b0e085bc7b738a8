// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_left_out.h"

#include "app/cli/cli_text.h"
#include "app/cli/values.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {
QList<LeftOut> leftOutOf(const QList<DriftReport>& reports)
{
    QList<LeftOut> all;
    for (const DriftReport& report : reports) {
        for (const LeftOut& rule : report.leftOut) {
            const auto same = [&rule](const LeftOut& other) {
                return other.pattern == rule.pattern && other.reason == rule.reason;
            };
            const auto known = std::ranges::find_if(all, same);
            if (known == all.end())
                all.append(rule);
            else
                known->count += rule.count;
        }
    }
    std::ranges::stable_sort(all, std::ranges::greater(), &LeftOut::count);
    return all;
}

QString leftOutCount(const QList<LeftOut>& rules)
{
    int count = 0;
    for (const LeftOut& rule : rules)
        count += rule.count;
    const QString entries = CliText::tr("%1 entries", nullptr, count).arg(grouped(count));
    const QString by = CliText::tr("%n rule(s)", nullptr, static_cast<int>(rules.size()));
    return CliText::tr("%1 left out by %2").arg(entries, by);
}

void printLeftOut(Console& console, const QList<LeftOut>& rules)
{
    qsizetype countWidth = 0;
    qsizetype patternWidth = 0;
    for (const LeftOut& rule : rules) {
        countWidth = std::max(countWidth, grouped(rule.count).size());
        patternWidth = std::max(patternWidth, rule.pattern.size());
    }
    for (const LeftOut& rule : rules) {
        const QString text = QStringLiteral("  ") + grouped(rule.count).rightJustified(countWidth) +
                             QStringLiteral("  ") + rule.pattern.leftJustified(patternWidth) + QStringLiteral("  ") +
                             leftOutReasonText(rule.reason);
        console.out(Line{{text, TerminalInk::Faint}});
    }
}

} // namespace snowmelt
