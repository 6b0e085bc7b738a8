// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_painter.h"

#include "models/wording/wording.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"
#include "ui/diagram/scene/scene.h"

#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double captionRoom = 24; ///< what a box may draw outside its rectangle
constexpr double nearRing = 3;     ///< between its box and a ring; neighbours are close
constexpr double farRing = 5;
constexpr double leastRing = 4; ///< pixels: around a dot, too, there is something to see

bool contains(BoxKind kind)
{
    return kind == BoxKind::Zone || kind == BoxKind::Group;
}

} // namespace

QString ageShown(const Diagram& diagram, const QDateTime& now)
{
    const bool stale = now.isValid() && diagram.observedAt.msecsTo(now) > staleAfterMs;
    return stale ? ageText(diagram.observedAt, now) : QString();
}

void paintBox(const Pencil& pencil, const DiagramBox& box, const QRectF& rect)
{
    switch (box.kind) {
    case BoxKind::Clients:
        return paintClients(pencil, box, rect);
    case BoxKind::Balancer:
    case BoxKind::Database:
    case BoxKind::Cache:
        return paintMachine(pencil, box, rect);
    case BoxKind::Zone:
        return paintZone(pencil, box, rect);
    case BoxKind::Group:
        return paintGroup(pencil, box, rect);
    case BoxKind::Node:
    case BoxKind::Cell:
        return paintNode(pencil, box, rect);
    }
}

void DiagramPainter::paint(QPainter* painter, const Diagram& diagram, const DiagramLook& look, const QRectF& visible)
{
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const Pencil pencil{painter, *look.theme, m_text, look.mode, ageShown(diagram, look.now)};
    const auto paintBoxes = [&](bool containers) {
        for (const DiagramBox& box : diagram.boxes) {
            const QRectF room = box.rect.adjusted(-captionRoom, -captionRoom, captionRoom, captionRoom);
            if (contains(box.kind) == containers && (visible.isNull() || visible.intersects(room)))
                paintBox(pencil, box, box.rect);
        }
    };
    paintBoxes(true);
    for (const DiagramEdge& edge : diagram.edges)
        paintEdge(pencil, edge, {});
    paintBoxes(false);
    for (const DiagramEdge& edge : diagram.edges)
        paintEdgeLabel(pencil, edge, {});
}

void DiagramPainter::paintRing(QPainter* painter, const Scene& scene, const QString& part, const QPen& pen)
{
    const QList<int> boxes = scene.boxesOf(part);
    if (boxes.isEmpty())
        return;
    DiagramBox whole = scene.box(boxes.first());
    for (int index : boxes)
        whole.rect |= scene.rect(index);
    const bool small = whole.kind == BoxKind::Node || whole.kind == BoxKind::Cell;
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    const double scale = painter->worldTransform().m11();
    painter->drawPath(silhouette(whole, std::max(small ? nearRing : farRing, leastRing / scale)));
}

} // namespace snowmelt
