// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_painter.h"

#include "models/wording/wording.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

#include <cmath>

namespace snowmelt {

namespace {

constexpr double gridPitch = 24;
constexpr double captionRoom = 24; ///< what a box may draw outside its rectangle
constexpr double nearRing = 3;     ///< between its box and a ring; neighbours are close
constexpr double farRing = 5;

void paintBox(const Pencil& pencil, const DiagramBox& box)
{
    switch (box.kind) {
    case BoxKind::Clients:
        return paintClients(pencil, box);
    case BoxKind::Balancer:
    case BoxKind::Database:
    case BoxKind::Cache:
        return paintMachine(pencil, box);
    case BoxKind::Zone:
        break;
    case BoxKind::Group:
        return paintGroup(pencil, box);
    case BoxKind::Node:
        return paintNode(pencil, box);
    case BoxKind::Cell:
        return paintCell(pencil, box);
    }
}

/// As long as the fleet is live, that something is unknown has another reason than its age.
QString ageOf(const Diagram& diagram, const QDateTime& now)
{
    const bool stale = now.isValid() && diagram.observedAt.msecsTo(now) > staleAfterMs;
    return stale ? ageText(diagram.observedAt, now) : QString();
}

} // namespace

void DiagramPainter::paint(QPainter* painter, const Diagram& diagram, const DiagramLook& look, const QRectF& visible)
{
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const Pencil pencil{painter, *look.theme, m_text, look.mode, ageOf(diagram, look.now)};
    const auto seen = [&](const DiagramBox& box) {
        return visible.isNull() ||
               visible.intersects(box.rect.adjusted(-captionRoom, -captionRoom, captionRoom, captionRoom));
    };
    for (const DiagramBox& box : diagram.boxes)
        if (box.kind == BoxKind::Group && seen(box))
            paintBox(pencil, box);
    for (const DiagramEdge& edge : diagram.edges)
        paintEdge(pencil, edge);
    for (const DiagramBox& box : diagram.boxes)
        if (box.kind != BoxKind::Group && seen(box))
            paintBox(pencil, box);
    for (const DiagramEdge& edge : diagram.edges)
        paintEdgeLabel(pencil, edge);
}

void DiagramPainter::paintGrid(QPainter* painter, const QRectF& visible, const Theme& theme)
{
    const double scale = painter->worldTransform().m11();
    // Far away the dots would become a grey veil.
    const double pitch = scale < 0.5 ? gridPitch * 4 : gridPitch;
    QList<QPointF> dots;
    for (double y = std::floor(visible.top() / pitch) * pitch; y <= visible.bottom(); y += pitch)
        for (double x = std::floor(visible.left() / pitch) * pitch; x <= visible.right(); x += pitch)
            dots << QPointF(x, y);
    QPen pen(theme.grid, 2, Qt::SolidLine, Qt::RoundCap);
    pen.setCosmetic(true);
    painter->setPen(pen);
    painter->drawPoints(dots.constData(), int(dots.size()));
}

void DiagramPainter::paintRing(QPainter* painter, const Diagram& diagram, const QString& part, const QPen& pen)
{
    const int first = diagram.indexOf(part);
    if (first < 0)
        return;
    DiagramBox whole = diagram.boxes[first];
    for (const DiagramBox& box : diagram.boxes)
        if (box.part == part)
            whole.rect |= box.rect;
    const bool small = whole.kind == BoxKind::Node || whole.kind == BoxKind::Cell;
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(silhouette(whole, small ? nearRing : farRing));
}

} // namespace snowmelt
