// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_open.h"

#include "app/cli/cli_text.h"
#include "models/wording/wording.h"

namespace snowmelt {
namespace {

QString howFar(const OpenDeployment& open)
{
    const QList<Step>& steps = open.plan.steps;
    if (open.step < 0 || open.step >= steps.size())
        return CliText::tr("no step was begun");
    const QString step = CliText::tr("step %1 of %2, “%3”")
                             .arg(open.step + 1)
                             .arg(steps.size())
                             .arg(stepTitle(steps[open.step].kind, open.plan));
    return open.goingBack ? CliText::tr("%1; it was on its way back to blue").arg(step) : step;
}

QString whyItStopped(const OpenDeployment& open)
{
    if (open.died)
        return CliText::tr("its process died");
    return open.error ? sentence(*open.error).what : CliText::tr("it was stopped where it stood");
}

void printFact(Console& console, const QString& label, const QString& text)
{
    console.out(Line{{QStringLiteral("  ") + label + QStringLiteral(": "), TerminalInk::Faint}, {text}});
}

void printWay(Console& console, Way way, const OpenDeployment& open)
{
    const std::optional<Error> closed = whyClosed(way, open);
    const bool isOpen = !closed;
    const QString option = QStringLiteral("--") + optionOf(way);
    const QString text = isOpen ? wayConsequence(way, open) : CliText::tr("closed. %1").arg(sentence(*closed).next);
    console.out(Line{{isOpen ? QStringLiteral("  ▸ ") : QStringLiteral("  × "), TerminalInk::Plain},
                     {option + QStringLiteral("  "), isOpen ? TerminalInk::Strong : TerminalInk::Faint},
                     {text, isOpen ? TerminalInk::Plain : TerminalInk::Faint}});
}

/// The open ways first, in the order of their safety.
QList<Way> inOrder(QList<Way> ways)
{
    for (const Way way : {Way::RollBack, Way::Continue, Way::Adopt}) {
        if (!ways.contains(way))
            ways.append(way);
    }
    return ways;
}

} // namespace

std::optional<Error> whyClosed(Way way, const OpenDeployment& open)
{
    if (open.ways.contains(way))
        return std::nullopt;
    const Error unseen{ErrorCode::WayClosed, {optionOf(way), open.plan.group, QStringLiteral("unseen")}, {}};
    return refusal(way, open).value_or(unseen);
}

void printOpen(Console& console, const OpenDeployment& open, const QDateTime& now)
{
    const QString clock = open.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    console.out(Line{{deploymentTitle(open.verb, open.plan), TerminalInk::Strong},
                     {QStringLiteral(" · ") + open.person + QStringLiteral(" · ") + clock + QStringLiteral(" (") +
                          ageText(open.startedAt, now) + u')',
                      TerminalInk::Faint}});
    printFact(console, CliText::tr("reached"), howFar(open));
    printFact(console, CliText::tr("stopped"), whyItStopped(open));
    printFact(console, CliText::tr("stands"), howItStands(open));
    for (const Way way : inOrder(open.ways))
        printWay(console, way, open);
}

} // namespace snowmelt
