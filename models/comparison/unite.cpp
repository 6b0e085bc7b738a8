// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/unite.h"

#include "models/domain/node_number.h"

#include <QSet>

#include <algorithm>

namespace snowmelt::comparison {

namespace {

/// Who is gone takes no traffic.
NodeState gone(NodeState node)
{
    node.share = 0;
    node.sessions = 0;
    node.requestRate = 0;
    return node;
}

QStringList both(const QStringList& after, const QStringList& before)
{
    QStringList all = after;
    for (const QString& name : before)
        if (!all.contains(name))
            all << name;
    return all;
}

template <typename Part>
Part* findNamed(QList<Part>& parts, const QString& name)
{
    const auto it = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.name == name; });
    return it == parts.end() ? nullptr : &*it;
}

/// Balancers and databases: a machine each.
template <typename State>
void uniteMachines(QList<State>& after, const QList<State>& before)
{
    for (const State& old : before) {
        if (old.node.lifecycle == Lifecycle::Absent)
            continue;
        const auto it = std::find_if(after.begin(), after.end(),
                                     [&](const State& state) { return state.node.name == old.node.name; });
        State state = old;
        state.node = gone(old.node);
        if (it == after.end())
            after << state;
        else if (it->node.lifecycle == Lifecycle::Absent)
            it->node = state.node;
    }
}

void uniteNodes(QList<NodeState>& after, const QList<NodeState>& before)
{
    QSet<QString> there;
    for (const NodeState& node : std::as_const(after))
        if (node.lifecycle != Lifecycle::Absent)
            there.insert(node.name);
    QSet<QString> left;
    QList<NodeState> added;
    for (const NodeState& old : before)
        if (old.lifecycle != Lifecycle::Absent && !there.contains(old.name)) {
            left.insert(old.name);
            added << gone(old);
        }
    after.removeIf([&](const NodeState& node) { return left.contains(node.name); });
    after << added;
    std::stable_sort(after.begin(), after.end(),
                     [](const NodeState& a, const NodeState& b) { return nodeNumber(a.name) < nodeNumber(b.name); });
}

Blueprint uniteBlueprints(Blueprint after, const Blueprint& before)
{
    for (const Balancer& old : before.balancers) {
        if (Balancer* same = findNamed(after.balancers, old.name))
            same->serves = both(same->serves, old.serves);
        else
            after.balancers << old;
    }
    for (const Group& old : before.groups) {
        if (Group* same = findNamed(after.groups, old.name))
            same->uses = both(same->uses, old.uses);
        else
            after.groups << old;
    }
    for (const Database& old : before.databases)
        if (!findNamed(after.databases, old.name))
            after.databases << old;
    return after;
}

} // namespace

FleetMoment unite(const FleetMoment& before, const FleetMoment& after)
{
    FleetMoment moment = after;
    moment.seen = before.seen || after.seen;
    moment.blueprint = uniteBlueprints(after.blueprint, before.blueprint);
    uniteMachines(moment.fleet.balancers, before.fleet.balancers);
    uniteMachines(moment.fleet.databases, before.fleet.databases);
    for (const GroupState& old : before.fleet.groups) {
        if (GroupState* same = findNamed(moment.fleet.groups, old.name))
            uniteNodes(same->nodes, old.nodes);
        else {
            moment.fleet.groups << GroupState{old.name,     old.wanted, old.blueprintImage, {},
                                              old.requests, old.failed, old.countedSince,   old.failedGone};
            uniteNodes(moment.fleet.groups.last().nodes, old.nodes);
        }
    }
    // A line the diagram draws is what its balancer says it serves.
    for (BalancerState& balancer : moment.fleet.balancers)
        if (const Balancer* declared = findNamed(moment.blueprint.balancers, balancer.node.name))
            balancer.serves = both(balancer.serves, declared->serves);
    return moment;
}

} // namespace snowmelt::comparison
