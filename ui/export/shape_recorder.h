// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/sheet.h"

#include <QPaintDevice>

#include <memory>

namespace snowmelt {

/// A paint device of 96 dots per inch that keeps what is painted as shapes.
class ShapeRecorder final : public QPaintDevice, public TextReceiver
{
public:
    explicit ShapeRecorder(const QSizeF& size);
    ~ShapeRecorder() override;

    QList<Shape> take() { return std::exchange(m_shapes, {}); }
    /// Something was painted that is no shape, a picture of pixels: it is missing.
    bool hasLost() const { return m_lost; }

    QPaintEngine* paintEngine() const override;
    void receiveText(const QTransform& place, const QPointF& at, const QString& text, const QString& whole,
                     const TextPainter::Style& style, Qt::Alignment align) override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;

    QSizeF m_size;
    QList<Shape> m_shapes;
    bool m_lost = false;
    std::unique_ptr<Engine> m_engine;
};

} // namespace snowmelt
