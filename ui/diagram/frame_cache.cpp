// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/frame_cache.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace snowmelt {

namespace {

constexpr double atOnce = 0.6;         ///< of a turn: a frame that takes no longer needs no stand-in
constexpr int rowHeight = 128;         ///< pixels
constexpr double patchWordsFrom = 0.3; ///< zoom; farther away boxes have no words but their names
constexpr int mostPieces = 48;         ///< of a region; more are painted as their rectangle

/// What a rasterizer paints at the rim of its clip is not to the last bit what it paints there inside a larger one. So
/// everything is painted with a rim of some pixels that nobody is shown.
constexpr int frameRim = 4;

/// The part of an image that is shown, in its own coordinates: (0, 0) is `frameRim` pixels into the image.
QRect wholeOf(const QImage& image)
{
    return image.isNull() ? QRect() : QRect(QPoint(), image.size() - QSize(2 * frameRim, 2 * frameRim));
}

QImage canvasOf(const QSize& shown)
{
    return QImage(shown + QSize(2 * frameRim, 2 * frameRim), QImage::Format_RGB32);
}

/// The shown part as an image, without a copy.
QImage shownPart(const QImage& image)
{
    return QImage(image.constBits() + frameRim * image.bytesPerLine() + frameRim * 4, image.width() - 2 * frameRim,
                  image.height() - 2 * frameRim, image.bytesPerLine(), image.format());
}

/// Moves the pixels of an image within it; what comes from outside stays as it was.
void shift(QImage& image, const QPoint& by)
{
    const int width = image.width() - std::abs(by.x());
    const int height = image.height() - std::abs(by.y());
    if (width <= 0 || height <= 0)
        return;
    const auto bytes = size_t(width) * 4;
    const qsizetype stride = image.bytesPerLine();
    uchar* from = image.bits() + std::max(0, -by.y()) * stride + std::max(0, -by.x()) * 4;
    uchar* to = image.bits() + std::max(0, by.y()) * stride + std::max(0, by.x()) * 4;
    for (int i = 0; i < height; ++i) {
        const qsizetype row = by.y() > 0 ? height - 1 - i : i; // no row is overwritten before it has moved
        std::memmove(to + row * stride, from + row * stride, bytes);
    }
}

/// Cuts rectangles into bands of `height` rows at most.
QList<QRect> banded(const QList<QRect>& rects, int height)
{
    QList<QRect> bands;
    for (const QRect& rect : rects)
        for (int top = rect.top(); top <= rect.bottom(); top += height)
            bands << QRect(rect.left(), top, rect.width(), std::min(height, rect.bottom() + 1 - top));
    return bands;
}

/// Many small rectangles as one wide one for each row of a coarse grid: a region of thousands takes longer than paint.
QList<QRect> rowsOf(const QList<QRect>& rects, const QRect& whole)
{
    QList<QRect> rows(whole.height() / rowHeight + 1);
    for (const QRect& rect : rects)
        for (int row = rect.top() / rowHeight; row <= rect.bottom() / rowHeight; ++row)
            rows[row] |= QRect(rect.left(), row * rowHeight, rect.width(), rowHeight);
    for (QRect& row : rows)
        row &= whole;
    return rows;
}

qint64 areaOf(const QRegion& region)
{
    qint64 area = 0;
    for (const QRect& rect : region)
        area += qint64(rect.width()) * rect.height();
    return area;
}

/// A few rectangles: painting each costs a search, and they may be thousands. Where most is missing all is quicker.
QList<QRect> piecesOf(const QRegion& region)
{
    const QRect all = region.boundingRect();
    if (region.rectCount() > mostPieces || 2 * areaOf(region) > areaOf(all))
        return {all};
    return QList<QRect>(region.begin(), region.end());
}

} // namespace

void FrameCache::invalidate()
{
    m_shown.missing = wholeOf(m_shown.image);
    m_next = {};
}

void FrameCache::invalidate(Frame& frame, const QList<QRectF>& places)
{
    const int reach = ScenePainter::reach(frame.map);
    const QRect whole = wholeOf(frame.image);
    QList<QRect> touched;
    for (const QRectF& place : places) {
        const QRect seen = frame.map.toPixels(place).toAlignedRect().adjusted(-reach, -reach, reach, reach) & whole;
        if (!seen.isEmpty())
            touched << seen;
    }
    for (const QRect& rect : touched.size() > mostPieces ? rowsOf(touched, whole) : touched)
        frame.missing += rect;
}

void FrameCache::invalidate(const Touched& touched)
{
    for (Frame* frame : {&m_shown, &m_next}) {
        if (frame->image.isNull())
            continue;
        invalidate(*frame, touched.places);
        if (frame->map.zoom() >= patchWordsFrom)
            invalidate(*frame, touched.texts);
    }
}

void FrameCache::begin(Frame& frame, const PixelMap& map, const QSize& pixels)
{
    if (wholeOf(frame.image).size() != pixels)
        frame.image = canvasOf(pixels);
    frame.map = map;
    frame.missing = wholeOf(frame.image);
    m_elapsed = 0;
}

/// What is uncovered is bare canvas until it is painted.
void FrameCache::moveTo(const QPoint& origin, const QColor& canvas)
{
    const QPoint by = origin - m_shown.map.origin;
    if (by.isNull())
        return;
    m_shown.map.origin = origin;
    const QRect whole = wholeOf(m_shown.image);
    shift(m_shown.image, by);
    const QRegion uncovered = QRegion(whole) - whole.translated(by);
    m_shown.missing = (m_shown.missing.translated(by) & whole) + uncovered;
    QPainter painter(&m_shown.image);
    for (const QRect& rect : uncovered)
        painter.fillRect(rect.translated(frameRim, frameRim), canvas);
}

/// Keeps what still has a place.
void FrameCache::resize(const QSize& pixels)
{
    m_next = {};
    const QImage old = std::exchange(m_shown.image, canvasOf(pixels));
    const QRegion kept = QRegion(wholeOf(old)) - m_shown.missing;
    m_shown.missing = QRegion(wholeOf(m_shown.image)) - kept;
    QPainter painter(&m_shown.image);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(QPoint(), old);
}

/// How long painting what is missing will take, by what a whole frame took.
double FrameCache::expected(const Frame& frame) const
{
    const double whole = double(frame.image.width()) * frame.image.height();
    return whole > 0 ? m_whole * double(areaOf(frame.missing)) / whole : 0;
}

/// The whole at its place, a piece beside it: its frameRim must not touch what is right already.
void FrameCache::paintPiece(Frame& frame, const Scene& scene, const DiagramLook& look, const QRect& piece)
{
    const bool whole = piece == wholeOf(frame.image);
    QImage beside = whole ? QImage() : canvasOf(piece.size());
    QImage& canvas = whole ? frame.image : beside;
    PixelMap map = frame.map;
    map.origin += QPoint(frameRim, frameRim) - piece.topLeft();
    QPainter painter(&canvas);
    m_painter.paint(&painter, scene, look, map, canvas.rect());
    painter.end();
    m_pixelsPainted += qint64(piece.width()) * piece.height();
    if (whole)
        return;
    const QImage inner = shownPart(beside);
    for (int row = 0; row < piece.height(); ++row)
        std::memcpy(frame.image.scanLine(piece.top() + row + frameRim) + (piece.left() + frameRim) * 4,
                    inner.constScanLine(row), size_t(piece.width()) * 4);
}

bool FrameCache::mend(Frame& frame, const Scene& scene, const DiagramLook& look, double limit)
{
    const QRegion all(wholeOf(frame.image));
    const bool everything = frame.missing == all;
    const int count = std::max(1, int(std::ceil(m_whole / m_turn)));
    const int height = limit > 0 ? std::max(1, frame.image.height() / count) : frame.image.height();
    QElapsedTimer clock;
    clock.start();
    const QList<QRect> pieces = banded(piecesOf(frame.missing), height);
    for (const QRect& piece : pieces) {
        paintPiece(frame, scene, look, piece);
        frame.missing -= piece;
        // At least one piece a turn, however short that is: a frame that is owed comes.
        if (limit > 0 && double(clock.nsecsElapsed()) / 1e6 >= limit)
            break;
    }
    m_elapsed = (everything ? 0 : m_elapsed) + double(clock.nsecsElapsed()) / 1e6;
    if (frame.missing.isEmpty() && (everything || limit > 0)) {
        m_whole = m_elapsed;
        ++m_sharp;
    }
    return frame.missing.isEmpty();
}

bool FrameCache::paint(QPainter* painter, const Scene& scene, const DiagramLook& look, const Viewport& viewport,
                       QSize size, bool hurried)
{
    const double ratio = painter->device()->devicePixelRatioF();
    const PixelMap map = PixelMap::of(viewport, ratio);
    const QSize pixels = (QSizeF(size) * ratio).toSize();
    if (m_shown.image.isNull() || m_shown.map.ratio != ratio) {
        m_next = {};
        begin(m_shown, map, pixels);
        mend(m_shown, scene, look, 0);
    }
    if (wholeOf(m_shown.image).size() != pixels)
        resize(pixels);
    const bool moved = m_shown.map.scale == map.scale;
    if (moved)
        moveTo(map.origin, look.theme->canvas);
    if (moved && expected(m_shown) <= 2 * m_turn) {
        m_next = {};
        mend(m_shown, scene, look, 0);
    } else if (!moved && m_whole <= m_turn * atOnce) {
        m_next = {};
        begin(m_shown, map, pixels);
        mend(m_shown, scene, look, 0);
    } else if (hurried) {
        m_next = {};
    } else if (m_next.image.isNull() || m_next.map != map) {
        begin(m_next, map, pixels);
    }
    show(painter, look, map);
    return m_shown.map == map && m_shown.missing.isEmpty();
}

bool FrameCache::paintAhead(const Scene& scene, const DiagramLook& look)
{
    if (m_next.image.isNull())
        return true;
    if (!mend(m_next, scene, look, m_turn))
        return false;
    m_shown = std::exchange(m_next, {});
    return true;
}

/// The last frame, moved or scaled to where it would be, on the canvas.
void FrameCache::show(QPainter* painter, const DiagramLook& look, const PixelMap& map) const
{
    QImage shown = shownPart(m_shown.image);
    if (m_shown.map.scale == map.scale) {
        shown.setDevicePixelRatio(map.ratio);
        painter->drawImage(QPoint(), shown);
        return;
    }
    const double factor = map.scale / m_shown.map.scale;
    const QPointF corner = QPointF(map.origin) - QPointF(m_shown.map.origin) * factor;
    const QRectF whole(QPointF(), QSizeF(shown.size()));
    const QRectF target = QRectF(corner, QSizeF(shown.size()) * factor) & whole;
    const QRectF source((target.topLeft() - corner) / factor, target.size() / factor);
    painter->save();
    painter->scale(1 / map.ratio, 1 / map.ratio);
    if (target != whole)
        painter->fillRect(whole, look.theme->canvas);
    painter->drawImage(target, shown, source);
    painter->restore();
}

} // namespace snowmelt
