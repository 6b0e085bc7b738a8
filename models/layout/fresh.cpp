// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/fresh.h"

#include "models/layout/layers.h"
#include "models/layout/metrics.h"
#include "models/layout/stacking.h"

#include <algorithm>
#include <cmath>

namespace snowmelt::layout {

namespace {

constexpr double foldedAspect = 1.2; ///< height of a folded tier to its width
constexpr double noWish = std::numeric_limits<double>::quiet_NaN();

/// A stack in its column, or a place where a long link passes one.
struct Item
{
    int stack = -1;  ///< -1: a link passes
    int bundle = -1; ///< of a passing link: what it has one end in common with; those pass as one
    double height = 0;
    double centre = 0; ///< from its top to where links meet it
    double top = noWish;

    double middle() const { return top + centre; }
};

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const qsizetype half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

class Placing
{
public:
    Placing(Chart& chart, const LayoutStop& stop) : m_chart(chart), m_stop(stop) {}

    void run()
    {
        noteZones();
        columnPerTier();
        order();
        if (fold())
            order();
        setHeights();
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

    double between(int above, int below) const;
    double wishOf(int item, const QList<QList<int>>& neighbours) const;
    void align(const QList<QList<int>>& columns, double below);
    void stackUp(const QList<int>& column, const QList<QList<int>>& neighbours, double fallback);
    void setHeights();
    double lowest(const QList<QList<int>>& columns) const;
    void apply();

    Chart& m_chart;
    const LayoutStop& m_stop;
    QStringList m_zones;
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
            if (zones.size() == 1 && !m_zones.contains(zones.first()))
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

/// From the end of one item to the start of the next.
double Placing::between(int above, int below) const
{
    const Item& a = m_items[above];
    const Item& b = m_items[below];
    if (a.stack < 0 && b.stack < 0)
        return a.bundle == b.bundle ? 0 : laneGap;
    if (a.stack < 0 || b.stack < 0)
        return rowGap / 2;
    return rowGap;
}

/// In line with the middle of what it hangs together with; NaN: with nothing that has a height yet.
double Placing::wishOf(int item, const QList<QList<int>>& neighbours) const
{
    QList<double> middles;
    for (int other : neighbours[item])
        if (!std::isnan(m_items[other].top))
            middles << m_items[other].middle();
    return middles.isEmpty() ? noWish : median(middles) - m_items[item].centre;
}

void Placing::stackUp(const QList<int>& column, const QList<QList<int>>& neighbours, double fallback)
{
    QList<Stackable> stack;
    for (qsizetype i = 0; i < column.size(); ++i) {
        const Item& item = m_items[column[i]];
        double wish = wishOf(column[i], neighbours);
        if (std::isnan(wish))
            wish = fallback - item.centre;
        const double gap = i + 1 < column.size() ? between(column[i], column[i + 1]) : 0;
        stack << Stackable{wish, item.height + gap, 1};
    }
    const QList<double> tops = stackedTops(stack);
    for (qsizetype i = 0; i < column.size(); ++i)
        m_items[column[i]].top = tops[i];
}

/// The highest column stands as it is; the others line up with it, outwards.
void Placing::align(const QList<QList<int>>& columns, double below)
{
    const auto heightOfColumn = [&](const QList<int>& column) {
        double height = 0;
        for (qsizetype i = 0; i < column.size(); ++i)
            height += m_items[column[i]].height + (i > 0 ? between(column[i - 1], column[i]) : 0);
        return height;
    };
    qsizetype highest = 0;
    QList<double> heights;
    for (const QList<int>& column : columns)
        heights << heightOfColumn(column);
    highest = std::max_element(heights.begin(), heights.end()) - heights.begin();
    double top = below;
    for (qsizetype i = 0; i < columns[highest].size(); ++i) {
        if (i > 0)
            top += between(columns[highest][i - 1], columns[highest][i]);
        m_items[columns[highest][i]].top = top;
        top += m_items[columns[highest][i]].height;
    }
    const double middle = (below + top) / 2;
    for (qsizetype i = highest; i-- > 0;)
        stackUp(columns[i], m_layers.after, middle);
    for (qsizetype i = highest + 1; i < columns.size(); ++i)
        stackUp(columns[i], m_layers.before, middle);
}

double Placing::lowest(const QList<QList<int>>& columns) const
{
    double bottom = 0;
    for (const QList<int>& column : columns)
        for (int item : column)
            bottom = std::max(bottom, m_items[item].top + m_items[item].height);
    return bottom;
}

/// Band by band from above; then the columns that have no bands line up with them.
void Placing::setHeights()
{
    QList<QList<int>> all = m_layers.ranks;
    if (m_lastBanded < m_firstBanded)
        return align(all, 0);
    const int bands = int(m_zones.size()) + 1;
    double below = 0;
    for (int band = 0; band < bands; ++band) {
        QList<QList<int>> columns;
        bool any = false;
        for (int column = m_firstBanded; column <= m_lastBanded; ++column) {
            columns << QList<int>();
            for (int item : std::as_const(all[column]))
                if (m_layers.bands[item] == band)
                    columns.last() << item;
            any |= !columns.constLast().isEmpty();
        }
        if (!any)
            continue;
        align(columns, below);
        double top = below;
        for (const QList<int>& column : std::as_const(columns))
            for (int item : column)
                top = std::min(top, m_items[item].top);
        for (const QList<int>& column : std::as_const(columns))
            for (int item : column)
                m_items[item].top += below - top;
        below = lowest(columns) + zoneGap + zoneHeader + 2 * zonePadding;
    }
    for (int column = m_firstBanded; column-- > 0;)
        stackUp(all[column], m_layers.after, below / 2);
    for (int column = m_lastBanded + 1; column < m_columnCount; ++column)
        stackUp(all[column], m_layers.before, below / 2);
}

void Placing::apply()
{
    QList<double> widths(m_columnCount, 0);
    QList<BoxKind> kinds(m_columnCount, BoxKind::Database);
    QList<bool> afterClients(m_columnCount, false);
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

void placeAfresh(Chart& chart, const LayoutStop& stop)
{
    Placing(chart, stop).run();
}

} // namespace snowmelt::layout
