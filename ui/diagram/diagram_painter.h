// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"
#include "ui/diagram/diagram_mode.h"
#include "ui/diagram/text_painter.h"

namespace snowmelt {

class Scene;

/// Paints a diagram in diagram units, as vectors and with every word it has at 100 %: into a document, a picture, a
/// replay. The screen has ScenePainter.
class DiagramPainter
{
public:
    /// Only what touches `visible`; a null rectangle means everything.
    void paint(QPainter* painter, const Diagram& diagram, const DiagramLook& look, const QRectF& visible = {});
    /// One ring around `part`: the two sides of a group are one part.
    static void paintRing(QPainter* painter, const Scene& scene, const QString& part, const QPen& pen);
    TextPainter& text() { return m_text; }

private:
    TextPainter m_text;
};

} // namespace snowmelt
