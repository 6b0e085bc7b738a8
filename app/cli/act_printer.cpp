// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/act_printer.h"

#include "app/cli/cli_text.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {
namespace {

constexpr qint64 waitPauseMs = 2000;
constexpr qsizetype shownDifferences = 100;

} // namespace

void ActPrinter::print(const Event& event)
{
    m_at = event.at;
    std::visit(*this, event.body);
}

void ActPrinter::say(const Line& line)
{
    if (!line.isEmpty())
        m_console.out(line);
}

void ActPrinter::wait(const QString& text)
{
    const bool isEarly = m_waitSaidAt.isValid() && m_waitSaidAt.msecsTo(m_at) < waitPauseMs;
    if (isEarly || text == m_waitSaid)
        return;
    m_waitSaidAt = m_at;
    m_waitSaid = text;
    m_console.progress(text);
}

void ActPrinter::operator()(const Progress& progress)
{
    if (progress.phase == Phase::Draining && m_hasLens)
        return;
    QString text = sentence(progress);
    // "2 of 3" and "12 s to go" are in the sentence.
    const bool saysCount = progress.phase == Phase::AwaitingHealth || progress.phase == Phase::Baking;
    if (progress.total > 0 && !saysCount)
        text += QStringLiteral(" (%1/%2)").arg(progress.done).arg(progress.total);
    m_console.progress(text);
}

void ActPrinter::operator()(const ImageProved& proved)
{
    say(m_lines(proved));
    for (const ImageDifference& difference : proved.differences.mid(0, shownDifferences))
        say(differenceLine(difference));
    if (const qsizetype more = proved.differences.size() - shownDifferences; more > 0)
        say({{QStringLiteral("    ") +
                  CliText::tr("and %n more; --json lists all of them", nullptr, static_cast<int>(more)),
              TerminalInk::Faint}});
}

void ActPrinter::operator()(const PlanMade& made)
{
    m_lines(made);
    if (!made.plan.rebornBefore.isEmpty())
        say({{QStringLiteral("▸ "), TerminalInk::Plain},
             {CliText::tr("%n node(s) reborn. Next: ", nullptr, static_cast<int>(made.plan.rebornBefore.size())),
              TerminalInk::Plain},
             {deploymentTitle(QStringLiteral("rebirth"), made.plan), TerminalInk::Strong}});
    for (const PlanCheck& check : made.plan.checks) {
        if (check.verdict != Verdict::Pass && !m_shown.checks.contains(check))
            say({{QStringLiteral("! "), check.verdict == Verdict::Block ? TerminalInk::Red : TerminalInk::Amber},
                 {sentence(check), TerminalInk::Plain}});
    }
}

void ActPrinter::operator()(const StepBegun& begun)
{
    m_hasLens = false;
    m_console.progress(m_lines.stepText(begun.step, begun.kind));
}

void ActPrinter::operator()(const WarningsAccepted& accepted)
{
    const auto isKnown = [this](const QString& code) { return m_shown.accepted.contains(code); };
    if (!std::ranges::all_of(accepted.codes, isKnown))
        say(m_lines(accepted));
}

void ActPrinter::operator()(const LeaseTaken& lease)
{
    if (!lease.from.isEmpty())
        say(m_lines(lease));
}

void ActPrinter::operator()(const DrainSeen& drain)
{
    m_hasLens = true;
    wait(sentence(drain));
}

void ActPrinter::operator()(const GatesSeen& seen)
{
    for (const GateReading& gate : seen.gates) {
        const bool passes = gate.passes || !gate.known;
        if (m_gates.value(gate.gate, true) != passes)
            say(m_lines(GatesSeen{{gate}}));
        m_gates[gate.gate] = passes;
    }
    if (!m_verbose)
        return;
    QStringList said;
    for (const GateReading& gate : seen.gates)
        said.append(sentence(gate));
    wait(said.join(QStringLiteral(" · ")));
}

void ActPrinter::operator()(const OpenDeploymentsSeen& seen)
{
    for (const OpenDeployment& open : seen.open) {
        if (!m_shown.deployments.contains(open.plan.deployment))
            say({{QStringLiteral("! "), TerminalInk::Amber},
                 {CliText::tr("“%1” is open.").arg(deploymentTitle(open.verb, open.plan)) + u' ' + howItStands(open),
                  TerminalInk::Plain}});
    }
}

void ActPrinter::operator()(const Finished& finished)
{
    if (m_traffic)
        say(m_lines(*m_traffic));
    if (const QString round = roundEndText(m_lines.plan(), finished.safety); !round.isEmpty())
        say({{round, TerminalInk::Plain}});
    if (!m_fleet || finished.outcome != OutcomeKind::Done || !m_fleet->isUp())
        return;
    for (const BalancerState& balancer : m_fleet->balancers) {
        if (!balancer.entry.isNull())
            m_console.out(CliText::tr("%1 answers at http://%2/").arg(balancer.node.name, balancer.entry.text()));
    }
}

} // namespace snowmelt
