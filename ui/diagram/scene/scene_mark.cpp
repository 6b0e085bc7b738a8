// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/scene/scene_mark.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int mostDifferences = 0xFFFF;

DriftMark driftOf(const NodeState& node)
{
    if (!node.driftCount)
        return DriftMark::Unscanned;
    if (*node.driftCount > 0)
        return DriftMark::Drifted;
    return node.driftComplete ? DriftMark::Clean : DriftMark::Partial;
}

} // namespace

SceneMark markOf(const DiagramBox& box)
{
    SceneMark mark;
    mark.kind = box.kind;
    mark.health = box.health();
    mark.reached = box.reached();
    mark.side = box.side;
    mark.planned = box.planned;
    if (const NodeState* node = box.node()) {
        mark.drift = driftOf(*node);
        mark.differences = quint32(std::clamp(node->driftCount.value_or(0), 0, mostDifferences));
    }
    if (const auto* figure = box.as<NodeFigure>())
        mark.otherImage = !figure->imageAsBlueprint;
    return mark;
}

} // namespace snowmelt
