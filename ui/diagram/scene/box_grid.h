// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>

namespace snowmelt {

/// Finds boxes by place without looking at all of them: a uniform grid with about two boxes a cell, and a list of the
/// few boxes that would fill many cells.
class BoxGrid
{
public:
    BoxGrid() = default;
    explicit BoxGrid(QList<QRectF> rects);

    /// Calls `visit(int)` once for each box that touches `area`; in no certain order.
    template <typename Visit>
    void each(const QRectF& area, Visit visit) const;
    int at(const QPointF& point) const; ///< the highest index there; -1: none
    qsizetype size() const { return m_rects.size(); }

private:
    struct Span
    {
        int left, top, right, bottom; ///< cells, inclusive
        qsizetype cells() const { return qsizetype(right - left + 1) * (bottom - top + 1); }
    };
    Span spanOf(const QRectF& area) const;
    void fill();
    /// A box spanning several cells is reported by the first of them that the search comes to.
    bool first(const Span& search, const QRectF& rect, int column, int row) const;
    static bool touches(const QRectF& a, const QRectF& b);

    QList<QRectF> m_rects;
    QList<int> m_wide;  ///< boxes over many cells
    QList<int> m_begin; ///< per cell, into m_items; one more at the end
    QList<int> m_items;
    QRectF m_bounds;
    double m_pitch = 1;
    int m_columns = 0;
    int m_rows = 0;
};

template <typename Visit>
void BoxGrid::each(const QRectF& area, Visit visit) const
{
    for (int box : m_wide)
        if (touches(m_rects[box], area))
            visit(box);
    if (m_columns == 0 || !touches(m_bounds, area))
        return;
    const Span search = spanOf(area);
    for (int row = search.top; row <= search.bottom; ++row)
        for (int column = search.left; column <= search.right; ++column) {
            const int cell = row * m_columns + column;
            for (int i = m_begin[cell]; i < m_begin[cell + 1]; ++i) {
                const QRectF& rect = m_rects[m_items[i]];
                if (touches(rect, area) && first(search, rect, column, row))
                    visit(m_items[i]);
            }
        }
}

} // namespace snowmelt
