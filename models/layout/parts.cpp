// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/parts.h"

#include "models/domain/node_number.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace snowmelt::layout {

namespace {

NodeState plannedNode(const QString& name, const QString& group, Role role, const ImageRef& image)
{
    NodeState node;
    node.name = name;
    node.group = group;
    node.role = role;
    node.image = image;
    return node;
}

/// What the fleet has first in the blueprint's order, then what the blueprint does not know.
template <typename Part, typename State, typename Declared, typename Make>
QList<Part> merged(const QList<Declared>& declared, const QList<State>& seen, Make planned)
{
    QList<Part> parts;
    QHash<QString, const State*> byName;
    for (const State& state : seen)
        byName.insert(state.node.name, &state);
    for (const Declared& item : declared) {
        const State* state = byName.take(item.name);
        const bool there = state && state->node.exists();
        parts << Part{{state ? *state : planned(item)}, !there};
    }
    for (const State& state : seen)
        if (byName.value(state.node.name) == &state && state.node.exists())
            parts << Part{{state}, false};
    return parts;
}

BalancerState plannedBalancer(const Balancer& balancer)
{
    BalancerState state;
    state.node = plannedNode(balancer.name, balancer.name, Role::Balancer, balancer.image);
    state.driver = balancer.driver;
    state.serves = balancer.serves;
    return state;
}

DatabaseState plannedDatabase(const Database& database)
{
    DatabaseState state;
    state.node = plannedNode(database.name, database.name, Role::Database, database.image);
    state.engine = database.engine;
    return state;
}

/// Who paints a box paints it again when its facts differ: these do at every look, and are on no box.
NodeState shown(NodeState node)
{
    node.counted.reset();
    node.check.reset();
    node.utilisation.reset();
    return node;
}

Section sectionOf(const GroupState& group, Side side)
{
    Section section{group.name, side, {}, {}, false};
    section.facts.blueprintImage = group.blueprintImage;
    for (const NodeState& node : group.nodes) {
        if (node.side != side || !node.exists())
            continue;
        section.facts.count(node);
        const bool same = group.blueprintImage.isNull() || node.image.isNull() || node.image == group.blueprintImage;
        section.members << Member{{shown(node), same}, false};
    }
    section.facts.wanted = section.facts.nodes;
    return section;
}

QStringList missingHosts(const Section& section, QStringList hosts)
{
    QSet<QString> there;
    for (const Member& member : section.members)
        there << member.facts.state.name;
    hosts.removeIf([&there](const QString& host) { return there.contains(host); });
    return hosts;
}

/// Numbers are given in order from 1, so a gap below `wanted` has a certain name. After a swap the numbers have moved
/// on and the next ones are for the backend to choose.
QStringList missingNames(const Section& section, int wanted, const QStringList& hosts)
{
    if (!hosts.isEmpty())
        return missingHosts(section, hosts);
    const int missing = std::max(0, wanted - int(section.members.size()));
    QSet<int> taken;
    for (const Member& member : section.members)
        taken << nodeNumber(member.facts.state.name);
    QStringList names;
    const bool movedOn = std::any_of(taken.begin(), taken.end(), [&](int number) { return number > wanted; });
    for (int number = 1; number <= wanted && names.size() < missing && !movedOn; ++number)
        if (!taken.contains(number))
            names << section.group + u'-' + QString::number(number);
    return movedOn ? QStringList(missing, QString()) : names;
}

/// Those without a name yet last.
void sortByNumber(QList<Member>& members)
{
    QList<std::pair<int, qsizetype>> order;
    for (qsizetype i = 0; i < members.size(); ++i) {
        const QString& name = members[i].facts.state.name;
        order << std::pair(name.isEmpty() ? std::numeric_limits<int>::max() : nodeNumber(name), i);
    }
    if (std::is_sorted(order.begin(), order.end()))
        return;
    std::sort(order.begin(), order.end());
    QList<Member> sorted;
    sorted.reserve(members.size());
    for (const auto& [number, index] : std::as_const(order))
        sorted << members[index];
    members = std::move(sorted);
}

void addPlanned(Section& section, int wanted, const QStringList& hosts)
{
    section.facts.wanted = wanted;
    section.facts.given = !hosts.isEmpty();
    section.planned = section.members.isEmpty();
    const QStringList names = missingNames(section, wanted, hosts);
    for (const QString& name : names) {
        const NodeState node = plannedNode(name, section.group, Role::Node, section.facts.blueprintImage);
        section.members << Member{{node, true}, true};
    }
    sortByNumber(section.members);
}

/// One section, or one per side that has nodes. Nodes that take no part in a deployment keep a section of their own.
QList<Section> sectionsOf(const GroupState& group, const QStringList& hosts = {})
{
    const Section rest = sectionOf(group, Side::None);
    const Section blue = sectionOf(group, Side::Blue);
    const Section green = sectionOf(group, Side::Green);
    if (blue.members.isEmpty() && green.members.isEmpty()) {
        Section whole = rest;
        addPlanned(whole, group.wanted, hosts);
        return {whole};
    }
    QList<Section> sections;
    for (const Section& section : {rest, blue, green})
        if (!section.members.isEmpty())
            sections << section;
    return sections;
}

GroupState stateOf(const Group& group, const GroupState* seen)
{
    GroupState state = seen ? *seen : GroupState{};
    state.name = group.name;
    state.wanted = group.size;
    state.blueprintImage = group.image;
    return state;
}

QList<Section> allSections(const Blueprint& blueprint, const FleetState& fleet)
{
    QHash<QString, const GroupState*> seen;
    for (const GroupState& group : fleet.groups)
        seen.insert(group.name, &group);
    QList<Section> sections;
    for (const Group& group : blueprint.groups)
        sections << sectionsOf(stateOf(group, seen.take(group.name)), group.hosts);
    for (const GroupState& group : fleet.groups)
        if (seen.value(group.name) == &group && !group.nodes.isEmpty())
            sections << sectionsOf(group);
    return sections;
}

void sayReplicas(QList<DatabasePart>& databases, const Blueprint& blueprint)
{
    QHash<QString, QString> primaries;
    for (const Database& database : blueprint.databases)
        primaries.insert(database.name, database.replicaOf);
    for (DatabasePart& part : databases)
        part.facts.replicaOf = primaries.value(part.facts.state.node.name);
}

template <typename Declared>
void noteZones(QHash<QString, QStringList>& zones, const QList<Declared>& declared)
{
    for (const Declared& part : declared)
        if (!part.zones.isEmpty())
            zones.insert(part.name, part.zones);
}

} // namespace

Parts partsOf(const Blueprint& blueprint, const FleetState& fleet)
{
    Parts parts;
    parts.balancers = merged<BalancerPart>(blueprint.balancers, fleet.balancers, plannedBalancer);
    parts.databases = merged<DatabasePart>(blueprint.databases, fleet.databases, plannedDatabase);
    parts.sections = allSections(blueprint, fleet);
    parts.caches = blueprint.caches;
    sayReplicas(parts.databases, blueprint);
    for (const Group& group : blueprint.groups)
        parts.uses.insert(group.name, group.uses);
    for (const Balancer& balancer : blueprint.balancers)
        if (!balancer.pair.isEmpty())
            parts.pairs.insert(balancer.name, balancer.pair);
    noteZones(parts.zones, blueprint.balancers);
    noteZones(parts.zones, blueprint.groups);
    noteZones(parts.zones, blueprint.caches);
    noteZones(parts.zones, blueprint.databases);
    return parts;
}

} // namespace snowmelt::layout
