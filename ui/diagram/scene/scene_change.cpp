// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/scene/scene_change.h"

#include <QHash>

#include <algorithm>

namespace snowmelt {

namespace {

bool samePlace(const DiagramBox& a, const DiagramBox& b)
{
    return a.rect == b.rect && a.kind == b.kind && a.container == b.container && a.key == b.key && a.part == b.part;
}

bool samePlace(const DiagramEdge& a, const DiagramEdge& b)
{
    return a.from == b.from && a.to == b.to && a.path == b.path && a.labelAt == b.labelAt && a.kind == b.kind;
}

template <typename Item>
bool sameGeometry(const QList<Item>& before, const QList<Item>& after)
{
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                      [](const Item& a, const Item& b) { return samePlace(a, b); });
}

bool sameLook(const DiagramBox& a, const DiagramBox& b)
{
    return a == b;
}

/// Traffic changes all the time; a line shows it as its width, and as words where it has a label.
bool sameLook(const DiagramEdge& a, const DiagramEdge& b)
{
    const bool sameWords = !a.labelled || (a.share == b.share && a.sessions == b.sessions);
    return a.width == b.width && a.side == b.side && a.planned == b.planned && a.unseen == b.unseen &&
           a.labelled == b.labelled && a.idle() == b.idle() && sameWords;
}

template <typename Item>
QList<int> changed(const QList<Item>& before, const QList<Item>& after)
{
    QList<int> indices;
    for (int i = 0; i < before.size(); ++i)
        if (!sameLook(before[i], after[i]))
            indices << i;
    return indices;
}

/// Indices are no part of what is painted.
bool samePicture(const DiagramBox& a, const DiagramBox& b)
{
    if (a.container == b.container)
        return a == b;
    DiagramBox moved = a;
    moved.container = b.container;
    return moved == b;
}

bool samePicture(const DiagramEdge& a, const DiagramEdge& b)
{
    return a.path == b.path && a.labelAt == b.labelAt && a.kind == b.kind && sameLook(a, b);
}

/// What two lists have in front and at the end in common: something was put in, or taken out, in between.
struct Middle
{
    qsizetype begin = 0, beforeEnd = 0, afterEnd = 0;
};

template <typename Item, typename Same>
Middle middleOf(const QList<Item>& before, const QList<Item>& after, Same same)
{
    const auto front = std::mismatch(before.begin(), before.end(), after.begin(), after.end(), same).first;
    const qsizetype begin = front - before.begin();
    const auto back =
        std::mismatch(before.rbegin(), before.rend() - begin, after.rbegin(), after.rend() - begin, same).first;
    const qsizetype common = back - before.rbegin();
    return {begin, before.size() - common, after.size() - common};
}

void addBox(QList<QRectF>& places, const DiagramBox& before, const DiagramBox& after)
{
    if (samePicture(before, after))
        return;
    places << before.rect;
    if (after.rect != before.rect)
        places << after.rect;
}

void addBoxes(QList<QRectF>& places, const QList<DiagramBox>& before, const QList<DiagramBox>& after)
{
    const Middle middle =
        middleOf(before, after, [](const DiagramBox& a, const DiagramBox& b) { return a.key == b.key; });
    for (qsizetype i = 0; i < middle.begin; ++i)
        addBox(places, before[i], after[i]);
    for (qsizetype i = middle.beforeEnd; i < before.size(); ++i)
        addBox(places, before[i], after[i - middle.beforeEnd + middle.afterEnd]);
    QHash<QString, qsizetype> left;
    for (qsizetype i = middle.begin; i < middle.beforeEnd; ++i)
        left.insert(before[i].key, i);
    for (qsizetype i = middle.begin; i < middle.afterEnd; ++i) {
        const auto known = left.constFind(after[i].key);
        if (known == left.constEnd()) {
            places << after[i].rect;
            continue;
        }
        addBox(places, before[*known], after[i]);
        left.erase(known);
    }
    for (qsizetype gone : std::as_const(left))
        places << before[gone].rect;
}

void addEdges(QList<QRectF>& places, const QList<DiagramEdge>& before, const QList<DiagramEdge>& after)
{
    const Middle middle =
        middleOf(before, after, [](const DiagramEdge& a, const DiagramEdge& b) { return samePicture(a, b); });
    for (qsizetype i = middle.begin; i < middle.beforeEnd; ++i)
        places << boundsOf(before[i]);
    for (qsizetype i = middle.begin; i < middle.afterEnd; ++i)
        places << boundsOf(after[i]);
}

} // namespace

/// Of the control points: the curve lies within.
QRectF boundsOf(const DiagramEdge& edge)
{
    QRectF bounds(edge.labelAt, QSizeF(1, 1));
    for (const QPointF& point : edge.path)
        bounds |= QRectF(point, QSizeF(1, 1));
    return bounds;
}

SceneChange differences(const Diagram& before, const Diagram& after)
{
    SceneChange change;
    change.geometry = before.bounds != after.bounds || !sameGeometry(before.boxes, after.boxes) ||
                      !sameGeometry(before.edges, after.edges);
    if (change.geometry) {
        addBoxes(change.places, before.boxes, after.boxes);
        addEdges(change.places, before.edges, after.edges);
        return change;
    }
    change.boxes = changed(before.boxes, after.boxes);
    change.edges = changed(before.edges, after.edges);
    return change;
}

} // namespace snowmelt
