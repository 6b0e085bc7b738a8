// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/watch_lines.h"

#include "app/cli/cli_text.h"
#include "models/domain/drift/judge/severity.h"
#include "models/domain/host_standing.h"
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

/// Hosts that were there before and cannot be seen, each with its own reason.
QMap<QString, const Error*> unseenHosts(const FleetState& fleet)
{
    QMap<QString, const Error*> unseen;
    for (const Error& error : fleet.blind) {
        const NodeState* node = fleet.findNode(error.args.value(0));
        if (node && node->wasThere())
            unseen.insert(node->name, &error);
    }
    return unseen;
}

QList<Error> errorsOfWhole(const FleetState& fleet, const QMap<QString, const Error*>& unseen)
{
    QList<Error> errors;
    std::ranges::copy_if(fleet.blind, std::back_inserter(errors),
                         [&](const Error& error) { return !unseen.contains(error.args.value(0)); });
    return errors;
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
    const QMap<QString, const Error*> unseen = unseenHosts(fleet);
    const QList<Error> whole = errorsOfWhole(fleet, unseen);
    takeWhole(fleet, whole);
    if (!whole.isEmpty())
        return;
    const bool first = !std::exchange(m_seen, true);
    const QList<const NodeState*> nodes = fleet.allNodes();
    if (first)
        say(fleet.name, TerminalInk::Plain, CliText::tr("%n node(s) are watched", nullptr, int(nodes.size())));
    QSet<QString> there;
    for (const NodeState* node : nodes) {
        there.insert(node->name);
        if (unseen.contains(node->name) || isReached(*node))
            takeHost(*node, unseen.value(node->name));
        else if (first && node->health == Health::Healthy)
            m_nodes.insert(node->name, {node->lifecycle, node->health});
        else
            takeNode(*node);
    }
    forgetGone(there);
}

/// What is in the way of all: while it is, nodes are as they were seen last.
void WatchLines::takeWhole(const FleetState& fleet, const QList<Error>& blind)
{
    const bool isBlind = !blind.isEmpty();
    if (isBlind == std::exchange(m_blind, isBlind))
        return;
    if (!isBlind)
        say(fleet.name, TerminalInk::Plain, CliText::tr("is seen again"));
    for (const Error& error : blind)
        say(fleet.name, TerminalInk::Amber, sentence(error).what);
}

void WatchLines::forgetGone(const QSet<QString>& there)
{
    const QStringList known = m_nodes.keys();
    for (const QString& name : known) {
        if (there.contains(name))
            continue;
        say(name, TerminalInk::Plain, CliText::tr("is gone"));
        m_nodes.remove(name);
        m_reports.remove(name);
        m_unreached.remove(name);
        m_unseen.remove(name);
    }
}

/// Whether it is reached is all that is known of such a host.
void WatchLines::takeHost(const NodeState& node, const Error* unseen)
{
    m_nodes.insert(node.name, {node.lifecycle, node.health});
    if (!unseen) {
        if (m_unreached.remove(node.name))
            say(node.name, TerminalInk::Plain, CliText::tr("is seen again"));
        return;
    }
    const auto known = m_unreached.constFind(node.name);
    if (known != m_unreached.constEnd() && *known == unseen->code)
        return;
    m_unreached.insert(node.name, unseen->code);
    say(node.name, inkOf(node.health), sentence(*unseen).what);
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
    m_retrySeconds.remove(report.node);
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

/// Of nodes that could not be scanned; said again when the pause became much longer.
void WatchLines::take(const ScansDue& due)
{
    for (const ScanDue& scan : due.scans) {
        const qint64 seconds = m_at.secsTo(scan.at);
        const bool isSaid = m_retrySeconds.contains(scan.node) && 2 * seconds < 3 * m_retrySeconds.value(scan.node);
        if (scan.failures == 0 || isSaid)
            continue;
        m_retrySeconds.insert(scan.node, seconds);
        say(scan.node, TerminalInk::Amber,
            CliText::tr("is scanned again at %1").arg(scan.at.toLocalTime().toString(QStringLiteral("HH:mm:ss"))));
    }
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
