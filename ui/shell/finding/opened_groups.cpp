// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/opened_groups.h"

namespace snowmelt {

QList<DiagramBox> collapsedNodes(const Diagram& diagram, const FleetState& fleet)
{
    QList<DiagramBox> nodes;
    for (int i = 0; i < diagram.boxes.size(); ++i) {
        const DiagramBox& box = diagram.boxes[i];
        const GroupState* group = box.collapsed ? fleet.findGroup(box.part) : nullptr;
        if (!group)
            continue;
        for (const NodeState& node : group->nodes) {
            if (box.side != Side::None && box.side != node.side)
                continue;
            DiagramBox inside;
            inside.key = inside.part = node.name;
            inside.side = node.side;
            inside.container = i;
            inside.facts = NodeFigure{node};
            nodes << inside;
        }
    }
    return nodes;
}

Diagram withCollapsedNodes(const Diagram& diagram, const FleetState& fleet)
{
    Diagram whole = diagram;
    whole.boxes << collapsedNodes(diagram, fleet);
    return whole;
}

} // namespace snowmelt
