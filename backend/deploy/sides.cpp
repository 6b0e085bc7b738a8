// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/sides.h"

#include <algorithm>

namespace snowmelt {

namespace {

const SlotPlacement* findPlacement(const BalancerConfig& config, const QString& group, const QString& slot)
{
    for (const BackendPlacement& backend : config.backends) {
        if (backend.group != group)
            continue;
        const auto it = std::ranges::find(backend.placements, slot, &SlotPlacement::slot);
        return it == backend.placements.cend() ? nullptr : &*it;
    }
    return nullptr;
}

bool isPresent(const QList<PlannedNode>& side, const QList<NodeFacts>& nodes)
{
    return std::ranges::any_of(side, [&](const PlannedNode& node) { return findNode(nodes, node.name) != nullptr; });
}

/// Replaces the side's entries among `all`.
void place(QList<SlotPlacement>& all, const QList<PlannedNode>& side, const QList<NodeFacts>& nodes, int port,
           SlotMode mode)
{
    for (const PlannedNode& planned : side) {
        if (planned.slot.isEmpty())
            continue;
        const auto it = std::ranges::find(all, planned.slot, &SlotPlacement::slot);
        SlotPlacement wanted = it == all.end() ? SlotPlacement{planned.slot, {}, port, mode} : *it;
        all.removeIf([&](const SlotPlacement& one) { return one.slot == planned.slot; });
        wanted.mode = mode;
        if (const NodeFacts* facts = findNode(nodes, planned.name)) {
            wanted.address = facts->address;
            wanted.port = port;
        }
        if (mode != SlotMode::Free && !wanted.address.isEmpty())
            all.append(wanted);
    }
}

QString label(const PlannedNode& node)
{
    return node.name + u" ("_qs + node.slot + u')';
}

void compare(QStringList& lines, const QString& where, const PlannedNode& node, bool serves, bool wanted)
{
    if (serves != wanted)
        lines.append(where + u": "_qs + label(node) + (serves ? u" serves"_qs : u" does not serve"_qs));
}

void compareConfig(QStringList& lines, const BalancerConfig& config, const QString& group,
                   const QList<PlannedNode>& side, bool wanted)
{
    for (const PlannedNode& node : side) {
        const SlotPlacement* placement = findPlacement(config, group, node.slot);
        if (!node.slot.isEmpty())
            compare(lines, u"config"_qs, node, placement && placement->mode == SlotMode::Ready, wanted);
    }
}

void compareRuntime(QStringList& lines, const BackendState& backend, const QList<PlannedNode>& side, bool wanted)
{
    for (const PlannedNode& node : side) {
        const SlotState* slot = backend.find(node.slot);
        if (!node.slot.isEmpty())
            compare(lines, u"runtime"_qs, node, slot && slot->mode == SlotMode::Ready, wanted);
    }
}

} // namespace

const NodeFacts* findNode(const QList<NodeFacts>& nodes, const QString& name)
{
    const auto it = std::ranges::find(nodes, name, &NodeFacts::name);
    return it == nodes.cend() ? nullptr : &*it;
}

QList<SlotPlacement> placements(const QList<PlannedNode>& side, SlotMode mode)
{
    QList<SlotPlacement> list;
    for (const PlannedNode& node : side) {
        if (!node.slot.isEmpty())
            list.append({node.slot, {}, 0, mode});
    }
    return list;
}

BalancerConfig withSides(BalancerConfig config, const Plan& plan, const QList<NodeFacts>& nodes, int port,
                         SlotMode blue, SlotMode green)
{
    for (BackendPlacement& backend : config.backends) {
        if (backend.group != plan.group)
            continue;
        place(backend.placements, plan.blue, nodes, port, blue);
        place(backend.placements, plan.green, nodes, port, green);
        std::ranges::sort(backend.placements, {}, &SlotPlacement::slot);
    }
    return config;
}

const PlannedNode* firstNotUp(const BackendState& backend, const QList<PlannedNode>& side)
{
    for (const PlannedNode& node : side) {
        const SlotState* slot = backend.find(node.slot);
        if (!node.slot.isEmpty() && (!slot || !slot->up))
            return &node;
    }
    return nullptr;
}

int countUp(const BackendState& backend, const QList<PlannedNode>& side)
{
    return int(std::ranges::count_if(side, [&](const PlannedNode& node) {
        const SlotState* slot = backend.find(node.slot);
        return slot && slot->up;
    }));
}

SideLoad loadOf(const BackendState& backend, const QList<PlannedNode>& side)
{
    SideLoad load;
    for (const PlannedNode& node : side) {
        const SlotState* slot = backend.find(node.slot);
        // A session in use holds a connection, so the larger of both is what is open.
        const int open = slot ? std::max(slot->sessions, slot->usedConnections) + slot->queued : 0;
        load.sessions += open;
        if (open > load.most) {
            load.most = open;
            load.busiest = node.name;
        }
    }
    return load;
}

int idleOf(const BackendState& backend, const QList<PlannedNode>& side)
{
    int idle = 0;
    for (const PlannedNode& node : side) {
        const SlotState* slot = backend.find(node.slot);
        idle += slot ? slot->idleConnections : 0;
    }
    return idle;
}

QStringList disagreements(const BalancerConfig& config, const BackendState& backend, const Plan& plan, Serving serving)
{
    QStringList lines;
    compareConfig(lines, config, plan.group, plan.green, serving == Serving::Green);
    compareConfig(lines, config, plan.group, plan.blue, serving == Serving::Blue);
    return lines + runtimeDisagreements(backend, plan, serving);
}

QStringList runtimeDisagreements(const BackendState& backend, const Plan& plan, Serving serving)
{
    QStringList lines;
    compareRuntime(lines, backend, plan.green, serving == Serving::Green);
    compareRuntime(lines, backend, plan.blue, serving == Serving::Blue);
    return lines;
}

Safety safetySeen(const BackendState& backend, const Plan& plan, const QList<NodeFacts>& nodes)
{
    const int green = countUp(backend, plan.green);
    const int blue = countUp(backend, plan.blue);
    const auto all = std::ranges::count_if(backend.slots_, [](const SlotState& slot) { return slot.up; });
    if (green == 0 && all > 0)
        return isPresent(plan.green, nodes) ? Safety::BlueServesGreenKept : Safety::BlueServes;
    if (green > 0 && blue == 0)
        return isPresent(plan.blue, nodes) ? Safety::GreenServes : Safety::GreenServesAlone;
    return Safety::Uncertain;
}

QStringList slotLines(const BackendState& backend, const QList<PlannedNode>& side)
{
    static const QStringList modes{u"free"_qs, u"maint"_qs, u"drain"_qs, u"ready"_qs};
    QStringList lines;
    for (const PlannedNode& node : side) {
        const SlotState* slot = backend.find(node.slot);
        if (slot)
            lines.append(u"%1 %2 %3, %4 sessions"_qs.arg(node.name, node.slot,
                                                         slot->up ? u"up"_qs : modes.value(int(slot->mode)),
                                                         QString::number(slot->sessions)));
    }
    return lines;
}

} // namespace snowmelt
