// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/scene/scene.h"

#include "models/layout/metrics.h"

#include <algorithm>
#include <utility>

namespace snowmelt {

Scene::Scene() : m_diagram(std::make_shared<const Diagram>()) {}

Scene::Scene(std::shared_ptr<const Diagram> diagram) : m_diagram(std::move(diagram))
{
    const QList<DiagramBox>& boxes = m_diagram->boxes;
    m_rects.reserve(boxes.size());
    m_marks.reserve(boxes.size());
    m_keys.reserve(boxes.size());
    for (int i = 0; i < boxes.size(); ++i) {
        const DiagramBox& box = boxes[i];
        m_rects << box.rect;
        m_marks << markOf(box);
        m_keys.insert(box.key, i);
        m_hasCells |= box.kind == BoxKind::Cell;
        if (box.part != box.key && !box.part.isEmpty())
            m_parts[box.part] << i;
        if (m_marks[i].container())
            m_containers << i;
    }
    for (const DiagramEdge& edge : m_diagram->edges)
        m_edgeBounds << boundsOf(edge);
    m_grid = BoxGrid(m_rects);
}

int Scene::boxOfKey(const QString& key) const
{
    return m_keys.value(key, -1);
}

int Scene::firstOf(const QString& part) const
{
    const QList<int> boxes = boxesOf(part);
    return boxes.isEmpty() ? -1 : boxes.first();
}

QList<int> Scene::boxesOf(const QString& part) const
{
    QList<int> boxes = m_parts.value(part);
    const int own = boxOfKey(part);
    if (own >= 0 && box(own).part == part)
        boxes.insert(std::lower_bound(boxes.begin(), boxes.end(), own), own);
    return boxes;
}

Touched Scene::update(std::shared_ptr<const Diagram> next, const SceneChange& change)
{
    Touched touched;
    if (change.geometry) {
        *this = Scene(std::move(next));
        touched.places = change.places;
        return touched;
    }
    m_diagram = std::move(next);
    for (int index : change.boxes) {
        const SceneMark before = std::exchange(m_marks[index], markOf(box(index)));
        const bool counts = before.container() && before.planned == m_marks[index].planned;
        QRectF place = m_rects[index];
        if (counts)
            place.setHeight(std::min(place.height(), layout::header));
        (before == m_marks[index] && !counts ? touched.texts : touched.places) << place;
    }
    for (int index : change.edges)
        touched.places << m_edgeBounds[index];
    return touched;
}

} // namespace snowmelt
