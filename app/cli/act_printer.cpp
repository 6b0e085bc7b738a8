// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/act_printer.h"

#include "app/cli/cli_text.h"
#include "models/wording/wording.h"

namespace snowmelt {

void ActPrinter::print(const Event& event)
{
    std::visit(*this, event.body);
}

void ActPrinter::operator()(const Started& started)
{
    m_console.out(Line{{operationTitle(started.verb, started.subject), TerminalInk::Strong},
                       {QStringLiteral(" · ") + started.fleet, TerminalInk::Faint}});
}

void ActPrinter::operator()(const Progress& progress)
{
    QString text = sentence(progress);
    // "2 of 3" and "12 s to go" are in the sentence.
    const bool saysCount = progress.phase == Phase::AwaitingHealth || progress.phase == Phase::Baking;
    if (progress.total > 0 && !saysCount)
        text += QStringLiteral(" (%1/%2)").arg(progress.done).arg(progress.total);
    m_console.progress(text);
}

void ActPrinter::operator()(const FleetObserved& observed)
{
    m_fleet = observed.fleet;
}

void ActPrinter::operator()(const NodeUnseen& unseen)
{
    m_console.out(Line{{QStringLiteral("? "), TerminalInk::Amber}, {sentence(unseen.error).what, TerminalInk::Plain}});
}

void ActPrinter::operator()(const ImageBuilt& built)
{
    const ImageRecord& image = built.image;
    const QString how = built.reused ? CliText::tr("is built already")
                                     : CliText::tr("was built in %1").arg(durationText(image.buildMs));
    m_console.out(Line{{image.ref.text(), TerminalInk::Strong},
                       {QStringLiteral(" ") + how, TerminalInk::Plain},
                       {QStringLiteral("  ") + sizeText(image.size) + QStringLiteral("  ") + image.digest.shortHex(),
                        TerminalInk::Faint}});
}

void ActPrinter::operator()(const PlanMade& made)
{
    m_plan = made.plan;
    for (const PlanCheck& check : m_plan.checks) {
        if (check.verdict != Verdict::Pass)
            m_console.out(
                Line{{QStringLiteral("! "), check.verdict == Verdict::Block ? TerminalInk::Red : TerminalInk::Amber},
                     {sentence(check), TerminalInk::Plain}});
    }
}

QString ActPrinter::stepText(int step, StepKind kind) const
{
    return QStringLiteral("[%1/%2] ").arg(step + 1).arg(m_plan.steps.size()) + stepTitle(kind, m_plan);
}

void ActPrinter::operator()(const StepBegun& begun)
{
    m_console.progress(stepText(begun.step, begun.kind));
}

void ActPrinter::operator()(const StepDone& done)
{
    m_console.out(Line{{QStringLiteral("✓ "), TerminalInk::Plain},
                       {stepText(done.step, done.kind), TerminalInk::Plain},
                       {QStringLiteral("  ") + durationText(done.ms), TerminalInk::Faint}});
}

void ActPrinter::operator()(const StepFailed& failed)
{
    m_console.out(Line{{QStringLiteral("× "), TerminalInk::Red},
                       {stepText(failed.step, failed.kind) + QStringLiteral(": "), TerminalInk::Plain},
                       {sentence(failed.error).what, TerminalInk::Plain}});
}

void ActPrinter::operator()(const RollingBack& rollingBack)
{
    m_console.out(Line{{QStringLiteral("↶ "), TerminalInk::Blue}, {sentence(rollingBack), TerminalInk::Plain}});
}

void ActPrinter::operator()(const Finished& finished)
{
    if (m_traffic)
        m_console.out(
            CliText::tr("Requests meanwhile: %1, failed: %2").arg(m_traffic->requests).arg(m_traffic->failed));
    if (!m_fleet || finished.outcome != OutcomeKind::Done || !m_fleet->isUp())
        return;
    for (const BalancerState& balancer : m_fleet->balancers) {
        if (!balancer.entry.isNull())
            m_console.out(CliText::tr("%1 answers at http://%2/").arg(balancer.node.name, balancer.entry.text()));
    }
}

} // namespace snowmelt
