// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/card_facts.h"

#include "models/domain/drift/scan_age.h"
#include "models/wording/failure_wording.h"
#include "models/wording/host_wording.h"
#include "models/wording/usage_wording.h"
#include "models/wording/wording.h"
#include "ui/diagram/captions.h"

#include <QCoreApplication>
#include <QLocale>

namespace snowmelt {

namespace {

class CardWriter
{
    Q_DECLARE_TR_FUNCTIONS(HoverCard)

public:
    CardWriter(const DiagramBox& box, const FleetState& fleet, const QDateTime& now, const LastScan& scan)
        : m_box(box), m_fleet(fleet), m_now(now), m_scan(scan)
    {
        m_text.title = Captions::title(box);
    }
    CardText made();

private:
    void planned();
    void standing();
    void machine(const NodeState& node);
    void node(const NodeState& node, bool imageAsBlueprint);
    void balancer(const BalancerState& state);
    void database(const DatabaseState& state);
    void group(const GroupFigure& group);
    void drift(const NodeState& node);
    void failures();
    void usage(const Utilisation& used);
    void add(const QString& name, const QString& value);

    const DiagramBox& m_box;
    const FleetState& m_fleet;
    const QDateTime& m_now;
    const LastScan& m_scan;
    CardText m_text;
};

void CardWriter::add(const QString& name, const QString& value)
{
    if (!value.isEmpty())
        m_text.facts << CardFact{name, value, false};
}

void CardWriter::planned()
{
    m_text.state = Captions::planned(m_box);
    if (const NodeState* node = m_box.node())
        add(tr("Image"), imageText(node->image));
    if (const auto* cache = m_box.as<CacheFigure>())
        add(tr("Image"), imageText(cache->image));
    if (const auto* group = m_box.as<GroupFigure>()) {
        add(group->given ? tr("Hosts") : tr("Nodes"), QLocale().toString(group->wanted));
        add(tr("Image"), Captions::groupImages(*group));
    }
}

void CardWriter::machine(const NodeState& node)
{
    m_text.health = node.health;
    m_text.reached = isReached(node);
    m_text.state = node.wasThere()                        ? standingText(node)
                   : node.lifecycle == Lifecycle::Running ? healthSinceText(node.health, healthSince(node), m_now)
                                                          : lifecycleText(node.lifecycle);
    m_text.reason = standingReasonText(node).simplified();
}

/// A node's sessions and requests are its balancer's word: without a slot there is none.
void CardWriter::node(const NodeState& node, bool imageAsBlueprint)
{
    add(tr("Image"), imageText(node.image));
    if (!imageAsBlueprint)
        add(tr("Blueprint"), tr("another image"));
    drift(node);
    if (node.counted) {
        add(tr("Traffic"), tr("%1 of the group's").arg(shareText(node.share)));
        add(tr("Sessions"), QLocale().toString(node.sessions));
        add(tr("Requests"), countedText(*node.counted));
    }
    if (node.check)
        add(tr("Check"), checkText(*node.check));
}

/// With the age of what is said: what was seen long ago is never shown as how things are.
void CardWriter::drift(const NodeState& node)
{
    add(tr("Drift"), Captions::driftState(node));
    if (!m_scan.at.isValid())
        return;
    const bool old = isOldScan(m_scan.at, m_now, m_scan.everySeconds);
    m_text.facts << CardFact{tr("Scanned"), ageText(m_scan.at, m_now), old};
}

void CardWriter::usage(const Utilisation& used)
{
    add(tr("Processor"), cpuText(used));
    add(tr("Memory"), memoryText(used));
    add(tr("Seen"), usageAgeText(used, m_now));
}

void CardWriter::failures()
{
    const Failures failures = failuresOf(m_fleet, m_box.part);
    if (!failures.known())
        return;
    add(tr("Failures"), failureCountText(failures));
    add(tr("Counted since"), momentText(failures.since, m_now));
}

void CardWriter::balancer(const BalancerState& state)
{
    add(tr("Driver"), Captions::machineLines(m_box, {}).value(0));
    add(tr("Image"), imageText(state.node.image));
    drift(state.node);
    failures();
}

void CardWriter::database(const DatabaseState& state)
{
    add(tr("Engine"), Captions::machineLines(m_box, {}).value(0));
    add(tr("Image"), imageText(state.node.image));
    drift(state.node);
    if (state.connections >= 0)
        add(tr("Connections"), QLocale().toString(state.connections));
}

void CardWriter::group(const GroupFigure& group)
{
    m_text.health = m_box.health();
    m_text.reached = m_box.reached();
    m_text.state = Captions::healthyCount(group);
    add(tr("Image"), Captions::groupImages(group));
    if (group.drifted > 0)
        add(tr("Drift"), Captions::driftedCount(group.drifted));
    if (m_box.side == Side::None)
        failures();
}

CardText CardWriter::made()
{
    if (m_box.planned)
        planned();
    else
        standing();
    add(tr("Zone"), m_box.zones.join(QStringLiteral(", ")));
    return m_text;
}

void CardWriter::standing()
{
    // The fleet knows more of a node than its box: what a box says is repainted when it changes.
    const NodeState* seen = m_box.node() ? m_fleet.findNode(m_box.part) : nullptr;
    if (seen)
        machine(*seen);
    if (const auto* own = m_box.as<NodeFigure>(); own && seen)
        node(*seen, own->imageAsBlueprint);
    if (const auto* own = m_box.as<BalancerFigure>())
        balancer(own->state);
    if (const auto* own = m_box.as<DatabaseFigure>())
        database(own->state);
    if (const auto* own = m_box.as<GroupFigure>())
        group(*own);
    if (seen && seen->utilisation)
        usage(*seen->utilisation);
}

} // namespace

QString CardText::spoken() const
{
    QStringList parts{title, state, reason};
    for (const CardFact& fact : facts)
        parts << QString(fact.name + u' ' + fact.value);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

CardText cardText(const DiagramBox& box, const FleetState& fleet, const QDateTime& now, const LastScan& scan)
{
    if (box.kind == BoxKind::Clients || box.kind == BoxKind::Zone)
        return {};
    return CardWriter(box, fleet, now, scan).made();
}

} // namespace snowmelt
