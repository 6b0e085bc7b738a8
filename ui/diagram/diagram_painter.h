// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"
#include "ui/diagram/diagram_mode.h"
#include "ui/diagram/text_painter.h"

#include <QDateTime>

namespace snowmelt {

struct DiagramLook
{
    const Theme* theme = &Theme::light();
    DiagramMode mode = DiagramMode::Health;
    QDateTime now; ///< for the age of what is unknown; null: ages are left out
};

/// Paints a diagram in diagram units: onto the screen, into a picture, into an SVG.
class DiagramPainter
{
public:
    /// Only what touches `visible`; a null rectangle means everything.
    void paint(QPainter* painter, const Diagram& diagram, const DiagramLook& look, const QRectF& visible = {});
    /// Dots on the 24 unit grid.
    static void paintGrid(QPainter* painter, const QRectF& visible, const Theme& theme);
    /// One ring around `part`: the two sides of a group are one part.
    static void paintRing(QPainter* painter, const Diagram& diagram, const QString& part, const QPen& pen);
    TextPainter& text() { return m_text; }

private:
    TextPainter m_text;
};

} // namespace snowmelt
