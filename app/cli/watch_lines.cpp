// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/watch_lines.h"

#include "app/cli/cli_text.h"
#include "models/domain/drift/judge/severity.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// A report this old was made before anybody watched: its age is said.
constexpr qint64 oldSeconds = 60;

bool saysTheSame(const DriftReport& one, const DriftReport& other)
{
    return one.differences == other.differences && one.complete() == other.complete() &&
           one.hidden.size() == other.hidden.size();
}

int grave(const DriftReport& report)
{
    const auto isGrave = [](const Difference& one) { return severityOf(one) == DriftSeverity::High; };
    return static_cast<int>(std::ranges::count_if(report.differences, isGrave));
}

/// "3 differences (1 high); something could not be seen; 2 hidden by rules of the blueprint"
QString foundText(const DriftReport& report)
{
    const int count = static_cast<int>(report.differences.size());
    QStringList parts{count == 0 ? CliText::tr("no differences") : differenceCount(count)};
    if (const int high = grave(report); high > 0)
        parts.last() += QStringLiteral(" (%1 %2)").arg(high).arg(severityText(DriftSeverity::High));
    if (!report.complete())
        parts += CliText::tr("something could not be seen");
    if (!report.hidden.isEmpty())
        parts += hiddenText(static_cast<int>(report.hidden.size()));
    return parts.join(QStringLiteral("; "));
}

TerminalInk inkOf(Health health)
{
    return health == Health::Healthy ? TerminalInk::Plain
           : health == Health::Down  ? TerminalInk::Red
                                     : TerminalInk::Amber;
}

} // namespace

QList<Line> WatchLines::of(const Event& event)
{
    m_at = event.at;
    m_lines.clear();
    std::visit([this](const auto& body) { take(body); }, event.body);
    return m_lines;
}

void WatchLines::say(const QString& subject, TerminalInk ink, const QString& text)
{
    m_lines.append(Line{{m_at.toLocalTime().toString(QStringLiteral("HH:mm:ss  ")), TerminalInk::Faint},
                        {subject + QStringLiteral("  "), TerminalInk::Strong},
                        {text, ink}});
}

void WatchLines::take(const FleetObserved& observed)
{
    const FleetState& fleet = observed.fleet;
    const bool blind = !fleet.complete();
    if (blind != m_blind)
        say(fleet.name, blind ? TerminalInk::Amber : TerminalInk::Plain,
            blind ? sentence(fleet.blind.first()).what : CliText::tr("is seen again"));
    m_blind = blind;
    if (blind)
        return;
    const bool first = !std::exchange(m_seen, true);
    const QList<const NodeState*> nodes = fleet.allNodes();
    if (first)
        say(fleet.name, TerminalInk::Plain, CliText::tr("%n node(s) are watched", nullptr, int(nodes.size())));
    QSet<QString> there;
    for (const NodeState* node : nodes) {
        there.insert(node->name);
        if (first && node->health == Health::Healthy)
            m_nodes.insert(node->name, {node->lifecycle, node->health});
        else
            takeNode(*node);
    }
    const QStringList known = m_nodes.keys();
    for (const QString& name : known) {
        if (there.contains(name))
            continue;
        say(name, TerminalInk::Plain, CliText::tr("is gone"));
        m_nodes.remove(name);
        m_reports.remove(name);
        m_unseen.remove(name);
    }
}

void WatchLines::takeNode(const NodeState& node)
{
    const Known now{node.lifecycle, node.health};
    const auto known = m_nodes.constFind(node.name);
    if (known != m_nodes.constEnd() && *known == now)
        return;
    m_nodes.insert(node.name, now);
    const QString reason = healthReasonText(node.healthReason);
    const QString said =
        healthText(node.health) + (reason.isEmpty() ? QString() : QString(QStringLiteral(": ") + reason));
    say(node.name, inkOf(node.health), said);
}

void WatchLines::take(const NodeScanned& scanned)
{
    const DriftReport& report = scanned.report;
    const bool recovered = m_unseen.remove(report.node);
    const auto known = m_reports.constFind(report.node);
    const bool first = known == m_reports.constEnd();
    const bool same = !first && saysTheSame(*known, report);
    const bool clean = report.differences.isEmpty() && report.complete();
    m_reports.insert(report.node, report);
    if (recovered)
        say(report.node, TerminalInk::Plain, CliText::tr("can be scanned again"));
    if (same || (first && clean))
        return;
    QString text = foundText(report);
    if (report.scannedAt.secsTo(m_at) > oldSeconds)
        text += QStringLiteral(" · ") + CliText::tr("scanned %1").arg(ageText(report.scannedAt, m_at));
    say(report.node, clean ? TerminalInk::Plain : TerminalInk::Violet, text);
}

void WatchLines::take(const NodeUnseen& unseen)
{
    if (m_unseen.contains(unseen.node))
        return;
    m_unseen.insert(unseen.node);
    say(unseen.node, TerminalInk::Amber, CliText::tr("could not be scanned: %1").arg(sentence(unseen.error).what));
}

void WatchLines::take(const OpenDeploymentsSeen& seen)
{
    QStringList open;
    for (const OpenDeployment& one : seen.open) {
        open.append(one.plan.deployment);
        if (!m_open.contains(one.plan.deployment))
            say(one.plan.group, TerminalInk::Amber,
                CliText::tr("“%1” is open.").arg(deploymentTitle(one.verb, one.plan)) + u' ' + howItStands(one));
    }
    m_open = open;
}

} // namespace snowmelt
