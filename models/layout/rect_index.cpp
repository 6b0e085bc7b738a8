// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/rect_index.h"

#include <algorithm>
#include <cmath>

namespace snowmelt::layout {

namespace {

constexpr double cellSide = 1024;

int cellOf(double coordinate)
{
    return int(std::floor(coordinate / cellSide));
}

} // namespace

void RectIndex::add(int id, const QRectF& rect)
{
    const int index = int(m_rects.size());
    m_rects << std::pair(id, rect);
    m_bounds |= rect;
    for (int y = cellOf(rect.top()); y <= cellOf(rect.bottom()); ++y)
        for (int x = cellOf(rect.left()); x <= cellOf(rect.right()); ++x)
            m_cells[{x, y}] << index;
}

template <typename Visit>
void RectIndex::visit(const QRectF& wanted, Visit visit) const
{
    // Nothing is outside the bounds: a search that reaches far goes no further than they do.
    const QRectF rect = wanted & m_bounds;
    if (m_rects.isEmpty() || rect.isNull())
        return;
    for (int y = cellOf(rect.top()); y <= cellOf(rect.bottom()); ++y)
        for (int x = cellOf(rect.left()); x <= cellOf(rect.right()); ++x) {
            const auto cell = m_cells.constFind({x, y});
            if (cell == m_cells.cend())
                continue;
            for (int index : *cell)
                if (m_rects[index].second.intersects(wanted) && visit(m_rects[index].first))
                    return;
        }
}

QList<int> RectIndex::meeting(const QRectF& rect) const
{
    QList<int> ids;
    visit(rect, [&](int id) {
        ids << id;
        return false;
    });
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

bool RectIndex::meetsAny(const QRectF& rect) const
{
    bool any = false;
    visit(rect, [&](int) { return any = true; });
    return any;
}

} // namespace snowmelt::layout
