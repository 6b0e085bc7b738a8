// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/parts.h"

#include <algorithm>

namespace snowmelt::layout {

namespace {

bool exists(const NodeState& node)
{
    return node.lifecycle != Lifecycle::Absent;
}

NodeState plannedNode(const QString& name, const QString& group, Role role, const ImageRef& image)
{
    NodeState node;
    node.name = name;
    node.group = group;
    node.role = role;
    node.image = image;
    return node;
}

template <typename State>
const State* findByName(const QList<State>& states, const QString& name)
{
    const auto it = std::find_if(states.begin(), states.end(), [&](const State& s) { return s.node.name == name; });
    return it == states.end() ? nullptr : &*it;
}

/// What the fleet has first in the blueprint's order, then what the blueprint does not know.
template <typename Part, typename State, typename Declared, typename Make>
QList<Part> merged(const QList<Declared>& declared, const QList<State>& seen, Make planned)
{
    QList<Part> parts;
    for (const Declared& item : declared) {
        const State* state = findByName(seen, item.name);
        const bool there = state && exists(state->node);
        parts << Part{{state ? *state : planned(item)}, !there};
    }
    for (const State& state : seen) {
        const auto same = [&](const Declared& item) { return item.name == state.node.name; };
        if (exists(state.node) && std::none_of(declared.begin(), declared.end(), same))
            parts << Part{{state}, false};
    }
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

void count(GroupFigure& facts, const NodeState& node)
{
    ++facts.nodes;
    facts.healthy += node.health == Health::Healthy;
    facts.down += node.health == Health::Down;
    facts.draining += node.health == Health::Draining;
    facts.starting += isStarting(node);
    facts.unseen += node.health == Health::Unknown && !isStarting(node);
    facts.drifted += node.driftCount.value_or(0) > 0;
    facts.sessions += node.sessions;
    facts.share += node.share;
    if (!node.image.isNull() && !facts.images.contains(node.image))
        facts.images << node.image;
}

Section sectionOf(const GroupState& group, Side side)
{
    Section section{group.name, side, {}, {}, false};
    section.facts.blueprintImage = group.blueprintImage;
    for (const NodeState& node : group.nodes) {
        if (node.side != side || !exists(node))
            continue;
        count(section.facts, node);
        const bool same = group.blueprintImage.isNull() || node.image.isNull() || node.image == group.blueprintImage;
        section.members << Member{{node, same}, false};
    }
    section.facts.wanted = section.facts.nodes;
    return section;
}

/// The number at the end of "web-12"; 0: none.
int numberOf(const QString& name)
{
    return name.section(u'-', -1).toInt();
}

/// Numbers are given in order from 1, so a gap below `wanted` has a certain name. After a swap the numbers have moved
/// on and the next ones are for the backend to choose.
QStringList missingNames(const Section& section, int wanted)
{
    QStringList names;
    for (int number = 1; number <= wanted; ++number)
        names << section.group + u'-' + QString::number(number);
    for (const Member& member : section.members) {
        if (numberOf(member.facts.state.name) > wanted)
            return QStringList(std::max(0, wanted - int(section.members.size())), QString());
        names.removeAll(member.facts.state.name);
    }
    return names.mid(0, std::max(0, wanted - int(section.members.size())));
}

void addPlanned(Section& section, int wanted)
{
    section.facts.wanted = wanted;
    section.planned = section.members.isEmpty();
    const QStringList names = missingNames(section, wanted);
    for (const QString& name : names) {
        const NodeState node = plannedNode(name, section.group, Role::Node, section.facts.blueprintImage);
        section.members << Member{{node, true}, true};
    }
    std::stable_sort(section.members.begin(), section.members.end(), [](const Member& a, const Member& b) {
        const QString& x = a.facts.state.name;
        const QString& y = b.facts.state.name;
        return !x.isEmpty() && (y.isEmpty() || numberOf(x) < numberOf(y));
    });
}

/// One section, or one per side that has nodes. Nodes that take no part in a deployment keep a section of their own.
QList<Section> sectionsOf(const GroupState& group)
{
    const Section rest = sectionOf(group, Side::None);
    const Section blue = sectionOf(group, Side::Blue);
    const Section green = sectionOf(group, Side::Green);
    if (blue.members.isEmpty() && green.members.isEmpty()) {
        Section whole = rest;
        addPlanned(whole, group.wanted);
        return {whole};
    }
    QList<Section> sections;
    for (const Section& section : {rest, blue, green})
        if (!section.members.isEmpty())
            sections << section;
    return sections;
}

GroupState stateOf(const Group& group, const FleetState& fleet)
{
    const GroupState* seen = fleet.findGroup(group.name);
    GroupState state = seen ? *seen : GroupState{};
    state.name = group.name;
    state.wanted = group.size;
    state.blueprintImage = group.image;
    return state;
}

QList<Section> allSections(const Blueprint& blueprint, const FleetState& fleet)
{
    QList<Section> sections;
    for (const Group& group : blueprint.groups)
        sections << sectionsOf(stateOf(group, fleet));
    for (const GroupState& group : fleet.groups)
        if (!blueprint.findGroup(group.name) && !group.nodes.isEmpty())
            sections << sectionsOf(group);
    return sections;
}

} // namespace

Parts partsOf(const Blueprint& blueprint, const FleetState& fleet)
{
    Parts parts;
    parts.balancers = merged<BalancerPart>(blueprint.balancers, fleet.balancers, plannedBalancer);
    parts.databases = merged<DatabasePart>(blueprint.databases, fleet.databases, plannedDatabase);
    parts.sections = allSections(blueprint, fleet);
    for (const Group& group : blueprint.groups)
        parts.uses.insert(group.name, group.uses);
    return parts;
}

} // namespace snowmelt::layout
