// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/comparison_ink.h"

#include "ui/diagram/comparison_marks.h"
#include "ui/diagram/pencil.h"
#include "ui/theme/theme.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double badgeSize = 20;
constexpr double smallBadge = 14; ///< on a box that is hardly larger
constexpr double leastBadge = 9;  ///< pixels; a smaller glyph is a spot
constexpr double ringsFrom = 16;  ///< pixels a box is high; a smaller one has its glyph alone
constexpr double hatchStep = 10;
constexpr float hatchTint = 0.2F;   ///< of the ink: the words below it are still to be read
constexpr double addedLine = 2.6;   ///< what is added
constexpr double doubledLine = 1.3; ///< each of the double line
constexpr double formerLine = 1.6;  ///< what is gone
constexpr double leastLine = 1;     ///< pixels
constexpr double dotLine = 1.5;     ///< pixels
constexpr double dotGlyph = 9;      ///< pixels at most
constexpr double arcHeight = 28;    ///< away from the line that may have taken its place

/// Of the rings around a box, the second where it has two. Cards stand so close to each other that theirs lie on the
/// border and within it: half the gap is more than the outer one takes.
struct RingPlaces
{
    double first, second;
};

RingPlaces ringsOf(BoxKind kind)
{
    const bool card = kind == BoxKind::Node || kind == BoxKind::Cell;
    return card ? RingPlaces{1.2, -2.6} : RingPlaces{3, 6};
}

QPen inkPen(Change change, double width, const Theme& theme)
{
    QPen pen(theme.ink, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (change == Change::Removed)
        pen.setDashPattern({3, 2});
    return pen;
}

/// On the line, where its words are or would be; before those that are, as they stay to be read.
QPointF badgePlace(const DiagramEdge& edge, const QPainterPath& curve)
{
    const QPointF wanted = edge.labelled ? edge.labelAt - QPointF(1.5 * badgeSize, 0) : edge.labelAt;
    const auto distance = [&](const QPointF& at) { return QLineF(at, wanted).length(); };
    constexpr int steps = 48;
    QPointF nearest = curve.pointAtPercent(0.5);
    for (int step = 0; step <= steps; ++step)
        if (const QPointF at = curve.pointAtPercent(double(step) / steps); distance(at) < distance(nearest))
            nearest = at;
    return nearest;
}

/// From the nearest faces of both.
QPainterPath arcBetween(const QRectF& from, const QRectF& to)
{
    const bool beside = from.right() < to.left() || to.right() < from.left();
    const bool onward = beside ? from.right() < to.left() : from.bottom() <= to.top();
    const QRectF& first = onward ? from : to;
    const QRectF& second = onward ? to : from;
    const QPointF a = beside ? QPointF(first.right(), first.center().y()) : QPointF(first.center().x(), first.bottom());
    const QPointF b = beside ? QPointF(second.left(), second.center().y()) : QPointF(second.center().x(), second.top());
    const QPointF bend = beside ? QPointF(0, arcHeight) : QPointF(arcHeight, 0);
    QPainterPath path(a);
    path.cubicTo(a + (b - a) / 3 + bend, b - (b - a) / 3 + bend, b);
    return path;
}

} // namespace

ComparisonInk::ComparisonInk(QPainter* painter, const Theme& theme)
    : m_painter(painter), m_theme(theme), m_scale(painter->worldTransform().m11())
{
    painter->setRenderHint(QPainter::Antialiasing);
}

/// Upright rectangles on whole pixels are what a painter has at hand by the hundred thousand.
void ComparisonInk::finish()
{
    m_painter->setRenderHint(QPainter::Antialiasing, false);
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(m_theme.ink);
    m_painter->drawRects(m_dots);
    m_painter->setRenderHint(QPainter::Antialiasing);
    m_dots.clear();
}

double ComparisonInk::least(double units, double pixels) const
{
    return std::max(units, pixels / m_scale);
}

/// Struck out, pale: lines from the lower left to the upper right.
void ComparisonInk::strikeOut(const QPainterPath& shape) const
{
    const QRectF area = shape.boundingRect();
    QColor pale = m_theme.sub;
    pale.setAlphaF(hatchTint);
    m_painter->save();
    m_painter->setClipPath(shape, Qt::IntersectClip);
    m_painter->setPen(QPen(pale, least(1, leastLine)));
    const double step = least(hatchStep, 4 * leastLine);
    for (double x = area.left() - area.height(); x < area.right(); x += step)
        m_painter->drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    m_painter->restore();
}

void ComparisonInk::ring(const DiagramBox& box, Change change) const
{
    const RingPlaces rings = ringsOf(box.kind);
    m_painter->setBrush(Qt::NoBrush);
    m_painter->setPen(inkPen(change, least(change == Change::Changed ? doubledLine : addedLine, leastLine), m_theme));
    m_painter->drawPath(silhouette(box, rings.first));
    if (change == Change::Changed)
        m_painter->drawPath(silhouette(box, rings.second));
}

/// A plus, a minus, a spot: a wave would not be seen.
void ComparisonInk::keepDot(const QRectF& rect, Change change)
{
    const double room = std::min({rect.width(), rect.height(), dotGlyph / m_scale});
    const double length = least(room, 2 * dotLine);
    const double line = change == Change::Changed ? length * 0.6 : dotLine / m_scale;
    const auto keep = [&](double width, double height) {
        m_dots << QRectF(rect.center() - QPointF(width, height) / 2, QSizeF(width, height));
    };
    if (change == Change::Changed)
        return keep(line, line);
    keep(length, line);
    if (change == Change::Added)
        keep(line, length);
}

void ComparisonInk::markBox(const DiagramBox& box, Change change)
{
    const double height = box.rect.height();
    if (height * m_scale < ringsFrom)
        return keepDot(box.rect, change);
    const bool holdsOthers = box.kind == BoxKind::Group || box.kind == BoxKind::Zone;
    if (change == Change::Removed && !holdsOthers)
        strikeOut(silhouette(box));
    ring(box, change);
    const double size = least(height < 2 * badgeSize ? smallBadge : badgeSize, leastBadge);
    ComparisonMarks::paintBadge(m_painter, change, box.rect.topLeft(), std::min(size, height), m_theme);
}

void ComparisonInk::strokeLine(const QPainterPath& path, Change change, double width) const
{
    m_painter->setBrush(Qt::NoBrush);
    m_painter->setPen(inkPen(change, least(width, leastLine), m_theme));
    m_painter->drawPath(path);
}

void ComparisonInk::markEdge(const DiagramEdge& edge, Change change)
{
    const QPainterPath curve = curveOf(edge);
    strokeLine(curve, change, change == Change::Added ? std::max(addedLine, edge.width) : formerLine);
    ComparisonMarks::paintBadge(m_painter, change, badgePlace(edge, curve), least(badgeSize, leastBadge), m_theme);
}

void ComparisonInk::markFormer(const QRectF& from, const QRectF& to)
{
    const QPainterPath arc = arcBetween(from, to);
    strokeLine(arc, Change::Removed, formerLine);
    ComparisonMarks::paintBadge(m_painter, Change::Removed, arc.pointAtPercent(0.5), least(badgeSize, leastBadge),
                                m_theme);
}

} // namespace snowmelt
