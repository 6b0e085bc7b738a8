// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/replay.h"
#include "ui/diagram/diagram_painter.h"
#include "ui/diagram/viewport.h"

#include <QWidget>

namespace snowmelt {

/// The diagram of a moment that is over, in a frame that no live diagram has. It always shows everything, at one scale
/// from the first moment to the last, so that what moves is what changed.
class ReplayView final : public QWidget
{
    Q_OBJECT
public:
    ReplayView(const Blueprint& blueprint, QWidget* parent);

    void setReplay(const Replay& replay);
    void showMoment(const ReplayMoment& moment);
    const Diagram& diagram() const { return m_diagram; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    Blueprint m_blueprint;
    Diagram m_diagram;
    DiagramPainter m_painter;
    Viewport m_viewport;
    QRectF m_bounds; ///< of all its moments
    QDateTime m_at;
};

} // namespace snowmelt
