// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/unite.h"

#include "models/comparison/by_name.h"
#include "models/domain/node_number.h"

#include <QHash>
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
    const QSet<QString> there(after.begin(), after.end());
    for (const QString& name : before)
        if (!there.contains(name))
            all << name;
    return all;
}

/// Where in a list the part of a name is.
template <typename Part>
QHash<QString, qsizetype> placesByName(const QList<Part>& parts)
{
    QHash<QString, qsizetype> places;
    places.reserve(parts.size());
    for (const Part& part : parts)
        places.insert(nameOf(part), places.size());
    return places;
}

/// Balancers and databases: a machine each.
template <typename State>
void uniteMachines(QList<State>& after, const QList<State>& before)
{
    const QHash<QString, qsizetype> places = placesByName(after);
    for (const State& old : before) {
        if (!old.node.exists())
            continue;
        const qsizetype at = places.value(old.node.name, -1);
        State state = old;
        state.node = gone(old.node);
        if (at < 0)
            after << state;
        else if (!after[at].node.exists())
            after[at].node = state.node;
    }
}

/// What is in both is as it is after, but for what `keep` takes over from before.
template <typename Part, typename Keep>
void uniteParts(QList<Part>& after, const QList<Part>& before, Keep keep)
{
    const QHash<QString, qsizetype> places = placesByName(after);
    for (const Part& old : before) {
        const qsizetype at = places.value(old.name, -1);
        if (at < 0)
            after << old;
        else
            keep(after[at], old);
    }
}

void uniteNodes(QList<NodeState>& after, const QList<NodeState>& before)
{
    QSet<QString> there;
    for (const NodeState& node : std::as_const(after))
        if (node.exists())
            there.insert(node.name);
    QSet<QString> left;
    QList<NodeState> added;
    for (const NodeState& old : before)
        if (old.exists() && !there.contains(old.name)) {
            left.insert(old.name);
            added << gone(old);
        }
    if (added.isEmpty())
        return;
    after.removeIf([&](const NodeState& node) { return left.contains(node.name); });
    after << added;
    std::stable_sort(after.begin(), after.end(),
                     [](const NodeState& a, const NodeState& b) { return nodeNumber(a.name) < nodeNumber(b.name); });
}

/// A balancer's pair and a database's primary are one name, so that which was before is not in it.
Blueprint uniteBlueprints(Blueprint after, const Blueprint& before)
{
    const auto nothing = [](auto&, const auto&) {};
    uniteParts(after.balancers, before.balancers,
               [](Balancer& same, const Balancer& old) { same.serves = both(same.serves, old.serves); });
    uniteParts(after.groups, before.groups,
               [](Group& same, const Group& old) { same.uses = both(same.uses, old.uses); });
    uniteParts(after.caches, before.caches, nothing);
    uniteParts(after.databases, before.databases, nothing);
    return after;
}

void uniteGroups(QList<GroupState>& after, const QList<GroupState>& before)
{
    const QHash<QString, qsizetype> places = placesByName(after);
    for (const GroupState& old : before) {
        qsizetype at = places.value(old.name, -1);
        if (at < 0) {
            at = after.size();
            after << old;
            after.last().nodes.clear();
        }
        uniteNodes(after[at].nodes, old.nodes);
    }
}

/// A line the diagram draws is what its balancer says it serves.
void sayServed(QList<BalancerState>& balancers, const QList<Balancer>& declared)
{
    const QHash<QString, qsizetype> places = placesByName(declared);
    for (BalancerState& balancer : balancers)
        if (const qsizetype at = places.value(balancer.node.name, -1); at >= 0)
            balancer.serves = both(balancer.serves, declared[at].serves);
}

} // namespace

FleetMoment unite(const FleetMoment& before, const FleetMoment& after)
{
    FleetMoment moment = after;
    moment.seen = before.seen || after.seen;
    moment.blueprint = uniteBlueprints(after.blueprint, before.blueprint);
    uniteMachines(moment.fleet.balancers, before.fleet.balancers);
    uniteMachines(moment.fleet.databases, before.fleet.databases);
    uniteGroups(moment.fleet.groups, before.fleet.groups);
    sayServed(moment.fleet.balancers, moment.blueprint.balancers);
    return moment;
}

} // namespace snowmelt::comparison
