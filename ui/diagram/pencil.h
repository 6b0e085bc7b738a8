// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"
#include "ui/diagram/diagram_mode.h"
#include "ui/diagram/health_style.h"
#include "ui/diagram/scene/scene_mark.h"
#include "ui/diagram/text_painter.h"

#include <QPainterPath>

#include <algorithm>

namespace snowmelt {

class Sprites;

/// What every shape is drawn with. Shapes are drawn into a rectangle in units of the painter; on the screen these are
/// device pixels, in an export diagram units. What a shape says depends on how many pixels it has: words keep a legible
/// size and go one after the other when the room gets small.
struct Pencil
{
    QPainter* painter;
    const Theme& theme;
    TextPainter& text;
    DiagramMode mode = DiagramMode::Health;
    QString age;                ///< of the observation, for what is unknown; empty: live, or never seen
    double zoom = 1;            ///< pixels a diagram unit
    double ratio = 1;           ///< painter's units a pixel
    Sprites* sprites = nullptr; ///< shapes come from here as pictures; null: as vectors

    double px(double pixels) const { return pixels * ratio; }
    double unit(double units) const { return units * zoom * ratio; }
    /// Grows with the zoom, and stops shrinking at 11 pixels.
    double textScale(TextSize size) const { return textScale(size, zoom); }
    double textScale(TextSize size, double grown) const
    {
        return std::max(grown, std::min(1.0, textPixels(TextSize::Small) / textPixels(size))) * ratio;
    }
    TextPainter::Style style(TextSize size, int weight, const QColor& color,
                             Qt::TextElideMode elide = Qt::ElideRight) const
    {
        return {size, weight, color, elide, textScale(size)};
    }
    /// Lines thin out with distance, to one pixel.
    double line(double width) const { return std::max(width * std::max(zoom, 0.55), 1.0) * ratio; }
};

/// The age a pencil prints. As long as the fleet is live, that something is unknown has another reason than its age.
QString ageShown(const Diagram& diagram, const QDateTime& now);

/// How much a box says, by the pixels it has.
enum class Level { Dot, Cell, Chip, Card };
Level levelOf(const QSizeF& pixels);

/// The silhouette of a box, grown by `grow` on each side: circle, hexagon, cylinder, card, container. `unit` is the
/// size of a diagram unit.
QPainterPath silhouette(BoxKind kind, const QRectF& rect, double unit, double grow = 0);
/// In diagram units.
QPainterPath silhouette(const DiagramBox& box, double grow = 0);
/// The rectangle within a silhouette: without slanted ends, lid and rounded foot.
QRectF faceOf(BoxKind kind, const QRectF& rect, double unit);
/// How the mark of a node or machine looks in a mode.
HealthStyle styleOf(const SceneMark& mark, DiagramMode mode, const Theme& theme);
/// Along a path. On the screen dashes are where they are, whatever part of the path is painted: a painter left to
/// itself leaves out those outside its clip, and those inside move.
void paintLine(const Pencil& pencil, const QPainterPath& path, const QPen& pen);
/// Fill, hatch and border as `style` has them.
void paintShape(const Pencil& pencil, BoxKind kind, const QRectF& rect, const HealthStyle& style);
/// Shape and bar of the side, from the sprites if there are any.
void paintBody(const Pencil& pencil, const SceneMark& mark, const QRectF& rect);
/// A square icon around `centre`, `pixels` wide.
void paintGlyph(const Pencil& pencil, const QString& name, const QPointF& centre, double pixels, const IconInk& ink);
/// A rounded label with `inset` on both sides of its text; returns its width. `right` is its right edge, `middle` its
/// vertical centre.
double paintPill(const Pencil& pencil, double right, double middle, const QString& text, const QColor& ink,
                 const QColor& paper, double inset = metric::unit);
/// The badge of Captions::driftBadge(), which is not empty: in the ink of drift, or quiet where nothing differs but
/// what rules hide.
double paintDriftPill(const Pencil& pencil, double right, double middle, const NodeState& node);

void paintClients(const Pencil& pencil, const DiagramBox& box, const QRectF& rect);
void paintMachine(const Pencil& pencil, const DiagramBox& box, const QRectF& rect); ///< balancer, database or cache
void paintZone(const Pencil& pencil, const DiagramBox& box, const QRectF& rect);
void paintGroup(const Pencil& pencil, const DiagramBox& box, const QRectF& rect);
/// So far away that a header is too small for words, and groups say their names over their nodes.
bool namesCoverNodes(const Pencil& pencil);
/// Its name over its nodes, where there is room for enough of it.
void paintGroupName(const Pencil& pencil, const DiagramBox& box, const QRectF& rect);
void paintNode(const Pencil& pencil, const DiagramBox& box, const QRectF& rect);
/// Shape, glyph and number of differences: all a mark says.
void paintCell(const Pencil& pencil, const SceneMark& mark, const QRectF& rect);
QPen edgePen(const Pencil& pencil, const DiagramEdge& edge);
QPainterPath curveOf(const DiagramEdge& edge, const QTransform& place = {});
void paintEdge(const Pencil& pencil, const DiagramEdge& edge, const QTransform& place);
/// `strength`: of its ink; the paper below it stays whole, so that the edge does not run through the text.
void paintEdgeLabel(const Pencil& pencil, const DiagramEdge& edge, const QTransform& place, double strength = 1);
void paintBox(const Pencil& pencil, const DiagramBox& box, const QRectF& rect);

} // namespace snowmelt
