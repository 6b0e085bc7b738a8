// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/heights.h"

#include "models/layout/metrics.h"
#include "models/layout/stacking.h"

#include <algorithm>
#include <cmath>

namespace snowmelt::layout {

namespace {

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const qsizetype half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

class Heights
{
public:
    Heights(const Layers& layers, const Banding& banding, QList<Item>& items)
        : m_layers(layers), m_banding(banding), m_items(items)
    {
    }

    void run();

private:
    double between(int above, int below) const;
    double wishOf(int item, const QList<QList<int>>& neighbours) const;
    void align(const QList<QList<int>>& columns, double below);
    void stackUp(const QList<int>& column, const QList<QList<int>>& neighbours, double fallback);
    double lowest(const QList<QList<int>>& columns) const;

    const Layers& m_layers;
    const Banding& m_banding;
    QList<Item>& m_items;
};

/// From the end of one item to the start of the next.
double Heights::between(int above, int below) const
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
double Heights::wishOf(int item, const QList<QList<int>>& neighbours) const
{
    QList<double> middles;
    for (int other : neighbours[item])
        if (!std::isnan(m_items[other].top))
            middles << m_items[other].middle();
    return middles.isEmpty() ? noHeight : median(middles) - m_items[item].centre;
}

void Heights::stackUp(const QList<int>& column, const QList<QList<int>>& neighbours, double fallback)
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
void Heights::align(const QList<QList<int>>& columns, double below)
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

double Heights::lowest(const QList<QList<int>>& columns) const
{
    double bottom = 0;
    for (const QList<int>& column : columns)
        for (int item : column)
            bottom = std::max(bottom, m_items[item].top + m_items[item].height);
    return bottom;
}

/// Band by band from above; then the columns that have no bands line up with them.
void Heights::run()
{
    const QList<QList<int>>& all = m_layers.ranks;
    if (m_banding.last < m_banding.first)
        return align(all, 0);
    double below = 0;
    for (int band = 0; band < m_banding.bands; ++band) {
        QList<QList<int>> columns;
        bool any = false;
        for (int column = m_banding.first; column <= m_banding.last; ++column) {
            columns << QList<int>();
            for (int item : all[column])
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
    for (int column = m_banding.first; column-- > 0;)
        stackUp(all[column], m_layers.after, below / 2);
    for (int column = m_banding.last + 1; column < all.size(); ++column)
        stackUp(all[column], m_layers.before, below / 2);
}

} // namespace

void setHeights(const Layers& layers, const Banding& banding, QList<Item>& items)
{
    Heights(layers, banding, items).run();
}

} // namespace snowmelt::layout
