// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"
#include "ui/diagram/diagram_mode.h"
#include "ui/diagram/health_style.h"
#include "ui/diagram/text_painter.h"

#include <QPainterPath>

namespace snowmelt {

/// What every shape is drawn with. Coordinates are diagram units.
struct Pencil
{
    QPainter* painter;
    const Theme& theme;
    TextPainter& text;
    DiagramMode mode = DiagramMode::Health;
    QString age; ///< of the observation, for what is unknown; empty: live, or never seen
};

/// The silhouette of a box, grown by `grow` on each side: circle, hexagon, cylinder, card, container.
QPainterPath silhouette(const DiagramBox& box, double grow = 0);
/// Fill, hatch and border as health has them.
void paintBody(const Pencil& pencil, const DiagramBox& box, const HealthStyle& style);
/// A rounded label with `inset` on both sides of its text; returns its width. `right` is its right edge, `middle` its
/// vertical centre.
double paintPill(const Pencil& pencil, double right, double middle, const QString& text, const QColor& ink,
                 const QColor& paper, double inset = metric::unit);

void paintClients(const Pencil& pencil, const DiagramBox& box);
void paintMachine(const Pencil& pencil, const DiagramBox& box); ///< balancer or database
void paintGroup(const Pencil& pencil, const DiagramBox& box);
void paintNode(const Pencil& pencil, const DiagramBox& box);
void paintCell(const Pencil& pencil, const DiagramBox& box);
void paintEdge(const Pencil& pencil, const DiagramEdge& edge);
void paintEdgeLabel(const Pencil& pencil, const DiagramEdge& edge);

} // namespace snowmelt
