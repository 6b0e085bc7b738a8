// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QRectF>

namespace snowmelt::layout {

/// Rectangles by where they are: who meets one is answered without asking all.
class RectIndex
{
public:
    void add(int id, const QRectF& rect);
    /// Ids of those that overlap; touching is not overlapping. Each once, in ascending order.
    QList<int> meeting(const QRectF& rect) const;
    bool meetsAny(const QRectF& rect) const;
    QRectF bounds() const { return m_bounds; }

private:
    template <typename Visit>
    void visit(const QRectF& rect, Visit visit) const; ///< until it says true

    QHash<std::pair<int, int>, QList<int>> m_cells; ///< indices into m_rects
    QList<std::pair<int, QRectF>> m_rects;
    QRectF m_bounds;
};

} // namespace snowmelt::layout
