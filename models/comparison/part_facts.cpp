// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/part_facts.h"

#include "models/comparison/by_name.h"
#include "models/domain/code_names.h"

#include <QLocale>
#include <QSet>

namespace snowmelt::comparison {

namespace {

class FactsMaker
{
public:
    explicit FactsMaker(const FleetMoment& moment) : m_moment(moment) {}

    QList<PartFacts> run()
    {
        addFleet();
        for (const ImageSource& image : m_moment.blueprint.images)
            declare(begin(ComparedKind::Image, image.ref.text()), ComparedField::Recipe, image.recipe);
        addBalancers();
        addGroups();
        for (const Cache& cache : m_moment.blueprint.caches)
            add(cache);
        addDatabases();
        addZones();
        return m_all;
    }

private:
    PartFacts& begin(ComparedKind kind, const QString& part, const QString& group = {})
    {
        m_all << PartFacts{{kind, part}, group, {}, {}};
        return m_all.last();
    }
    /// What was seen; empty: it could not be.
    static void see(PartFacts& facts, ComparedField field, const QString& value)
    {
        if (!value.isEmpty())
            facts.facts << ComparedFact{field, value};
    }
    static void see(PartFacts& facts, ComparedField field, const Endpoint& endpoint)
    {
        if (!endpoint.isNull())
            facts.facts << ComparedFact{field, endpoint.text()};
    }
    /// What a blueprint says, be it that there is none.
    static void declare(PartFacts& facts, ComparedField field, const QString& value)
    {
        facts.facts << ComparedFact{field, value};
    }
    /// A number that a blueprint may leave out, which makes it 0.
    static void declare(PartFacts& facts, ComparedField field, int number)
    {
        declare(facts, field, number > 0 ? QString::number(number) : QString());
    }
    template <typename Part>
    static void declareZones(PartFacts& facts, const Part& part)
    {
        declare(facts, ComparedField::Zones, part.zones.join(QStringLiteral(", ")));
    }

    template <typename Part>
    static void declareHosts(PartFacts& facts, const Part& part)
    {
        declare(facts, ComparedField::Host, part.hosts.join(QStringLiteral(", ")));
    }

    void addFleet();
    void addBalancers();
    void addGroups();
    void add(const Group& group);
    void add(const Cache& cache);
    void addNodes(const GroupState& group);
    void addDatabases();
    void addZones();
    PartFacts& addMachine(ComparedKind kind, const NodeState& node);

    const FleetMoment& m_moment;
    QList<PartFacts> m_all;
};

void FactsMaker::addFleet()
{
    const Blueprint& blueprint = m_moment.blueprint;
    PartFacts& facts = begin(ComparedKind::Fleet, {});
    see(facts, ComparedField::Name, blueprint.name);
    see(facts, ComparedField::Platform, blueprint.platform.kind);
    declare(facts, ComparedField::Currency, blueprint.prices.currency);
    const double price = blueprint.prices.perNodeHour;
    declare(facts, ComparedField::NodeHour,
            price > 0 ? QString::number(price, 'f', QLocale::FloatingPointShortest) : QString());
}

PartFacts& FactsMaker::addMachine(ComparedKind kind, const NodeState& node)
{
    PartFacts& facts = begin(kind, node.name, kind == ComparedKind::Node ? node.group : QString());
    if (!node.image.isNull())
        see(facts, ComparedField::Image, node.image.text());
    see(facts, ComparedField::Digest, node.digest.text());
    if (!m_moment.seen)
        return facts;
    see(facts, ComparedField::Health, codeName(node.health));
    see(facts, ComparedField::Side, codeName(node.side));
    see(facts, ComparedField::Lifecycle, codeName(node.lifecycle));
    see(facts, ComparedField::Slot, node.slot);
    if (node.driftCount)
        see(facts, ComparedField::Drift, QString::number(*node.driftCount));
    see(facts, ComparedField::Address, node.address);
    // A balancer's is where clients connect, which has a name of its own.
    if (kind != ComparedKind::Balancer)
        see(facts, ComparedField::Service, node.service);
    see(facts, ComparedField::Ssh, node.ssh);
    if (node.bornAt.isValid())
        see(facts, ComparedField::Born, node.bornAt.toUTC().toString(Qt::ISODate));
    return facts;
}

void FactsMaker::addBalancers()
{
    const auto declared = byName(m_moment.blueprint.balancers);
    for (const BalancerState& state : m_moment.fleet.balancers) {
        if (!state.node.exists())
            continue;
        PartFacts& facts = addMachine(ComparedKind::Balancer, state.node);
        see(facts, ComparedField::Driver, state.driver);
        see(facts, ComparedField::Version, state.version);
        see(facts, ComparedField::Entry, state.entry);
        const Balancer* balancer = declared.value(state.node.name);
        if (!balancer)
            continue;
        declare(facts, ComparedField::Listen, balancer->listen);
        declare(facts, ComparedField::Pair, balancer->pair);
        declareZones(facts, *balancer);
        declareHosts(facts, *balancer);
        facts.names << NamesFact{ComparedField::Serves, balancer->serves};
    }
}

void FactsMaker::add(const Group& group)
{
    PartFacts& facts = begin(ComparedKind::Group, group.name);
    declare(facts, ComparedField::Image, group.image.isNull() ? QString() : group.image.text());
    declare(facts, ComparedField::Size, group.size);
    declare(facts, ComparedField::Port, group.port);
    declare(facts, ComparedField::Check, group.health.path);
    declareZones(facts, group);
    facts.names << NamesFact{ComparedField::Uses, group.uses};
}

void FactsMaker::addNodes(const GroupState& group)
{
    for (const NodeState& node : group.nodes)
        if (node.exists())
            addMachine(ComparedKind::Node, node);
}

void FactsMaker::addGroups()
{
    auto states = byName(m_moment.fleet.groups);
    for (const Group& group : m_moment.blueprint.groups) {
        add(group);
        if (const GroupState* state = states.take(group.name))
            addNodes(*state);
    }
    for (const GroupState& state : m_moment.fleet.groups)
        if (states.contains(state.name) && !state.nodes.isEmpty()) {
            begin(ComparedKind::Group, state.name);
            addNodes(state);
        }
}

void FactsMaker::add(const Cache& cache)
{
    PartFacts& facts = begin(ComparedKind::Cache, cache.name);
    declare(facts, ComparedField::Driver, cache.engine);
    declare(facts, ComparedField::Image, cache.image.isNull() ? QString() : cache.image.text());
    declare(facts, ComparedField::Port, cache.port);
    declareZones(facts, cache);
    declareHosts(facts, cache);
}

void FactsMaker::addDatabases()
{
    const auto declared = byName(m_moment.blueprint.databases);
    for (const DatabaseState& state : m_moment.fleet.databases) {
        if (!state.node.exists())
            continue;
        PartFacts& facts = addMachine(ComparedKind::Database, state.node);
        see(facts, ComparedField::Driver, state.engine);
        see(facts, ComparedField::Version, state.version);
        const Database* database = declared.value(state.node.name);
        if (!database)
            continue;
        declare(facts, ComparedField::Schema, database->schema);
        declare(facts, ComparedField::Volume, database->keepVolume ? QStringLiteral("keep") : QString());
        declare(facts, ComparedField::ReplicaOf, database->replicaOf);
        declareZones(facts, *database);
        declareHosts(facts, *database);
    }
}

/// Each once, where it is met first.
void FactsMaker::addZones()
{
    QSet<QString> met;
    const auto note = [&](const auto& parts) {
        for (const auto& part : parts)
            for (const QString& zone : part.zones)
                if (!met.contains(zone)) {
                    met.insert(zone);
                    begin(ComparedKind::Zone, QString(u"zone:" + zone));
                }
    };
    note(m_moment.blueprint.balancers);
    note(m_moment.blueprint.groups);
    note(m_moment.blueprint.caches);
    note(m_moment.blueprint.databases);
}

} // namespace

QList<PartFacts> factsOf(const FleetMoment& moment)
{
    return FactsMaker(moment).run();
}

} // namespace snowmelt::comparison
