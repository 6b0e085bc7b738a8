// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/frame_cache.h"
#include "ui/diagram/viewport.h"
#include "ui/shell/compare/compared_picture.h"

#include <QTimer>
#include <QWidget>

namespace snowmelt {

/// Two states of a fleet as one diagram, with what differs marked. Wheel and drag move it; double click shows all.
class CompareView final : public QWidget
{
    Q_OBJECT
public:
    explicit CompareView(QWidget* parent);

    void setPicture(std::shared_ptr<const ComparedPicture> picture);
    /// Laid out afresh and at once: for a part of a fleet, which takes no longer than a frame.
    void setComparison(const FleetComparison& comparison);
    /// Brings a part into sight and rings it; empty: none.
    void point(const QString& part);
    const Diagram& diagram() const { return m_picture->scene.diagram(); }
    const ComparisonMarks& marks() const { return m_picture->marks; }
    const Viewport& viewport() const { return m_viewport; }
    QString partAt(const QPoint& position) const; ///< empty: none

Q_SIGNALS:
    void partClicked(const QString& part);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void fit();
    void move(const Viewport& next);
    DiagramLook look() const;
    void paintPointed(QPainter* painter);
    void paintLegend(QPainter* painter);

    std::shared_ptr<const ComparedPicture> m_picture;
    FrameCache m_frame;
    QTimer m_ahead; ///< a sharp frame of a large fleet comes in pieces, some each turn of the event loop
    Viewport m_viewport;
    QString m_pointed;
    QPointF m_last;
    QPointF m_pressed;
    bool m_fitted = true;
};

} // namespace snowmelt
