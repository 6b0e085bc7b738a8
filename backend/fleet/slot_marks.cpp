// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/slot_marks.h"

namespace snowmelt {

namespace {

bool sameWorker(const SlotMark& mark, const BalancerReading& reading)
{
    return mark.worker == reading.pid && mark.startedAt == reading.startedAt;
}

std::optional<SlotMark> markOf(const SlotMark* before, const BalancerReading& reading, const SlotState& slot,
                               const NodeFacts* node)
{
    if (slot.mode == SlotMode::Free)
        return SlotMark{reading.pid, reading.startedAt, {}, {}, slot.requests, slot.failed};
    // One that still leads to a node that is gone may go on counting failures until another is there.
    if (!node || !before || !sameWorker(*before, reading))
        return {};
    SlotMark mark = *before;
    if (mark.node.isEmpty()) {
        mark.node = node->name;
        mark.bornAt = node->birth.bornAt;
    }
    const bool same = mark.node == node->name && mark.bornAt == node->birth.bornAt;
    return same ? std::optional(mark) : std::nullopt;
}

} // namespace

QString markKey(const QString& balancer, const QString& group, const QString& slot)
{
    return QString(balancer + u'/' + group + u'/' + slot);
}

const NodeFacts* nodeAt(const SlotState& slot, const QString& group, const QList<NodeFacts>& nodes)
{
    if (slot.mode == SlotMode::Free)
        return nullptr;
    for (const NodeFacts& node : nodes)
        if (node.role == Role::Node && node.group == group && node.address == slot.address)
            return &node;
    return nullptr;
}

SlotMarks marksAfter(const SlotMarks& before, const QString& balancer, const BalancerReading& reading,
                     const QList<NodeFacts>& nodes)
{
    SlotMarks after;
    for (const BackendState& backend : reading.backends) {
        for (const SlotState& slot : backend.slots_) {
            const QString key = markKey(balancer, backend.group, slot.name);
            const auto known = before.constFind(key);
            const SlotMark* last = known == before.cend() ? nullptr : &*known;
            if (const auto mark = markOf(last, reading, slot, nodeAt(slot, backend.group, nodes)))
                after.insert(key, *mark);
        }
    }
    return after;
}

} // namespace snowmelt
