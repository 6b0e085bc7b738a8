// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_plan.h"

#include "app/cli/cli_text.h"
#include "models/wording/wording.h"

namespace snowmelt {
namespace {

Span glyph(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return {QStringLiteral("✓ "), TerminalInk::Plain};
    case Verdict::Warn:
        return {QStringLiteral("! "), TerminalInk::Amber};
    case Verdict::Block:
        return {QStringLiteral("× "), TerminalInk::Red};
    }
    return {};
}

void printStep(Console& console, const Plan& plan, int index)
{
    const Step& step = plan.steps[index];
    if (step.noReturn)
        console.out(Line{
            {QStringLiteral("── ") + CliText::tr("point of no return") + QStringLiteral(" ──"), TerminalInk::Amber}});
    console.out(Line{{QStringLiteral("%1. ").arg(index + 1), TerminalInk::Faint},
                     {stepTitle(step.kind, plan), TerminalInk::Strong}});
    for (const QString& command : step.commands)
        console.out(Line{{QStringLiteral("     ") + command, TerminalInk::Faint}});
}

} // namespace

void printPlan(Console& console, const Plan& plan)
{
    const QString from = plan.from.isNull() ? CliText::tr("several images") : plan.from.text();
    console.out(
        Line{{strategyText(plan.strategy) + QStringLiteral(": "), TerminalInk::Strong},
             {plan.group + QStringLiteral("  ") + from + QStringLiteral(" → ") + plan.to.text(), TerminalInk::Plain}});
    for (const PlanCheck& check : plan.checks)
        console.out(Line{glyph(check.verdict), {sentence(check), TerminalInk::Plain}});
    for (int i = 0; i < plan.steps.size(); ++i)
        printStep(console, plan, i);
}

} // namespace snowmelt
