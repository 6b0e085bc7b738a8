// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/chart.h"

#include "models/layout/metrics.h"

#include <QSet>

#include <algorithm>

namespace snowmelt::layout {

namespace {

constexpr int balancerTier = 1;

/// For each item the length of the longest way to it. Items on a ring, which no blueprint has, stay where they are met.
QList<int> depthsOf(int items, const QList<std::pair<int, int>>& links)
{
    QList<QList<int>> onward(items);
    QList<int> before(items, 0);
    for (const auto& [from, to] : links) {
        onward[from] << to;
        ++before[to];
    }
    QList<int> depths(items, 0);
    QList<int> ready;
    for (int i = 0; i < items; ++i)
        if (before[i] == 0)
            ready << i;
    for (qsizetype next = 0; next < ready.size(); ++next)
        for (int to : std::as_const(onward[ready[next]])) {
            depths[to] = std::max(depths[to], depths[ready[next]] + 1);
            if (--before[to] == 0)
                ready << to;
        }
    return depths;
}

QString seatOf(const Section& section, bool first)
{
    if (first)
        return section.group;
    switch (section.side) {
    case Side::Blue:
        return section.group + QStringLiteral(":blue");
    case Side::Green:
        return section.group + QStringLiteral(":green");
    case Side::None:
        break;
    }
    return section.group;
}

class ChartMaker
{
public:
    explicit ChartMaker(const Parts& parts) : m_parts(parts) {}

    Chart run()
    {
        addBlocks();
        linkAll();
        assignTiers();
        makeStacks();
        return m_chart;
    }

private:
    int add(BoxKind kind, int part, const QString& name, const QSizeF& size);
    void addBlocks();
    void addGroups();
    void link(int from, const QString& to, EdgeKind kind);
    void linkAll();
    void assignTiers();
    QList<int> depths(const QList<int>& blocks, EdgeKind kind) const;
    void closeGaps();
    void makeStacks();

    const Parts& m_parts;
    Chart m_chart;
    QHash<QString, QList<int>> m_byName; ///< a group has a block for each of its sides
    QList<int> m_balancers, m_groups, m_caches, m_databases;
    int m_clients = -1;
};

int ChartMaker::add(BoxKind kind, int part, const QString& name, const QSizeF& size)
{
    Block block;
    block.kind = kind;
    block.part = part;
    block.name = block.seat = name;
    block.zones = m_parts.zones.value(name);
    block.size = size;
    block.room = size;
    m_chart.blocks << block;
    const int index = int(m_chart.blocks.size()) - 1;
    m_byName[name] << index;
    return index;
}

void ChartMaker::addBlocks()
{
    if (!m_parts.balancers.isEmpty())
        m_clients = add(BoxKind::Clients, 0, QStringLiteral("clients"), clientsSize);
    for (int i = 0; i < m_parts.balancers.size(); ++i)
        m_balancers << add(BoxKind::Balancer, i, m_parts.balancers[i].facts.state.node.name, balancerSize);
    addGroups();
    for (int i = 0; i < m_parts.caches.size(); ++i)
        m_caches << add(BoxKind::Cache, i, m_parts.caches[i].name, cacheSize);
    for (int i = 0; i < m_parts.databases.size(); ++i)
        m_databases << add(BoxKind::Database, i, m_parts.databases[i].facts.state.node.name, databaseSize);
}

void ChartMaker::addGroups()
{
    for (int i = 0; i < m_parts.sections.size(); ++i) {
        const Section& section = m_parts.sections[i];
        const bool first = i == 0 || m_parts.sections[i - 1].group != section.group;
        const int index = add(BoxKind::Group, i, section.group, {});
        m_chart.blocks[index].seat = seatOf(section, first);
        m_groups << index;
    }
}

void ChartMaker::link(int from, const QString& to, EdgeKind kind)
{
    for (int target : m_byName.value(to)) {
        const bool machine = m_chart.blocks[target].kind != BoxKind::Group;
        if (target != from && target != m_clients)
            m_chart.links << Link{from, target, kind == EdgeKind::Traffic && machine ? EdgeKind::Chain : kind};
    }
}

void ChartMaker::linkAll()
{
    QSet<QString> behind;
    for (const BalancerPart& part : m_parts.balancers)
        behind.unite(QSet<QString>(part.facts.state.serves.begin(), part.facts.state.serves.end()));
    for (int balancer : std::as_const(m_balancers))
        if (!behind.contains(m_chart.blocks[balancer].name))
            m_chart.links << Link{m_clients, balancer, EdgeKind::Clients};
    for (int balancer : std::as_const(m_balancers))
        for (const QString& served : m_parts.balancers[m_chart.blocks[balancer].part].facts.state.serves)
            link(balancer, served, EdgeKind::Traffic);
    for (int group : std::as_const(m_groups))
        for (const QString& used : m_parts.uses.value(m_chart.blocks[group].name))
            link(group, used, EdgeKind::Use);
    for (int database : std::as_const(m_databases)) {
        const QString primary = m_parts.databases[m_chart.blocks[database].part].facts.replicaOf;
        for (int from : primary.isEmpty() ? QList<int>() : m_byName.value(primary))
            if (from != database)
                m_chart.links << Link{from, database, EdgeKind::Replica};
    }
    for (int balancer : std::as_const(m_balancers)) {
        const QString other = m_parts.pairs.value(m_chart.blocks[balancer].name);
        if (m_chart.blocks[balancer].name < other || m_parts.pairs.value(other) != m_chart.blocks[balancer].name)
            link(balancer, other, EdgeKind::Pair);
    }
}

/// Of blocks along links of a kind that stay among them.
QList<int> ChartMaker::depths(const QList<int>& blocks, EdgeKind kind) const
{
    QHash<int, int> local;
    for (int block : blocks)
        local.insert(block, int(local.size()));
    QList<std::pair<int, int>> links;
    for (const Link& link : m_chart.links)
        if (link.kind == kind && local.contains(link.from) && local.contains(link.to))
            links << std::pair(local[link.from], local[link.to]);
    return depthsOf(int(blocks.size()), links);
}

void ChartMaker::assignTiers()
{
    int next = balancerTier;
    const auto put = [&](const QList<int>& blocks, const QList<int>& depths) {
        int deepest = -1;
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            m_chart.blocks[blocks[i]].tier = next + depths[i];
            deepest = std::max(deepest, depths[i]);
        }
        return next + deepest + 1;
    };
    next = put(m_balancers, depths(m_balancers, EdgeKind::Chain));
    next = put(m_groups, QList<int>(m_groups.size(), 0));
    put(m_caches, QList<int>(m_caches.size(), 0));
    put(m_databases, depths(m_databases, EdgeKind::Replica));
    closeGaps();
}

/// Tiers without a block, as that of clients without a balancer, take no room.
void ChartMaker::closeGaps()
{
    QList<int> used;
    for (const Block& block : std::as_const(m_chart.blocks))
        used << block.tier;
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (Block& block : m_chart.blocks)
        block.tier = int(std::lower_bound(used.begin(), used.end(), block.tier) - used.begin());
    m_chart.tiers = int(used.size());
}

void ChartMaker::makeStacks()
{
    QSet<int> stacked;
    for (int i = 0; i < m_chart.blocks.size(); ++i) {
        const Block& block = m_chart.blocks[i];
        if (stacked.contains(i))
            continue;
        Stack stack{{i}, block.kind == BoxKind::Group ? sideGap : rowGap};
        const QString fellow = block.kind == BoxKind::Group ? block.name : m_parts.pairs.value(block.name);
        const bool balancer = block.kind == BoxKind::Balancer;
        for (int other : balancer || block.kind == BoxKind::Group ? m_byName.value(fellow) : QList<int>())
            if (other != i && !stacked.contains(other) && m_chart.blocks[other].kind == block.kind &&
                m_chart.blocks[other].tier == block.tier)
                stack.blocks << other;
        for (int member : std::as_const(stack.blocks))
            stacked << member;
        m_chart.stacks << stack;
    }
}

} // namespace

Chart chartOf(const Parts& parts)
{
    return ChartMaker(parts).run();
}

} // namespace snowmelt::layout
