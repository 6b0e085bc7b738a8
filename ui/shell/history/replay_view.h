// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/replay.h"
#include "ui/diagram/diagram_painter.h"
#include "ui/diagram/scene/layout_worker.h"
#include "ui/diagram/viewport.h"
#include "ui/shell/finding/side_worker.h"

#include <QWidget>

#include <atomic>

namespace snowmelt {

/// The diagram of a moment that is over, in a frame that no live diagram has. It always shows everything, at one scale
/// from the first moment to the last, so that what moves is what changed. A large fleet is laid out aside: what is
/// shown follows as fast as that goes.
class ReplayView final : public QWidget
{
    Q_OBJECT
public:
    /// `arrangement`: what stands where a person put it.
    ReplayView(const Blueprint& blueprint, const Arrangement& arrangement, QWidget* parent);

    ~ReplayView() override;

    void setReplay(const Replay& replay);
    void showMoment(const ReplayMoment& moment);
    const Diagram& diagram() const { return *m_diagram; }
    bool isLayingOut() const; ///< what was asked for last is not shown yet

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    LayoutRequest requestFor(const FleetState& fleet) const;
    void adopt(LayoutOutcome outcome);
    void setBounds(const QRectF& bounds);
    void fit();

    Blueprint m_blueprint;
    Arrangement m_arrangement;
    std::shared_ptr<const Diagram> m_diagram = std::make_shared<const Diagram>();
    LayoutWays m_ways; ///< of the diagram's edges
    LayoutWorker m_layouts;
    std::shared_ptr<std::atomic<bool>> m_closing = std::make_shared<std::atomic<bool>>(false);
    SideWorker m_measuring; ///< of all moments
    DiagramPainter m_painter;
    Viewport m_viewport;
    QRectF m_bounds; ///< of all its moments
};

} // namespace snowmelt
