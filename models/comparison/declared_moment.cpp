// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/compare_fleets.h"

#include <QSet>

namespace snowmelt {

namespace {

NodeState declaredNode(const QString& name, const QString& group, Role role, const ImageRef& image)
{
    NodeState node;
    node.name = name;
    node.group = group;
    node.role = role;
    node.lifecycle = Lifecycle::Running;
    node.health = Health::Healthy;
    node.image = image;
    return node;
}

/// Names of nodes that exist, as many as are wanted; then numbers nobody has.
QStringList namesFor(const Group& group, const GroupState* running)
{
    if (!group.hosts.isEmpty())
        return group.hosts;
    QStringList names;
    QSet<QString> taken;
    if (running)
        for (const NodeState& node : running->nodes) {
            if (!node.exists())
                continue;
            taken.insert(node.name);
            if (names.size() < group.size)
                names << node.name;
        }
    for (int number = 1; names.size() < group.size; ++number) {
        const QString name = group.name + u'-' + QString::number(number);
        if (!taken.contains(name))
            names << name;
    }
    return names;
}

GroupState declaredGroup(const Group& group, const GroupState* running)
{
    GroupState state;
    state.name = group.name;
    state.wanted = group.size;
    state.blueprintImage = group.image;
    const QStringList names = namesFor(group, running);
    for (const QString& name : names)
        state.nodes << declaredNode(name, group.name, Role::Node, group.image);
    return state;
}

} // namespace

FleetMoment declaredMoment(const Blueprint& blueprint, const FleetState& running)
{
    FleetMoment moment{blueprint, {}, false};
    moment.fleet.name = blueprint.name;
    moment.fleet.platform = blueprint.platform.kind;
    for (const Balancer& balancer : blueprint.balancers) {
        BalancerState state;
        state.node = declaredNode(balancer.name, balancer.name, Role::Balancer, balancer.image);
        state.driver = balancer.driver;
        state.serves = balancer.serves;
        moment.fleet.balancers << state;
    }
    for (const Group& group : blueprint.groups)
        moment.fleet.groups << declaredGroup(group, running.findGroup(group.name));
    for (const Database& database : blueprint.databases) {
        DatabaseState state;
        state.node = declaredNode(database.name, database.name, Role::Database, database.image);
        state.engine = database.engine;
        moment.fleet.databases << state;
    }
    return moment;
}

} // namespace snowmelt
