// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rebirths/whom_to_rebirth.h"

#include <QHash>

#include <vector>

namespace snowmelt {

QString groupOfAll(const FleetState& fleet, const QStringList& nodes)
{
    QHash<QString, const NodeState*> byName;
    for (const NodeState* node : fleet.allNodes())
        byName.insert(node->name, node);
    QString group;
    for (const QString& name : nodes) {
        const NodeState* node = byName.value(name);
        const bool fits = node && node->role == Role::Node && (group.isEmpty() || group == node->group);
        if (!fits)
            return {};
        group = node->group;
    }
    return group;
}

QStringList chosenForRebirth(const FleetState& fleet, const QStringList& selectedParts)
{
    if (selectedParts.size() > 1)
        return groupOfAll(fleet, selectedParts).isEmpty() ? QStringList() : selectedParts;
    QStringList names;
    if (const GroupState* group = fleet.findGroup(selectedParts.value(0))) {
        for (const NodeState& node : group->nodes) {
            if (node.lifecycle != Lifecycle::Absent)
                names.append(node.name);
        }
    }
    return names;
}

QStringList driftedOf(const FleetState& fleet, const QString& group)
{
    QStringList names;
    for (const GroupState& one : fleet.groups) {
        if (!group.isEmpty() && one.name != group)
            continue;
        for (const NodeState& node : one.nodes) {
            if (node.driftCount.value_or(0) > 0)
                names.append(node.name);
        }
    }
    return groupOfAll(fleet, names).isEmpty() ? QStringList() : names;
}

QStringList differingOf(const GroupDrift& drift)
{
    std::vector<char> differing(size_t(drift.nodes.size()), 0);
    for (const GroupDifference& difference : drift.differences) {
        for (const auto& one : difference.differs)
            if (size_t(one.node) < differing.size())
                differing[size_t(one.node)] = 1;
    }
    QStringList names;
    for (int i = 0; i < drift.nodes.size(); ++i) {
        if (differing[size_t(i)])
            names.append(drift.nodes.at(i).name);
    }
    return names;
}

} // namespace snowmelt
