// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/fit.h"

#include "backend/deploy/sides.h"

#include <algorithm>

namespace snowmelt {

namespace {

using Misfit = std::optional<Error>;

Misfit blocked(const Plan& plan)
{
    QStringList codes;
    for (const PlanCheck& check : plan.checks) {
        if (check.verdict == Verdict::Block)
            codes.append(check.code);
    }
    return codes.isEmpty() ? Misfit() : Error{ErrorCode::CheckBlocked, {codes.join(u", "_qs)}, {}};
}

Misfit otherImage(const Plan& plan, const ImageRecord& image)
{
    const bool same = !image.digest.isNull() && image.digest == plan.toDigest;
    return same ? Misfit() : Error{ErrorCode::ImageNotBuilt, {plan.to.text()}, {}};
}

/// What a node that is gone left in its slot. It takes no traffic, and pointing the slot elsewhere begins with maint,
/// so it is as good as free; a slot that serves at an address nobody knows is somebody's.
bool isOrphaned(const SlotState& slot, const QList<NodeFacts>& nodes)
{
    return (slot.mode == SlotMode::Drain || slot.mode == SlotMode::Maint) &&
           std::ranges::none_of(nodes, [&slot](const NodeFacts& node) { return node.address == slot.address; });
}

bool isFree(const SlotState& slot, const QList<NodeFacts>& nodes)
{
    return slot.mode == SlotMode::Free || isOrphaned(slot, nodes);
}

/// Green's names and slots are nobody else's. Its own are fine: the step may run a second time.
Misfit greenTaken(const Plan& plan, const World& world)
{
    for (const PlannedNode& green : plan.green) {
        const NodeFacts* node = findNode(world.nodes, green.name);
        if (node && node->deployment != plan.deployment)
            return Error{ErrorCode::CheckBlocked, {green.name}, node->deployment};
        const SlotState* slot = world.backend.find(green.slot);
        const bool ours = slot && node && slot->address == node->address;
        if (!slot || (!isFree(*slot, world.nodes) && !ours))
            return Error{ErrorCode::NoFreeSlot, {plan.balancer, plan.group}, green.slot};
    }
    return {};
}

const SlotPlacement* placementOf(const World& world, const QString& group, const QString& slot)
{
    for (const BackendPlacement& backend : world.config.backends) {
        const auto it = std::ranges::find(backend.placements, slot, &SlotPlacement::slot);
        if (backend.group == group && it != backend.placements.cend())
            return &*it;
    }
    return nullptr;
}

QString blueDisagrees(const Plan& plan, const PlannedNode& blue, const World& world)
{
    const SlotState* slot = world.backend.find(blue.slot);
    if (!slot)
        return blue.slot;
    const NodeFacts* node = findNode(world.nodes, blue.name);
    if (node && slot->address != node->address)
        return u"%1: %2, %3: %4"_qs.arg(blue.slot, slot->address, blue.name, node->address);
    const SlotPlacement* placement = placementOf(world, plan.group, blue.slot);
    const bool inConfig = placement && placement->mode == SlotMode::Ready;
    if (inConfig != (slot->mode == SlotMode::Ready) || (placement && placement->address != slot->address))
        return u"%1 (%2)"_qs.arg(blue.name, blue.slot);
    return {};
}

/// A blue node that left its slot long ago (a dead one) has nothing to disagree about.
Misfit blueMoved(const Plan& plan, const World& world)
{
    for (const PlannedNode& blue : plan.blue) {
        const QString what = blue.slot.isEmpty() ? QString() : blueDisagrees(plan, blue, world);
        if (!what.isEmpty())
            return Error{ErrorCode::BalancerDisagrees, {plan.balancer, what}, {}};
    }
    return {};
}

bool differs(const Digest& planned, const Digest& there)
{
    return !planned.isNull() && !there.isNull() && planned != there;
}

Misfit otherImageOf(const PlannedNode& planned, const NodeFacts* node)
{
    if (!node || !differs(planned.digest, node->digest))
        return {};
    return Error{ErrorCode::CheckBlocked, {planned.name}, node->digest.text()};
}

Misfit otherBlue(const Plan& plan, const QList<NodeFacts>& nodes)
{
    for (const PlannedNode& blue : plan.blue) {
        if (const Misfit other = otherImageOf(blue, findNode(nodes, blue.name)))
            return other;
    }
    return {};
}

Misfit otherGreen(const Plan& plan, const QList<NodeFacts>& nodes)
{
    for (const PlannedNode& green : plan.green) {
        const NodeFacts* node = findNode(nodes, green.name);
        if (node && node->deployment != plan.deployment)
            return Error{ErrorCode::CheckBlocked, {green.name}, node->deployment};
        if (const Misfit other = otherImageOf(green, node))
            return other;
    }
    return {};
}

} // namespace

std::optional<Error> otherNode(const Plan& plan, const QList<NodeFacts>& nodes)
{
    const Misfit blue = otherBlue(plan, nodes);
    return blue ? blue : otherGreen(plan, nodes);
}

std::optional<Error> firstMisfit(const Plan& plan, const ImageRecord& image, const World& world)
{
    for (const Misfit& misfit : {blocked(plan), otherImage(plan, image), greenTaken(plan, world),
                                 otherBlue(plan, world.nodes), blueMoved(plan, world)}) {
        if (misfit)
            return misfit;
    }
    return {};
}

} // namespace snowmelt
