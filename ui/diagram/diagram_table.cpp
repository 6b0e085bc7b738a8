// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_table.h"

#include "models/layout/walk.h"
#include "models/wording/host_wording.h"
#include "models/wording/wording.h"
#include "ui/diagram/captions.h"

#include <algorithm>

namespace snowmelt {

namespace {

const QString comma = QStringLiteral(", ");

QString nameOf(const DiagramBox& box)
{
    if (box.kind == BoxKind::Group && box.side != Side::None)
        return box.part + comma + sideText(box.side);
    if (const auto* zone = box.as<ZoneFigure>())
        return zone->name;
    return Captions::title(box);
}

QString stateOf(const DiagramBox& box)
{
    if (const auto* group = box.as<GroupFigure>(); group && !box.planned)
        return Captions::healthyCount(*group);
    if (box.planned)
        return Captions::planned(box);
    const NodeState* node = box.node();
    if (!node)
        return {};
    const QString reason = standingReasonText(*node);
    return reason.isEmpty() ? standingText(*node) : QString(standingText(*node) + comma + reason);
}

QString imageOf(const DiagramBox& box)
{
    if (const auto* group = box.as<GroupFigure>())
        return Captions::groupImages(*group);
    if (const auto* cache = box.as<CacheFigure>())
        return imageText(cache->image);
    return box.node() ? imageText(box.node()->image) : QString();
}

QString trafficOf(const DiagramBox& box)
{
    if (box.planned)
        return {};
    if (const auto* group = box.as<GroupFigure>())
        return group->given ? QString() : shareText(group->share);
    if (const auto* node = box.as<NodeFigure>())
        return node->state.wasThere() ? QString() : shareText(node->state.share);
    const NodeState* machine = box.node();
    const bool serves = machine && (machine->health == Health::Healthy || machine->health == Health::Draining);
    return serves ? Captions::machineLines(box, {}).join(comma) : QString();
}

QString driftText(const DiagramBox& box)
{
    if (const auto* group = box.as<GroupFigure>())
        return group->drifted > 0 ? Captions::driftedCount(group->drifted) : QString();
    return box.node() && !box.planned ? Captions::driftState(*box.node()) : QString();
}

} // namespace

void DiagramTable::follow(const std::shared_ptr<const Diagram>& diagram)
{
    if (diagram == m_diagram)
        return;
    m_diagram = diagram;
    m_boxes.clear();
    for (int box = following(*m_diagram, -1, 1); box >= 0; box = following(*m_diagram, box, 1))
        m_boxes << box;
}

int DiagramTable::rowOf(int box) const
{
    const auto at = std::lower_bound(m_boxes.begin(), m_boxes.end(), box);
    return at == m_boxes.end() || *at != box ? -1 : int(at - m_boxes.begin());
}

QString DiagramTable::groupOf(const DiagramBox& box) const
{
    const bool inGroup = box.container >= 0 && m_diagram->boxes[box.container].kind == BoxKind::Group;
    return inGroup ? nameOf(m_diagram->boxes[box.container]) : QString();
}

QString DiagramTable::zonesOf(const DiagramBox& box) const
{
    QStringList zones = box.zones;
    for (int at = box.container; at >= 0; at = m_diagram->boxes[at].container) {
        const DiagramBox& around = m_diagram->boxes[at];
        zones += around.zones;
        if (const auto* zone = around.as<ZoneFigure>())
            zones << zone->name;
    }
    return zones.join(comma);
}

QString DiagramTable::text(int row, int column) const
{
    if (row < 0 || row >= rows())
        return {};
    const DiagramBox& box = m_diagram->boxes[m_boxes[row]];
    switch (column) {
    case Name:
        return nameOf(box);
    case Kind:
        return box.kind == BoxKind::Clients ? Captions::clients() : Captions::kind(box);
    case State:
        return stateOf(box);
    case Image:
        return imageOf(box);
    case Traffic:
        return trafficOf(box);
    case Drift:
        return driftText(box);
    case Group:
        return groupOf(box);
    case Zone:
        return zonesOf(box);
    default:
        return {};
    }
}

QString DiagramTable::title(int column)
{
    switch (column) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case State:
        return tr("State");
    case Image:
        return tr("Image");
    case Traffic:
        return tr("Traffic");
    case Drift:
        return tr("Drift");
    case Group:
        return tr("Group");
    case Zone:
        return tr("Zone");
    default:
        return {};
    }
}

} // namespace snowmelt
