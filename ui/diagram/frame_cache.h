// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_painter.h"
#include "ui/diagram/viewport.h"

#include <QPixmap>

namespace snowmelt {

/// The last painted frame. Hover, focus and the status line are drawn over it, so they cost nothing; a large diagram is
/// moved and scaled as a picture until the hand rests, and sharp again then.
class FrameCache
{
public:
    void invalidate() { m_frame = QPixmap(); }
    /// Paints the frame for `viewport`. `hurried`: a large diagram may come as the last frame moved; true is returned
    /// then, and a sharp one is owed.
    bool paint(QPainter* painter, const Diagram& diagram, const DiagramLook& look, const Viewport& viewport, QSize size,
               bool hurried);
    int sharpFrames() const { return m_sharp; } ///< for tests: how often everything was painted

private:
    void render(const Diagram& diagram, const DiagramLook& look, const Viewport& viewport, QSize size, double ratio);

    DiagramPainter m_painter;
    QPixmap m_frame;
    Viewport m_viewport;
    int m_sharp = 0;
};

} // namespace snowmelt
