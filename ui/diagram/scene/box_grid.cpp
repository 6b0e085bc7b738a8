// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/scene/box_grid.h"

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr double boxesPerCell = 2;
constexpr double smallestPitch = 8;
constexpr qsizetype wideFrom = 32; ///< cells

} // namespace

BoxGrid::BoxGrid(QList<QRectF> rects) : m_rects(std::move(rects))
{
    for (const QRectF& rect : std::as_const(m_rects))
        m_bounds |= rect;
    if (m_rects.isEmpty() || m_bounds.isEmpty())
        return;
    const double area = m_bounds.width() * m_bounds.height();
    m_pitch = std::max(smallestPitch, std::sqrt(area * boxesPerCell / double(m_rects.size())));
    m_columns = int(m_bounds.width() / m_pitch) + 1;
    m_rows = int(m_bounds.height() / m_pitch) + 1;
    fill();
}

BoxGrid::Span BoxGrid::spanOf(const QRectF& area) const
{
    // Clamped before the conversion: a search may reach far beyond what an int holds.
    const auto index = [this](double offset, int count) {
        return int(std::clamp(std::floor(offset / m_pitch), 0.0, double(count - 1)));
    };
    return {index(area.left() - m_bounds.left(), m_columns), index(area.top() - m_bounds.top(), m_rows),
            index(area.right() - m_bounds.left(), m_columns), index(area.bottom() - m_bounds.top(), m_rows)};
}

/// Counts, sums up, places: two passes and no list per cell.
void BoxGrid::fill()
{
    m_begin.resize(qsizetype(m_columns) * m_rows + 1);
    const auto eachCell = [this](auto act) {
        for (int i = 0; i < m_rects.size(); ++i) {
            const Span span = spanOf(m_rects[i]);
            if (span.cells() >= wideFrom)
                continue;
            for (int row = span.top; row <= span.bottom; ++row)
                for (int column = span.left; column <= span.right; ++column)
                    act(row * m_columns + column, i);
        }
    };
    eachCell([this](int cell, int) { ++m_begin[cell + 1]; });
    for (qsizetype cell = 1; cell < m_begin.size(); ++cell)
        m_begin[cell] += m_begin[cell - 1];
    m_items.resize(m_begin.constLast());
    QList<int> next = m_begin;
    eachCell([&](int cell, int box) { m_items[next[cell]++] = box; });
    for (int i = 0; i < m_rects.size(); ++i)
        if (spanOf(m_rects[i]).cells() >= wideFrom)
            m_wide << i;
}

bool BoxGrid::first(const Span& search, const QRectF& rect, int column, int row) const
{
    const Span own = spanOf(rect);
    return column == std::max(own.left, search.left) && row == std::max(own.top, search.top);
}

bool BoxGrid::touches(const QRectF& a, const QRectF& b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

int BoxGrid::at(const QPointF& point) const
{
    int highest = -1;
    each(QRectF(point, QSizeF(0, 0)), [&](int box) {
        if (m_rects[box].contains(point))
            highest = std::max(highest, box);
    });
    return highest;
}

} // namespace snowmelt
