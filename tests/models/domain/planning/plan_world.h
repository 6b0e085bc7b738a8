// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/planner.h"

namespace snowmelt {

/// A healthy fleet "shop" with one group "web" behind "edge", for tests of the planner.
struct PlanWorld
{
    int size = 3;
    int firstNumber = 1;
    int slotsPerSide = 4;
    QStringList slots_{u"a1"_qs, u"a2"_qs, u"a3"_qs};

    static ImageRef oldImage() { return {u"shop"_qs, u"1.0.0"_qs}; }
    static ImageRef newImage() { return {u"shop"_qs, u"1.1.0"_qs}; }
    static Digest digest(const QByteArray& of) { return Digest::ofBytes(of); }

    NodeState node(int number, const QString& slot) const
    {
        NodeState state;
        state.name = u"web-"_qs + QString::number(number);
        state.group = u"web"_qs;
        state.slot = slot;
        state.lifecycle = Lifecycle::Running;
        state.health = Health::Healthy;
        state.image = oldImage();
        state.digest = digest("1.0.0");
        state.driftCount = 0;
        state.share = 1.0 / size;
        state.requestRate = 10;
        state.sessions = 2;
        return state;
    }

    PlanInput input() const
    {
        PlanInput in;
        in.blueprint.name = u"shop"_qs;
        in.blueprint.platform.kind = u"podman"_qs;
        in.blueprint.groups = {{u"web"_qs, oldImage(), size, 8080, {}, {}}};
        in.blueprint.balancers = {{u"edge"_qs, u"haproxy"_qs, {u"foundation/haproxy"_qs, u"1"_qs}, 8080, {u"web"_qs}}};
        GroupState group;
        group.name = u"web"_qs;
        group.wanted = size;
        for (int i = 0; i < size; ++i) {
            group.nodes.append(node(firstNumber + i, slots_.value(i)));
            in.slotsInUse.insert(slots_.value(i), group.nodes.last().name);
        }
        in.fleet.name = u"shop"_qs;
        in.fleet.groups = {group};
        BalancerState edge;
        edge.node.name = u"edge"_qs;
        edge.version = u"2.6.12"_qs;
        in.fleet.balancers = {edge};
        in.image.ref = newImage();
        in.image.digest = digest("1.1.0");
        in.slotsPerSide = slotsPerSide;
        in.deployment = u"d-1"_qs;
        return in;
    }
};

} // namespace snowmelt
