// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr double labelInset = 4; ///< no more of the line than the text needs

QPen penOf(const DiagramEdge& edge, const Theme& theme)
{
    QPen pen(theme.control, edge.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (edge.planned || edge.unseen) {
        pen.setWidthF(1.2);
        pen.setDashPattern({1, 3});
        return pen;
    }
    if (edge.kind == EdgeKind::Use)
        return pen;
    pen.setColor(sideColor(edge.side, theme));
    if (edge.idle()) {
        pen.setWidthF(1.6);
        pen.setDashPattern({2, 2.6});
    }
    return pen;
}

} // namespace

void paintEdge(const Pencil& pencil, const DiagramEdge& edge)
{
    QPainterPath path(edge.start());
    for (qsizetype i = 1; i + 2 < edge.path.size(); i += 3)
        path.cubicTo(edge.path[i], edge.path[i + 1], edge.path[i + 2]);
    pencil.painter->setBrush(Qt::NoBrush);
    pencil.painter->setPen(penOf(edge, pencil.theme));
    pencil.painter->drawPath(path);
}

void paintEdgeLabel(const Pencil& pencil, const DiagramEdge& edge)
{
    if (!edge.labelled && !(edge.unseen && edge.kind == EdgeKind::Traffic))
        return;
    const QString text = edge.unseen ? QStringLiteral("?") : Captions::edgeLabel(edge);
    const TextPainter::Style style{TextSize::Small, QFont::DemiBold, pencil.theme.sub};
    const double width = pencil.text.widthOf(pencil.painter, text, style);
    paintPill(pencil, edge.labelAt.x() + width / 2 + labelInset, edge.labelAt.y(), text, pencil.theme.sub,
              pencil.theme.canvas, labelInset);
}

} // namespace snowmelt
