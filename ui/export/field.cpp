// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/field.h"

#include "ui/diagram/pencil.h"

#include <QMap>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int mostElements = 5 * 400; ///< of one path; a cell has five
constexpr int mostGlyphs = 600;       ///< of ill nodes; more of them are a colour and a line
constexpr double cellShare = 0.875;   ///< of a node's box
constexpr double mostCell = 32;       ///< units; a card's box is wide
constexpr double driftShare = 0.34;   ///< of a cell: the square in its corner
constexpr double glyphShare = 0.62;

/// All cells of one look.
struct Kind
{
    SceneMark mark;
    bool ill = false;
    QList<QPainterPath> paths;
    QList<QRectF> rects;
};

QRectF cellOf(const QRectF& box)
{
    QRectF cell(QPointF(), QSizeF(std::min(box.width(), mostCell), std::min(box.height(), mostCell)) * cellShare);
    cell.moveCenter(box.center());
    return QRectF(cell.toRect()); // whole units are sharp, and short to write
}

/// Some hundreds a path: filling one of 100,000 takes a painter longer than all of these.
void addCell(QList<QPainterPath>& paths, const QRectF& cell)
{
    if (paths.isEmpty() || paths.constLast().elementCount() >= mostElements)
        paths << QPainterPath();
    paths.last().addRect(cell);
}

bool hasDrift(const DiagramBox& box)
{
    return box.node()->driftCount.value_or(0) > 0;
}

/// What of a node its cell shows in this mode; the rest is that of any other.
SceneMark shownMark(const DiagramBox& box, DiagramMode mode)
{
    const SceneMark whole = markOf(box);
    SceneMark mark;
    mark.planned = whole.planned;
    mark.health = whole.planned ? Health::Unknown : whole.health;
    mark.reached = whole.reached;
    const bool quiet = !whole.planned && whole.quiet();
    mark.drift = quiet && mode == DiagramMode::Drift ? whole.drift : DriftMark::Clean;
    mark.otherImage = quiet && mode == DiagramMode::Image && whole.otherImage;
    return mark;
}

/// Equal for cells that look the same.
int kindOf(const SceneMark& mark)
{
    return int(mark.planned) + 2 * int(mark.health) + 16 * int(mark.drift) + 128 * int(mark.otherImage) +
           256 * int(mark.reached);
}

} // namespace

Fielded::Fielded(const Diagram& diagram, const FoldLimits& limits) : m_diagram(diagram)
{
    const Fold fold(diagram, limits);
    QList<int> now(diagram.boxes.size(), -1);
    m_diagram.boxes.clear();
    for (int i = 0; i < diagram.boxes.size(); ++i) {
        if (!fold.isDrawn(i)) {
            m_cells << diagram.boxes[i];
            continue;
        }
        now[i] = int(m_diagram.boxes.size());
        DiagramBox box = diagram.boxes[i];
        box.container = box.container < 0 ? -1 : now[box.container];
        m_diagram.boxes << box;
    }
    // An edge to a node of a field would be one of hundreds; the group has its own.
    m_diagram.edges.clear();
    for (DiagramEdge edge : diagram.edges) {
        edge.from = now.value(edge.from, -1);
        edge.to = now.value(edge.to, -1);
        if (edge.from >= 0 && edge.to >= 0)
            m_diagram.edges << edge;
    }
}

void Fielded::paint(QPainter* painter, const DiagramLook& look) const
{
    QMap<int, Kind> kinds;
    QList<QPainterPath> drifted;
    for (const DiagramBox& box : m_cells) {
        const SceneMark mark = shownMark(box, look.mode);
        Kind& kind = kinds[kindOf(mark)];
        kind.mark = mark;
        const QRectF cell = cellOf(box.rect);
        addCell(kind.paths, cell);
        kind.ill = !box.planned && box.health() != Health::Healthy && !mark.reached;
        if (kind.ill && kind.rects.size() <= mostGlyphs)
            kind.rects << cell;
        if (hasDrift(box)) {
            const double side = cell.height() * driftShare;
            addCell(drifted, QRectF(cell.right() - side, cell.top(), side, side));
        }
    }
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
        const HealthStyle style = styleOf(kind->mark, look.mode, *look.theme);
        painter->setPen(style.border);
        painter->setBrush(style.fill);
        for (const QPainterPath& path : std::as_const(kind->paths))
            painter->drawPath(path);
        if (kind->rects.size() > mostGlyphs)
            continue;
        for (const QRectF& rect : kind->rects) {
            QRectF glyph(0, 0, rect.height() * glyphShare, rect.height() * glyphShare);
            glyph.moveCenter(rect.center());
            paintIcon(painter, style.icon, glyph, style.ink);
        }
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(look.theme->drift);
    for (const QPainterPath& path : std::as_const(drifted))
        painter->drawPath(path);
}

} // namespace snowmelt
