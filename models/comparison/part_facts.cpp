// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/part_facts.h"

#include "models/domain/code_names.h"

namespace snowmelt::comparison {

namespace {

bool exists(const NodeState& node)
{
    return node.lifecycle != Lifecycle::Absent;
}

class FactsMaker
{
public:
    explicit FactsMaker(const FleetMoment& moment) : m_moment(moment) {}

    QList<PartFacts> run()
    {
        for (const BalancerState& balancer : m_moment.fleet.balancers)
            add(balancer);
        for (const Group& group : m_moment.blueprint.groups) {
            add(group);
            if (const GroupState* state = m_moment.fleet.findGroup(group.name))
                addNodes(*state);
        }
        for (const GroupState& state : m_moment.fleet.groups)
            if (!m_moment.blueprint.findGroup(state.name) && !state.nodes.isEmpty()) {
                m_all << PartFacts{state.name, {}, {}};
                addNodes(state);
            }
        for (const DatabaseState& database : m_moment.fleet.databases)
            add(database);
        return m_all;
    }

private:
    static void set(PartFacts& facts, ComparedField field, const QString& value)
    {
        if (!value.isEmpty())
            facts.fields.insert(field, value);
    }
    static void set(PartFacts& facts, ComparedField field, int value)
    {
        if (value > 0)
            facts.fields.insert(field, QString::number(value));
    }

    PartFacts machine(const NodeState& node) const
    {
        PartFacts facts{node.name, node.role == Role::Node ? node.group : QString(), {}};
        if (!node.image.isNull())
            set(facts, ComparedField::Image, node.image.text());
        set(facts, ComparedField::Digest, node.digest.text());
        if (!m_moment.seen)
            return facts;
        set(facts, ComparedField::Health, codeName(node.health));
        set(facts, ComparedField::Side, codeName(node.side));
        set(facts, ComparedField::Lifecycle, codeName(node.lifecycle));
        return facts;
    }

    void add(const BalancerState& balancer)
    {
        if (!exists(balancer.node))
            return;
        PartFacts facts = machine(balancer.node);
        set(facts, ComparedField::Driver, balancer.driver);
        set(facts, ComparedField::Version, balancer.version);
        for (const Balancer& declared : m_moment.blueprint.balancers)
            if (declared.name == balancer.node.name)
                set(facts, ComparedField::Listen, declared.listen);
        m_all << facts;
    }

    void add(const Group& group)
    {
        PartFacts facts{group.name, {}, {}};
        set(facts, ComparedField::Image, group.image.text());
        set(facts, ComparedField::Size, group.size);
        set(facts, ComparedField::Port, group.port);
        set(facts, ComparedField::Check, group.health.path);
        m_all << facts;
    }

    void add(const DatabaseState& database)
    {
        if (!exists(database.node))
            return;
        PartFacts facts = machine(database.node);
        set(facts, ComparedField::Driver, database.engine);
        set(facts, ComparedField::Version, database.version);
        if (const Database* declared = m_moment.blueprint.findDatabase(database.node.name))
            set(facts, ComparedField::Schema, declared->schema);
        m_all << facts;
    }

    void addNodes(const GroupState& group)
    {
        for (const NodeState& node : group.nodes)
            if (exists(node))
                m_all << machine(node);
    }

    const FleetMoment& m_moment;
    QList<PartFacts> m_all;
};

} // namespace

QList<PartFacts> factsOf(const FleetMoment& moment)
{
    return FactsMaker(moment).run();
}

QList<std::pair<QString, QString>> linksOf(const FleetMoment& moment)
{
    QList<std::pair<QString, QString>> links;
    for (const Balancer& balancer : moment.blueprint.balancers)
        for (const QString& served : balancer.serves)
            links.append({balancer.name, served});
    for (const Group& group : moment.blueprint.groups)
        for (const QString& used : group.uses)
            links.append({group.name, used});
    return links;
}

} // namespace snowmelt::comparison
