// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/labels.h"
#include "models/layout/metrics.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QMarginsF>
#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double labelInset = 4;     ///< no more of the line than the text needs
constexpr double labelsFrom = 0.5;   ///< zoom
constexpr double thinnestFrom = 0.3; ///< zoom; from there on the share of traffic is still seen
constexpr double patternsFrom = 0.3; ///< zoom; farther away dashes would be a grey veil
constexpr double wordsRoom = layout::balancersToGroups - 2 * layout::clearance; ///< units between two columns
constexpr double labelHeight = 18;                                              ///< of its pill, times the text's scale
constexpr double besideWall = 1; ///< pixels between a label and the line of another edge
/// Units: how thick that line is taken for, whatever its traffic. A label does not come and go with it.
constexpr double wallWidth = 4;

QPen penOf(const DiagramEdge& edge, const Theme& theme)
{
    QPen pen(theme.control, edge.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (edge.planned || edge.unseen) {
        pen.setWidthF(1.2);
        pen.setDashPattern({1, 3});
        return pen;
    }
    switch (edge.kind) {
    case EdgeKind::Use:
        return pen;
    case EdgeKind::Pair:
        pen.setDashPattern({4, 3});
        return pen;
    case EdgeKind::Replica:
        pen.setColor(theme.sub);
        pen.setDashPattern({7, 3});
        return pen;
    case EdgeKind::Clients:
    case EdgeKind::Traffic:
    case EdgeKind::Chain:
        break;
    }
    pen.setColor(sideColor(edge.side, theme));
    if (edge.idle()) {
        pen.setWidthF(1.6);
        pen.setDashPattern({2, 2.6});
    }
    return pen;
}

/// Nothing of another edge lies under a label so wide.
bool isClear(const Pencil& pencil, const DiagramEdge& edge, const QTransform& place, const QSizeF& size)
{
    const double off = pencil.px(besideWall) + pencil.unit(wallWidth) / 2;
    QRectF label({}, size.grownBy({off, off, off, off}));
    label.moveCenter(place.map(edge.labelAt));
    return std::none_of(edge.walls.begin(), edge.walls.end(),
                        [&](const QLineF& wall) { return layout::crosses(label, place.map(wall)); });
}

} // namespace

QPen edgePen(const Pencil& pencil, const DiagramEdge& edge)
{
    QPen pen = penOf(edge, pencil.theme);
    pen.setWidthF(pencil.px(std::max(1.0, pen.widthF() * std::max(pencil.zoom, thinnestFrom))));
    // Without its pattern an edge would say that it carries traffic.
    const bool still = edge.planned || edge.unseen || edge.idle();
    if (pencil.zoom < patternsFrom && !still)
        pen.setStyle(Qt::SolidLine);
    return pen;
}

QPainterPath curveOf(const DiagramEdge& edge, const QTransform& place)
{
    QPainterPath path(place.map(edge.start()));
    for (qsizetype i = 1; i + 2 < edge.path.size(); i += 3)
        path.cubicTo(place.map(edge.path[i]), place.map(edge.path[i + 1]), place.map(edge.path[i + 2]));
    return path;
}

void paintEdge(const Pencil& pencil, const DiagramEdge& edge, const QTransform& place)
{
    paintLine(pencil, curveOf(edge, place), edgePen(pencil, edge));
}

void paintEdgeLabel(const Pencil& pencil, const DiagramEdge& edge, const QTransform& place, double strength)
{
    if (pencil.zoom < labelsFrom || layout::labelFormOf(edge) == layout::LabelForm::None)
        return;
    QColor ink = sideColor(edge.side, pencil.theme);
    ink.setAlphaF(float(strength));
    const TextPainter::Style style = pencil.style(TextSize::Small, QFont::DemiBold, ink);
    const double insets = 2 * labelInset * style.scale;
    const auto sizeOf = [&](const QString& text) {
        return QSizeF(pencil.text.widthOf(pencil.painter, text, style) + insets, labelHeight * style.scale);
    };
    QString text = edge.unseen ? QStringLiteral("?") : Captions::edgeLabel(edge);
    QSizeF size = sizeOf(text);
    // Letters stop shrinking where boxes and other edges still come closer.
    const bool tight = size.width() > pencil.unit(wordsRoom) || !isClear(pencil, edge, place, size);
    if (!edge.unseen && edge.idle() && tight) {
        text = Captions::edgeLabelShort(edge);
        size = sizeOf(text);
    }
    // On another edge it would say that it is that one's, and hide it.
    if (!isClear(pencil, edge, place, size))
        return;
    const QPointF at = place.map(edge.labelAt);
    paintPill(pencil, at.x() + size.width() / 2, at.y(), text, ink, pencil.theme.canvas, labelInset);
}

} // namespace snowmelt
