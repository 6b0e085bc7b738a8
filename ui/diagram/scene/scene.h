// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/scene/box_grid.h"
#include "ui/diagram/scene/scene_change.h"
#include "ui/diagram/scene/scene_mark.h"

#include <QHash>

#include <memory>

namespace snowmelt {

/// Where a change shows, in diagram units.
struct Touched
{
    QList<QRectF> places;
    QList<QRectF> texts; ///< only where there are words: marks and numbers are the same
};

/// A diagram, made ready for painting and picking at any size: places and marks in rows of their own, an index by place
/// and one by name. Takes a millisecond per thousand boxes to make, and next to nothing to keep up with new health.
class Scene
{
public:
    Scene();
    explicit Scene(std::shared_ptr<const Diagram> diagram);

    const Diagram& diagram() const { return *m_diagram; }
    const std::shared_ptr<const Diagram>& shared() const { return m_diagram; }
    const DiagramBox& box(int index) const { return m_diagram->boxes[index]; }
    int size() const { return int(m_rects.size()); }
    bool isEmpty() const { return m_rects.isEmpty(); }
    bool hasCells() const { return m_hasCells; }

    const QRectF& rect(int box) const { return m_rects[box]; }
    const SceneMark& mark(int box) const { return m_marks[box]; }
    const QList<int>& containers() const { return m_containers; } ///< outer before inner
    const QRectF& edgeBounds(int edge) const { return m_edgeBounds[edge]; }

    int boxAt(const QPointF& point) const { return m_grid.at(point); } ///< innermost; -1: none
    int boxOfKey(const QString& key) const;                            ///< -1: none
    int firstOf(const QString& part) const;                            ///< -1: none
    QList<int> boxesOf(const QString& part) const;                     ///< the sides of a group are one part
    /// Boxes that touch `area`, in no certain order.
    template <typename Visit>
    void eachBox(const QRectF& area, Visit visit) const
    {
        m_grid.each(area, visit);
    }

    /// Takes over a diagram that differs by `change`; without change of geometry only the marks named are made again.
    Touched update(std::shared_ptr<const Diagram> next, const SceneChange& change);

private:
    std::shared_ptr<const Diagram> m_diagram;
    QList<QRectF> m_rects;
    QList<SceneMark> m_marks;
    QList<int> m_containers;
    bool m_hasCells = false;
    QList<QRectF> m_edgeBounds;
    BoxGrid m_grid;
    QHash<QString, int> m_keys;
    QHash<QString, QList<int>> m_parts; ///< only of those whose part is not their key
};

} // namespace snowmelt
