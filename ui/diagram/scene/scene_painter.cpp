// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/scene/scene_painter.h"

#include "ui/diagram/scene/dots.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr double gridPitch = 24;
constexpr double gridFrom = 0.5;        ///< zoom; farther away the dots of the grid lie four times apart
constexpr double gridEnds = 0.12;       ///< zoom; there they would be a grey veil
constexpr double sceneCaptionRoom = 28; ///< units a box may draw outside its rectangle
constexpr double badgeRoom = 12;        ///< pixels
constexpr double dimmedInk = 0.25;

/// Both edges of a container are rounded by themselves, so that its neighbours meet it.
QRectF spanned(const PixelMap& map, const QRectF& rect)
{
    const QPointF from = rect.topLeft() * map.scale;
    const QPointF to = rect.bottomRight() * map.scale;
    const auto round = [](double value) { return std::floor(value + 0.5); };
    return QRectF(QPointF(round(from.x()) + 0.5, round(from.y()) + 0.5),
                  QPointF(round(to.x()) - 0.5, round(to.y()) - 0.5))
        .translated(map.origin);
}

void paintGrid(const Pencil& pencil, const PixelMap& map, const QRect& region)
{
    if (map.zoom() < gridEnds)
        return;
    const double pitch = map.zoom() < gridFrom ? gridPitch * 4 : gridPitch;
    const int size = std::max(1, qRound(1.5 * map.ratio));
    const QRectF units = map.toDiagram(region.adjusted(-size, -size, size, size));
    const auto corner = [&](double x, double y) {
        return map.snapped(QRectF(x, y, 0, 0)).topLeft() - QPoint(size / 2, size / 2);
    };
    // All rows are one: a picture of it is drawn as often as there are rows.
    QImage row(region.width(), size, QImage::Format_ARGB32_Premultiplied);
    row.fill(Qt::transparent);
    QPainter rowPainter(&row);
    for (double x = std::floor(units.left() / pitch) * pitch; x <= units.right(); x += pitch)
        rowPainter.fillRect(corner(x, 0).x() - region.left(), 0, size, size, pencil.theme.grid);
    rowPainter.end();
    for (double y = std::floor(units.top() / pitch) * pitch; y <= units.bottom(); y += pitch)
        pencil.painter->drawImage(QPoint(region.left(), corner(0, y).y()), row);
}

/// What is to be seen though its group's name is written there. Where more than half are ill the group is seen to be,
/// and its name is worth more.
bool staysOnTop(const Scene& scene, int index)
{
    const SceneMark& mark = scene.mark(index);
    if (!mark.node() || mark.planned || (mark.health != Health::Down && mark.health != Health::Degraded))
        return false;
    const int container = scene.box(index).container;
    const auto* group = container < 0 ? nullptr : scene.box(container).as<GroupFigure>();
    return group && 2 * (group->down + group->degraded()) <= group->nodes;
}

/// An edge is looked for with both its ends.
double inkOf(const DiagramLook& look, const DiagramEdge& edge)
{
    return look.isDimmed(edge.from) || look.isDimmed(edge.to) ? dimmedInk : 1;
}

} // namespace

/// What a region touches.
struct ScenePainter::Found
{
    QList<int> containers;
    QList<int> leaves;
    QList<int> onTop; ///< leaves that names do not cover

    Found(const Scene& scene, const DiagramLook& look, const QRectF& area, bool named)
    {
        scene.eachBox(area, [&](int box) {
            if (scene.mark(box).container())
                containers << box;
            else if (named && staysOnTop(scene, box) && !look.isDimmed(box))
                onTop << box;
            else
                leaves << box;
        });
        // Outer ones come first. Leaves do not overlap one another.
        std::sort(containers.begin(), containers.end());
    }
};

int ScenePainter::reach(const PixelMap& map)
{
    return int(std::ceil(sceneCaptionRoom * map.scale + badgeRoom * map.ratio));
}

void ScenePainter::paintContainers(const Pencil& pencil, const Scene& scene, const DiagramLook& look,
                                   const PixelMap& map, const QList<int>& containers) const
{
    for (int index : containers) {
        pencil.painter->setOpacity(look.isDimmed(index) ? dimmedInk : 1);
        const DiagramBox& box = scene.box(index);
        const QRectF rect = spanned(map, box.rect);
        if (box.kind == BoxKind::Zone)
            paintZone(pencil, box, rect);
        else
            paintGroup(pencil, box, rect);
    }
    pencil.painter->setOpacity(1);
}

void ScenePainter::paintEdges(const Pencil& pencil, const Scene& scene, const DiagramLook& look, const PixelMap& map,
                              const QRectF& area)
{
    m_ribbons.prepare(pencil, scene, map.scale);
    const QRectF pixels = map.toPixels(area);
    const QList<DiagramEdge>& edges = scene.diagram().edges;
    for (int i = 0; i < edges.size(); ++i) {
        if (!scene.edgeBounds(i).intersects(area))
            continue;
        pencil.painter->setOpacity(inkOf(look, edges[i]));
        m_ribbons.paint(pencil, i, pixels);
    }
    pencil.painter->setOpacity(1);
}

void ScenePainter::paintLeaves(const Pencil& pencil, const Scene& scene, const DiagramLook& look, const PixelMap& map,
                               const QList<int>& leaves, const QRect& region) const
{
    Dots dots(pencil.theme, pencil.mode, pencil.ratio);
    for (int index : leaves) {
        const SceneMark& mark = scene.mark(index);
        const QRect rect = map.snapped(scene.rect(index));
        const Level level = mark.node() ? levelOf(QSizeF(rect.size()) / pencil.ratio) : Level::Card;
        if (level == Level::Dot) {
            dots.add(mark, rect, look.isDimmed(index));
            continue;
        }
        pencil.painter->setOpacity(look.isDimmed(index) ? dimmedInk : 1);
        if (level == Level::Cell)
            pencil.sprites->drawCell(pencil, mark, rect);
        else
            paintBox(pencil, scene.box(index), QRectF(rect));
    }
    pencil.painter->setOpacity(1);
    dots.paint(pencil.painter, region);
}

/// Strokes are worked out in coordinates that know nothing of the origin: rounding must not depend on it. The painter's
/// translation adds whole pixels to what comes out.
void ScenePainter::paint(QPainter* painter, const Scene& scene, const DiagramLook& look, const PixelMap& placed,
                         const QRect& placedRegion)
{
    PixelMap map = placed;
    map.origin = {};
    const QRect region = placedRegion.translated(-placed.origin);
    m_text.setOnWholePixels(true);
    const Pencil pencil{painter,    *look.theme, m_text,    look.mode, ageShown(scene.diagram(), look.now),
                        map.zoom(), map.ratio,   &m_sprites};
    m_sprites.prepare(pencil);
    painter->save();
    painter->translate(placed.origin);
    painter->setClipRect(region);
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter->fillRect(region, look.theme->canvas);
    paintGrid(pencil, map, region);
    const int margin = reach(map);
    const QRectF area = map.toDiagram(region.adjusted(-margin, -margin, margin, margin));
    const Found found(scene, look, area, namesCoverNodes(pencil));
    paintContainers(pencil, scene, look, map, found.containers);
    paintEdges(pencil, scene, look, map, area);
    paintLeaves(pencil, scene, look, map, found.leaves, region);
    for (const DiagramEdge& edge : scene.diagram().edges)
        if (area.contains(edge.labelAt))
            paintEdgeLabel(pencil, edge, map.transform(), inkOf(look, edge));
    for (int index : found.containers)
        if (scene.mark(index).kind == BoxKind::Group)
            paintGroupName(pencil, scene.box(index), spanned(map, scene.rect(index)));
    paintLeaves(pencil, scene, look, map, found.onTop, region);
    painter->restore();
}

} // namespace snowmelt
