// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/scene/ribbons.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace snowmelt {

namespace {

constexpr double tolerance = 0.12; ///< pixels between a curve and its chords
constexpr int mostChords = 2000;   ///< of one cubic piece
constexpr double longestChord = 256;

double lengthOf(const QPointF& vector)
{
    return std::hypot(vector.x(), vector.y());
}

/// One place on the line: both its sides, and how far along it is.
struct Section
{
    QPointF left, right;
    double along = 0;
};

struct Cubic
{
    QPointF a, b, c, d;

    QPointF at(double t) const
    {
        const double s = 1 - t;
        return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t);
    }
    /// Where control points coincide with ends the derivative vanishes there; the way to the others has its direction.
    QPointF direction(double t) const
    {
        const double s = 1 - t;
        QPointF way = (b - a) * (s * s) + (c - b) * (2 * s * t) + (d - c) * (t * t);
        if (lengthOf(way) < 1e-9)
            way = t < 0.5 ? c - a : d - b;
        if (lengthOf(way) < 1e-9)
            way = d - a;
        const double length = lengthOf(way);
        return length < 1e-9 ? QPointF(1, 0) : way / length;
    }
    int chords() const
    {
        const double bend = std::max(lengthOf(a - b * 2 + c), lengthOf(b - c * 2 + d));
        const double byBend = std::sqrt(0.75 * bend / tolerance);
        const double byLength = (lengthOf(b - a) + lengthOf(c - b) + lengthOf(d - c)) / longestChord;
        return std::clamp(int(std::ceil(std::max(byBend, byLength))), 1, mostChords);
    }
};

void append(QList<Section>& sections, const Cubic& cubic, double half)
{
    const int chords = cubic.chords();
    QPointF last = cubic.a;
    for (int i = 0; i <= chords; ++i) {
        const double t = double(i) / chords;
        const QPointF middle = cubic.at(t);
        const QPointF way = cubic.direction(t);
        const QPointF aside = QPointF(-way.y(), way.x()) * half;
        const double before = sections.isEmpty() ? 0 : sections.last().along;
        sections << Section{middle + aside, middle - aside, before + lengthOf(middle - last)};
        last = middle;
    }
}

Section between(const Section& a, const Section& b, double along)
{
    const double share = b.along > a.along ? (along - a.along) / (b.along - a.along) : 0;
    return {a.left + (b.left - a.left) * share, a.right + (b.right - a.right) * share, along};
}

void add(Ribbon& ribbon, const Section& section)
{
    ribbon.left << section.left;
    ribbon.right << section.right;
}

void endDash(Ribbon& ribbon)
{
    const qsizetype before = ribbon.ends.isEmpty() ? 0 : ribbon.ends.last();
    if (ribbon.left.size() > before)
        ribbon.ends << ribbon.left.size();
}

void addDashes(Ribbon& ribbon, const QList<Section>& sections, const QPen& pen)
{
    const QList<qreal> pattern = pen.dashPattern();
    qsizetype phase = 0;
    double ends = pattern[0] * pen.widthF();
    for (qsizetype i = 1; i < sections.size(); ++i) {
        Section from = sections[i - 1];
        while (from.along < sections[i].along) {
            const double to = std::min(ends, sections[i].along);
            const Section next = between(sections[i - 1], sections[i], to);
            if (phase % 2 == 0) {
                add(ribbon, from);
                add(ribbon, next);
            }
            from = next;
            if (to >= ends) {
                endDash(ribbon);
                ++phase;
                ends += std::max(0.5, pattern[phase % pattern.size()] * pen.widthF());
            }
        }
    }
    endDash(ribbon);
}

/// The piece from one place on the line to the next.
QRectF pieceOf(const Ribbon& ribbon, qsizetype from)
{
    const auto [left, right] = std::minmax(
        {ribbon.left[from].x(), ribbon.left[from + 1].x(), ribbon.right[from].x(), ribbon.right[from + 1].x()});
    const auto [top, bottom] = std::minmax(
        {ribbon.left[from].y(), ribbon.left[from + 1].y(), ribbon.right[from].y(), ribbon.right[from + 1].y()});
    return QRectF(QPointF(left, top), QPointF(right, bottom));
}

/// Level pieces have no height: QRectF would call them empty.
bool touch(const QRectF& a, const QRectF& b)
{
    return a.left() <= b.right() && a.right() >= b.left() && a.top() <= b.bottom() && a.bottom() >= b.top();
}

/// Along one side and back along the other. What ends it lies outside of what is seen.
void addOutline(QPainterPath& path, const Ribbon& ribbon, qsizetype from, qsizetype to)
{
    path.moveTo(ribbon.left[from]);
    for (qsizetype i = from + 1; i <= to; ++i)
        path.lineTo(ribbon.left[i]);
    for (qsizetype i = to; i >= from; --i)
        path.lineTo(ribbon.right[i]);
    path.closeSubpath();
}

void addSeen(QPainterPath& path, const Ribbon& ribbon, qsizetype first, qsizetype end, const QRectF& area)
{
    for (qsizetype i = first; i + 1 < end; ++i) {
        const qsizetype from = i;
        while (i + 1 < end && touch(pieceOf(ribbon, i), area))
            ++i;
        if (i > from)
            addOutline(path, ribbon, from, i);
    }
}

} // namespace

Ribbon ribbonOf(const QList<QPointF>& path, const QPen& pen)
{
    Ribbon ribbon{pen.color(), {}, {}, {}};
    QList<Section> sections;
    for (qsizetype i = 0; i + 3 < path.size(); i += 3)
        append(sections, {path[i], path[i + 1], path[i + 2], path[i + 3]}, pen.widthF() / 2);
    if (pen.style() != Qt::SolidLine && !pen.dashPattern().isEmpty()) {
        addDashes(ribbon, sections, pen);
        return ribbon;
    }
    for (const Section& section : std::as_const(sections))
        add(ribbon, section);
    endDash(ribbon);
    return ribbon;
}

void Ribbons::prepare(const Pencil& pencil, const Scene& scene, double scale)
{
    if (m_diagram == scene.shared() && m_theme == &pencil.theme && m_scale == scale && m_ratio == pencil.ratio)
        return;
    m_diagram = scene.shared();
    m_theme = &pencil.theme;
    m_scale = scale;
    m_ratio = pencil.ratio;
    m_ribbons.clear();
}

void Ribbons::paint(const Pencil& pencil, int edge, const QRectF& area)
{
    auto known = m_ribbons.constFind(edge);
    if (known == m_ribbons.constEnd()) {
        QList<QPointF> path = m_diagram->edges[edge].path;
        for (QPointF& point : path)
            point *= m_scale;
        known = m_ribbons.insert(edge, ribbonOf(path, edgePen(pencil, m_diagram->edges[edge])));
    }
    QPainterPath seen;
    seen.setFillRule(Qt::WindingFill);
    qsizetype first = 0;
    for (qsizetype end : known->ends)
        addSeen(seen, *known, std::exchange(first, end), end, area);
    if (!seen.isEmpty())
        pencil.painter->fillPath(seen, known->color);
}

} // namespace snowmelt
