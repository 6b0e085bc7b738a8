// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/shape_recorder.h"

#include "models/export/escape.h"

#include <QPaintEngine>

#include <cmath>

namespace snowmelt {

namespace {

constexpr double millimetresPerInch = 25.4;

double scaleOf(const QTransform& place)
{
    return std::sqrt(std::abs(place.determinant()));
}

QColor thinned(QColor color, double opacity)
{
    color.setAlphaF(color.alphaF() * float(opacity));
    return color;
}

} // namespace

class ShapeRecorder::Engine final : public QPaintEngine
{
public:
    explicit Engine(ShapeRecorder* recorder) : QPaintEngine(AllFeatures), m_recorder(recorder) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState& now) override
    {
        m_pen = now.pen();
        m_brush = now.brush();
        m_place = now.transform();
        m_opacity = now.opacity();
    }

    void drawPath(const QPainterPath& path) override
    {
        InkShape shape{m_place.map(path), Qt::NoPen, {}};
        if (m_brush.style() != Qt::NoBrush)
            shape.fill = thinned(m_brush.color(), m_opacity);
        if (m_pen.style() != Qt::NoPen) {
            shape.pen = m_pen;
            shape.pen.setColor(thinned(m_pen.color(), m_opacity));
            shape.pen.setWidthF(m_pen.isCosmetic() ? std::max(m_pen.widthF(), 1.0) : m_pen.widthF() * scaleOf(m_place));
            shape.pen.setCosmetic(false);
        }
        if (shape.fill.alpha() == 0)
            shape.fill = QColor();
        if (shape.fill.isValid() || (shape.pen.style() != Qt::NoPen && shape.pen.color().alpha() > 0))
            m_recorder->m_shapes << shape;
    }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        QPainterPath path(count > 0 ? points[0] : QPointF());
        for (int i = 1; i < count; ++i)
            path.lineTo(points[i]);
        if (mode != PolylineMode)
            return path.closeSubpath(), drawPath(path);
        const QBrush brush = std::exchange(m_brush, QBrush());
        drawPath(path);
        m_brush = brush;
    }

    /// Together: a hatch is one shape.
    void drawLines(const QLineF* lines, int count) override
    {
        QPainterPath path;
        for (int i = 0; i < count; ++i) {
            path.moveTo(lines[i].p1());
            path.lineTo(lines[i].p2());
        }
        const QBrush brush = std::exchange(m_brush, QBrush());
        drawPath(path);
        m_brush = brush;
    }

    /// Of text that does not come through TextPainter: its outlines, which are right everywhere.
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        QPainterPath path;
        path.addText(at, item.font(), item.text());
        const QPen pen = std::exchange(m_pen, QPen(Qt::NoPen));
        const QBrush brush = std::exchange(m_brush, QBrush(pen.color()));
        drawPath(path);
        m_pen = pen;
        m_brush = brush;
    }

    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { m_recorder->m_lost = true; }
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override
    {
        m_recorder->m_lost = true;
    }

private:
    ShapeRecorder* m_recorder;
    QPen m_pen;
    QBrush m_brush;
    QTransform m_place;
    double m_opacity = 1;
};

ShapeRecorder::ShapeRecorder(const QSizeF& size) : m_size(size), m_engine(std::make_unique<Engine>(this)) {}

ShapeRecorder::~ShapeRecorder() = default;

QPaintEngine* ShapeRecorder::paintEngine() const
{
    return m_engine.get();
}

void ShapeRecorder::receiveText(const QTransform& place, const QPointF& at, const QString& text, const QString& whole,
                                const TextPainter::Style& style, Qt::Alignment align)
{
    // Whatever a name holds, no reader of the file is to obey it.
    TextShape shape{place.map(at), escape::visible(text), style, align};
    shape.style.scale *= scaleOf(place);
    if (whole != text)
        shape.whole = escape::visible(whole);
    m_shapes << shape;
}

int ShapeRecorder::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return int(std::ceil(m_size.width()));
    case PdmHeight:
        return int(std::ceil(m_size.height()));
    case PdmWidthMM:
        return int(m_size.width() * millimetresPerInch / unitsPerInch);
    case PdmHeightMM:
        return int(m_size.height() * millimetresPerInch / unitsPerInch);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return unitsPerInch;
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

} // namespace snowmelt
