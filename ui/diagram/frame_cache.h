// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/scene/scene_painter.h"

#include <QImage>
#include <QRegion>

namespace snowmelt {

/// The last painted frame, kept so that little has to be painted again.
///
/// Panning moves its pixels and paints what was uncovered; a change of some boxes paints their places. Zooming shows it
/// scaled, and a sharp one follows. A sharp frame that takes longer than a turn of the event loop may is painted in
/// bands, some each turn, beside the one that is shown. Whatever way a sharp frame came about, its pixels are those of
/// one painted at once.
class FrameCache
{
public:
    /// Everything looks different.
    void invalidate();
    /// These places look different.
    void invalidate(const Touched& touched);
    /// Shows the diagram, `size` pixels large, and returns whether it is sharp. While `hurried`, a large diagram may
    /// come as the last frame scaled. Not sharp and not hurried: paintAhead() is to be called until it is.
    bool paint(QPainter* painter, const Scene& scene, const DiagramLook& look, const Viewport& viewport, QSize size,
               bool hurried);
    /// Paints the next bands of the frame that is owed; true: there is none any more, show it.
    bool paintAhead(const Scene& scene, const DiagramLook& look);

    int sharpFrames() const { return m_sharp; }              ///< how often everything was painted
    qint64 pixelsPainted() const { return m_pixelsPainted; } ///< device pixels, of all frames
    /// Milliseconds of painting in one turn of the event loop.
    void setTurn(double milliseconds) { m_turn = milliseconds; }

private:
    struct Frame
    {
        QImage image; ///< with a rim around what is shown
        PixelMap map;
        QRegion missing; ///< device pixels not painted yet, or painted otherwise
    };
    void show(QPainter* painter, const DiagramLook& look, const PixelMap& map) const;
    static void invalidate(Frame& frame, const QList<QRectF>& places);
    void moveTo(const QPoint& origin, const QColor& canvas);
    void resize(const QSize& pixels);
    void begin(Frame& frame, const PixelMap& map, const QSize& pixels);
    /// Paints what is missing, for `limit` milliseconds (0: all of it); true: nothing is missing any more.
    bool mend(Frame& frame, const Scene& scene, const DiagramLook& look, double limit);
    void paintPiece(Frame& frame, const Scene& scene, const DiagramLook& look, const QRect& piece);
    double expected(const Frame& frame) const;

    ScenePainter m_painter;
    Frame m_shown;
    Frame m_next; ///< its image is null: none is owed
    double m_turn = 8;
    double m_whole = 0;   ///< milliseconds the last whole frame took
    double m_elapsed = 0; ///< milliseconds the one under way has taken
    int m_sharp = 0;
    qint64 m_pixelsPainted = 0;
};

} // namespace snowmelt
