// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/risks.h"

#include "models/export/risks_seen.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// Everything a balancer leads to, through the balancers behind it.
QStringList reachedFrom(const Blueprint& blueprint, const Balancer& balancer)
{
    QStringList reached = balancer.serves;
    for (qsizetype i = 0; i < reached.size(); ++i) {
        const Balancer* behind = blueprint.findBalancer(reached[i]);
        if (!behind)
            continue;
        for (const QString& name : behind->serves)
            if (!reached.contains(name))
                reached << name;
    }
    return reached;
}

QStringList groupsOf(const Blueprint& blueprint, const QStringList& names)
{
    QStringList groups;
    for (const QString& name : names)
        if (blueprint.findGroup(name))
            groups << name;
    return groups;
}

/// Balancers that clients may come in by: none is behind another.
bool isBehindAnother(const Blueprint& blueprint, const Balancer& balancer)
{
    return std::any_of(blueprint.balancers.begin(), blueprint.balancers.end(),
                       [&](const Balancer& other) { return other.serves.contains(balancer.name); });
}

class Judgement
{
public:
    explicit Judgement(const Blueprint& blueprint) : m_blueprint(blueprint) {}
    QList<Risk> judged();

private:
    void balancer(const Balancer& balancer);
    void group(const Group& group);
    void database(const Database& database);
    void cache(const Cache& cache);
    void zones(const QString& part, const QStringList& zones);
    void replicas(const Database& database, const QList<const Database*>& followers);
    bool zonesSaid() const;
    QStringList usersOf(const QString& part) const;
    QStringList servedByNoOther(const Balancer& balancer) const;
    void add(RiskKind kind, Severity severity, const QString& part, const QStringList& args = {})
    {
        m_risks << Risk{kind, severity, part, args};
    }

    const Blueprint& m_blueprint;
    QList<Risk> m_risks;
};

QStringList Judgement::servedByNoOther(const Balancer& balancer) const
{
    QStringList alone = groupsOf(m_blueprint, reachedFrom(m_blueprint, balancer));
    for (const Balancer& other : m_blueprint.balancers) {
        if (other.name == balancer.name ||
            isBehindAnother(m_blueprint, other) != isBehindAnother(m_blueprint, balancer))
            continue;
        const QStringList reached = reachedFrom(m_blueprint, other);
        alone.removeIf([&](const QString& group) { return reached.contains(group); });
    }
    return alone;
}

void Judgement::balancer(const Balancer& balancer)
{
    const Balancer* pair = m_blueprint.findBalancer(balancer.pair);
    const QStringList alone = servedByNoOther(balancer);
    if (!pair && !alone.isEmpty())
        add(RiskKind::SingleBalancer, Severity::High, balancer.name, {alone.join(QStringLiteral(", "))});
    const bool sameZone = pair && balancer.zones.size() == 1 && balancer.zones == pair->zones;
    if (sameZone && balancer.name < pair->name)
        add(RiskKind::PairInOneZone, Severity::Medium, balancer.name, {pair->name, balancer.zones.first()});
}

void Judgement::zones(const QString& part, const QStringList& zones)
{
    if (zones.size() == 1)
        add(RiskKind::OneZone, Severity::Medium, part, zones);
}

void Judgement::group(const Group& group)
{
    if (!m_blueprint.balancerOf(group.name))
        add(RiskKind::NoBalancer, Severity::High, group.name);
    if (group.size == 1)
        add(RiskKind::GroupOfOne, Severity::High, group.name);
    else if (group.zones.isEmpty() && zonesSaid())
        add(RiskKind::GroupWithoutZone, Severity::Low, group.name);
    else
        zones(group.name, group.zones);
}

QStringList Judgement::usersOf(const QString& part) const
{
    QStringList users;
    for (const Group& group : m_blueprint.groups)
        if (group.uses.contains(part))
            users << group.name;
    return users;
}

void Judgement::cache(const Cache& cache)
{
    const QStringList users = usersOf(cache.name);
    if (users.size() > 1)
        add(RiskKind::CacheShared, Severity::Medium, cache.name, {users.join(QStringLiteral(", "))});
}

void Judgement::replicas(const Database& database, const QList<const Database*>& followers)
{
    const bool together = database.zones.size() == 1 &&
                          std::all_of(followers.begin(), followers.end(),
                                      [&](const Database* follower) { return follower->zones == database.zones; });
    if (together)
        add(RiskKind::ReplicasInOneZone, Severity::Medium, database.name, database.zones);
}

void Judgement::database(const Database& database)
{
    if (!database.keepVolume)
        add(RiskKind::VolumeLost, Severity::Medium, database.name);
    if (!database.replicaOf.isEmpty())
        return;
    QList<const Database*> followers;
    for (const Database& other : m_blueprint.databases)
        if (other.replicaOf == database.name)
            followers << &other;
    const QStringList users = usersOf(database.name);
    if (followers.isEmpty())
        add(RiskKind::DatabaseAlone, users.isEmpty() ? Severity::Medium : Severity::High, database.name,
            {users.join(QStringLiteral(", "))});
    else
        replicas(database, followers);
}

bool Judgement::zonesSaid() const
{
    const auto said = [](const auto& parts) {
        return std::any_of(parts.begin(), parts.end(), [](const auto& part) { return !part.zones.isEmpty(); });
    };
    return said(m_blueprint.balancers) || said(m_blueprint.groups) || said(m_blueprint.databases) ||
           said(m_blueprint.caches);
}

QList<Risk> Judgement::judged()
{
    for (const Balancer& one : m_blueprint.balancers)
        balancer(one);
    for (const Group& one : m_blueprint.groups)
        group(one);
    for (const Database& one : m_blueprint.databases)
        database(one);
    for (const Cache& one : m_blueprint.caches)
        cache(one);
    if (!zonesSaid() && !m_blueprint.groups.isEmpty())
        add(RiskKind::ZonesUnsaid, Severity::Low, {});
    return m_risks;
}

} // namespace

bool wasSeen(const FleetState& fleet)
{
    return fleet.observedAt.isValid() || fleet.isUp();
}

QList<Risk> risksOf(const Blueprint& blueprint, const FleetState& fleet)
{
    QList<Risk> risks = Judgement(blueprint).judged();
    if (wasSeen(fleet))
        risks += risksSeen(fleet);
    std::stable_sort(risks.begin(), risks.end(), [](const Risk& a, const Risk& b) { return a.severity < b.severity; });
    return risks;
}

} // namespace snowmelt
