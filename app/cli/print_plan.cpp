// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_plan.h"

#include "app/cli/cli_text.h"
#include "app/cli/event_lines.h"
#include "models/domain/planning/rehearsal.h"
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

/// A warning with the name by which it is accepted.
Line checkLine(const PlanCheck& check)
{
    Line line{glyph(check.verdict), {sentence(check), TerminalInk::Plain}};
    if (check.verdict == Verdict::Warn)
        line.append({QStringLiteral("  ") + check.code, TerminalInk::Faint});
    return line;
}

/// What is predicted for the end of the step; empty: nothing is.
QString prediction(const Step& step)
{
    QStringList parts;
    if (step.nodes > 0)
        parts.append(CliText::tr("nodes %1, serving %2").arg(step.nodes).arg(step.serving));
    if (step.typicalMs > 0)
        parts.append(CliText::tr("about %1").arg(durationText(step.typicalMs)));
    return parts.join(QStringLiteral(" · "));
}

/// The way back from two steps in a row is often the same one.
QList<Line> undoLines(const Plan& plan, int index)
{
    const Step& step = plan.steps[index];
    const auto undo = [](const QString& text) { return Line{{QStringLiteral("   ↶ ") + text, TerminalInk::Faint}}; };
    if (index > 0 && !step.undo.isEmpty() && step.undo == plan.steps[index - 1].undo)
        return {undo(CliText::tr("as after step %1").arg(index))};
    QList<Line> lines;
    for (const QString& command : step.undo)
        lines.append(undo(command));
    return lines;
}

QList<Line> stepLines(const Plan& plan, int index, PlanDetail detail)
{
    const Step& step = plan.steps[index];
    QList<Line> lines;
    if (step.noReturn)
        lines.append(Line{
            {QStringLiteral("── ") + CliText::tr("point of no return") + QStringLiteral(" ──"), TerminalInk::Amber}});
    Line title{{QStringLiteral("%1. ").arg(index + 1), TerminalInk::Faint},
               {stepTitle(step.kind, plan), TerminalInk::Strong}};
    const QString predicted = prediction(step);
    if (!predicted.isEmpty())
        title.append({QStringLiteral("  ") + predicted, TerminalInk::Faint});
    lines.append(title);
    if (detail == PlanDetail::Steps)
        return lines;
    for (const QString& command : step.commands)
        lines.append(Line{{QStringLiteral("     ") + command, TerminalInk::Faint}});
    return lines + undoLines(plan, index);
}

/// How long all of it takes and what it costs beyond what runs anyway; empty: neither is known.
QString priceText(const Plan& plan)
{
    const qint64 typical = typicalMs(plan);
    if (typical == 0)
        return {};
    const double cost = extraCost(plan);
    const QString time = CliText::tr("Takes about %1.").arg(durationText(typical));
    if (cost <= 0)
        return time;
    return time + u' ' + CliText::tr("Both sides at once cost about %1 more.").arg(moneyText(plan.prices, cost));
}

} // namespace

QList<Line> planLines(const Plan& plan, PlanDetail detail)
{
    QList<Line> lines{Line{{strategyText(plan) + QStringLiteral(": "), TerminalInk::Strong},
                           {plan.group + QStringLiteral("  ") + fromText(plan) + QStringLiteral(" → ") + plan.to.text(),
                            TerminalInk::Plain}}};
    for (const PlanCheck& check : plan.checks)
        lines.append(checkLine(check));
    for (int i = 0; i < plan.steps.size(); ++i)
        lines += stepLines(plan, i, detail);
    if (!plan.toFollow.isEmpty())
        lines.append(Line{{CliText::tr("Then, in the same way: "), TerminalInk::Strong},
                          {plan.toFollow.join(QStringLiteral(", ")), TerminalInk::Plain}});
    const QString price = priceText(plan);
    if (!price.isEmpty())
        lines.append(Line{{price, TerminalInk::Plain}});
    return lines;
}

QStringList warningsBeyond(const Plan& plan, const QStringList& accepted)
{
    QStringList codes;
    for (const PlanCheck& check : plan.checks) {
        if (check.verdict == Verdict::Warn && !accepted.contains(check.code) && !codes.contains(check.code))
            codes.append(check.code);
    }
    return codes;
}

} // namespace snowmelt
