// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/fresh.h"

#include "models/layout/heights.h"
#include "models/layout/layers.h"
#include "models/layout/metrics.h"

#include <algorithm>
#include <cmath>

namespace snowmelt::layout {

namespace {

constexpr double foldedAspect = 1.2; ///< height of a folded tier to its width

class Placing
{
public:
    Placing(Chart& chart, ZoneBands bands, const LayoutStop& stop) : m_chart(chart), m_bands(bands), m_stop(stop) {}

    void run()
    {
        noteZones();
        columnPerTier();
        order();
        if (fold())
            order();
        setHeights(m_layers, {m_firstBanded, m_lastBanded, int(m_zones.size()) + 1}, m_items);
        apply();
    }

private:
    const Block& first(int stack) const { return m_chart.blocks[m_chart.stacks[stack].blocks.first()]; }
    void noteZones();
    int zoneOf(int stack) const;
    void columnPerTier();
    void order();
    void addItems();
    void addLinks();
    int pass(int column, int band, int bundle);
    bool isBanded(int column) const { return column >= m_firstBanded && column <= m_lastBanded; }
    int bandOf(int stack) const;
    int bandOf(const Link& link) const;
    double heightOf(int stack) const;
    double centreOf(int stack) const;
    double widthOf(int stack) const;
    bool fold();
    void foldTier(int tier, QList<int>& next);

    void apply();

    Chart& m_chart;
    const ZoneBands m_bands;
    const LayoutStop& m_stop;
    QStringList m_zones;           ///< that have bands
    QList<int> m_columns;          ///< of each stack
    QList<QList<int>> m_tierOrder; ///< stacks of each column before a fold, in order
    int m_columnCount = 0;
    int m_firstBanded = 0, m_lastBanded = -1;
    QList<int> m_stackOf; ///< of each block
    QList<int> m_itemOf;  ///< of each stack
    Layers m_layers;
    QList<Item> m_items;
};

int Placing::zoneOf(int stack) const
{
    int zone = -1;
    for (int block : m_chart.stacks[stack].blocks) {
        const QStringList& zones = m_chart.blocks[block].zones;
        const int own = zones.size() == 1 ? int(m_zones.indexOf(zones.first())) : -1;
        if (own < 0 || (zone >= 0 && zone != own))
            return -1;
        zone = own;
    }
    return zone;
}

void Placing::noteZones()
{
    m_stackOf.fill(-1, m_chart.blocks.size());
    for (int stack = 0; stack < m_chart.stacks.size(); ++stack)
        for (int block : m_chart.stacks[stack].blocks) {
            m_stackOf[block] = stack;
            const QStringList& zones = m_chart.blocks[block].zones;
            if (m_bands == ZoneBands::Apart && zones.size() == 1 && !m_zones.contains(zones.first()))
                m_zones << zones.first();
        }
}

void Placing::columnPerTier()
{
    m_columns.clear();
    for (int stack = 0; stack < m_chart.stacks.size(); ++stack)
        m_columns << first(stack).tier;
    m_columnCount = m_chart.tiers;
}

/// Parts of a zone have their band in the columns from its first to its last; parts of none stand below all bands.
int Placing::bandOf(int stack) const
{
    if (!isBanded(m_columns[stack]))
        return 0;
    const int zone = zoneOf(stack);
    return zone < 0 ? int(m_zones.size()) : zone;
}

int Placing::bandOf(const Link& link) const
{
    const int from = bandOf(m_stackOf[link.from]);
    const int to = bandOf(m_stackOf[link.to]);
    return isBanded(m_columns[m_stackOf[link.to]]) ? to : from;
}

double Placing::heightOf(int stack) const
{
    const Stack& s = m_chart.stacks[stack];
    double height = s.gap * double(s.blocks.size() - 1);
    for (qsizetype i = 0; i < s.blocks.size(); ++i) {
        const Block& block = m_chart.blocks[s.blocks[i]];
        height += i + 1 < s.blocks.size() ? block.size.height() : block.territory().height();
    }
    return height;
}

double Placing::centreOf(int stack) const
{
    const Block& last = m_chart.blocks[m_chart.stacks[stack].blocks.last()];
    return (heightOf(stack) - (last.territory().height() - last.size.height())) / 2;
}

double Placing::widthOf(int stack) const
{
    double width = 0;
    for (int block : m_chart.stacks[stack].blocks)
        width = std::max(width, m_chart.blocks[block].size.width());
    return width;
}

int Placing::pass(int column, int band, int bundle)
{
    const int item = m_layers.add(column, isBanded(column) ? band : 0);
    m_items << Item{-1, bundle, 0, 0};
    return item;
}

void Placing::addItems()
{
    m_itemOf.fill(-1, m_chart.stacks.size());
    QList<int> order;
    for (const QList<int>& tier : std::as_const(m_tierOrder))
        order << tier;
    if (order.isEmpty())
        for (int stack = 0; stack < m_chart.stacks.size(); ++stack)
            order << stack;
    for (int stack : std::as_const(order)) {
        m_itemOf[stack] = m_layers.add(m_columns[stack], bandOf(stack));
        m_items << Item{stack, -1, heightOf(stack), centreOf(stack)};
    }
}

void Placing::addLinks()
{
    for (const Link& link : std::as_const(m_chart.links)) {
        const int from = m_stackOf[link.from];
        const int to = m_stackOf[link.to];
        if (m_columns[from] >= m_columns[to])
            continue;
        const int bundle = link.kind == EdgeKind::Use ? link.to : link.from;
        int last = m_itemOf[from];
        for (int column = m_columns[from] + 1; column < m_columns[to]; ++column) {
            const int passing = pass(column, bandOf(link), bundle);
            m_layers.link(last, passing);
            last = passing;
        }
        m_layers.link(last, m_itemOf[to]);
    }
}

void Placing::order()
{
    m_layers = {};
    m_layers.ranks.resize(m_columnCount);
    m_items.clear();
    m_firstBanded = m_columnCount;
    m_lastBanded = -1;
    for (int stack = 0; stack < m_chart.stacks.size(); ++stack)
        if (zoneOf(stack) >= 0) {
            m_firstBanded = std::min(m_firstBanded, m_columns[stack]);
            m_lastBanded = std::max(m_lastBanded, m_columns[stack]);
        }
    addItems();
    addLinks();
    m_layers = untangled(m_layers, m_stop);
}

/// A tier that is much higher than wide goes on in columns beside it: the next in order goes where there is most room,
/// so that what belongs together stays near.
void Placing::foldTier(int tier, QList<int>& next)
{
    double height = 0;
    double width = 0;
    for (int stack : std::as_const(m_tierOrder[tier])) {
        height += heightOf(stack) + rowGap;
        width = std::max(width, widthOf(stack));
    }
    const double pitch = width + balancersToGroups;
    const int columns = height <= highestColumn ? 1 : std::max(1, int(std::sqrt(height / (foldedAspect * pitch))));
    QList<double> tops(columns, 0);
    for (int stack : std::as_const(m_tierOrder[tier])) {
        const auto shortest = std::min_element(tops.begin(), tops.end());
        m_columns[stack] = m_columnCount + int(shortest - tops.begin());
        *shortest += heightOf(stack) + rowGap;
    }
    m_columnCount += columns;
    next << columns;
}

bool Placing::fold()
{
    m_tierOrder.clear();
    for (const QList<int>& rank : std::as_const(m_layers.ranks)) {
        m_tierOrder << QList<int>();
        for (int item : rank)
            if (m_items[item].stack >= 0)
                m_tierOrder.last() << m_items[item].stack;
    }
    QList<int> columns;
    m_columnCount = 0;
    for (int tier = 0; tier < m_tierOrder.size(); ++tier)
        foldTier(tier, columns);
    return m_columnCount > m_tierOrder.size();
}

void Placing::apply()
{
    QList<double> widths(m_columnCount, 0);
    QList<BoxKind> kinds(m_columnCount, BoxKind::Database);
    for (int stack = 0; stack < m_chart.stacks.size(); ++stack) {
        widths[m_columns[stack]] = std::max(widths[m_columns[stack]], widthOf(stack));
        kinds[m_columns[stack]] = first(stack).kind;
    }
    QList<double> lefts;
    double x = 0;
    for (int column = 0; column < m_columnCount; ++column) {
        if (column > 0)
            x += gapBefore(kinds[column], kinds[column - 1] == BoxKind::Clients);
        lefts << x;
        x += widths[column];
    }
    for (int stack = 0; stack < m_chart.stacks.size(); ++stack) {
        double y = m_items[m_itemOf[stack]].top;
        for (int index : std::as_const(m_chart.stacks[stack].blocks)) {
            Block& block = m_chart.blocks[index];
            block.at = {lefts[m_columns[stack]], y};
            if (m_chart.stacks[stack].blocks.size() > 1 && block.kind == BoxKind::Group)
                block.size.setWidth(widthOf(stack));
            y += block.size.height() + m_chart.stacks[stack].gap;
        }
        // Only the last of a stack has room to grow into: the others would tear it apart.
        for (qsizetype i = 0; i + 1 < m_chart.stacks[stack].blocks.size(); ++i) {
            Block& block = m_chart.blocks[m_chart.stacks[stack].blocks[i]];
            block.room = block.size;
        }
    }
}

} // namespace

double gapBefore(BoxKind kind, bool firstBalancers)
{
    if (firstBalancers)
        return clientsToBalancers;
    return kind == BoxKind::Group ? balancersToGroups : groupsToDatabases;
}

void placeAfresh(Chart& chart, ZoneBands bands, const LayoutStop& stop)
{
    Placing(chart, bands, stop).run();
}

} // namespace snowmelt::layout
