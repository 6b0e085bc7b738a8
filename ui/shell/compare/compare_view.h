// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/comparison_marks.h"
#include "ui/diagram/diagram_painter.h"
#include "ui/diagram/viewport.h"

#include <QWidget>

namespace snowmelt {

/// Two states of a fleet as one diagram, with what differs marked. Wheel and drag move it; double click shows all.
class CompareView final : public QWidget
{
    Q_OBJECT
public:
    explicit CompareView(QWidget* parent);

    void setComparison(const FleetComparison& comparison);
    /// Brings a part into sight and rings it; empty: none.
    void point(const QString& part);
    const Diagram& diagram() const { return m_diagram; }
    const Viewport& viewport() const { return m_viewport; }
    QString partAt(const QPoint& position) const; ///< empty: none

Q_SIGNALS:
    void partClicked(const QString& part);

protected:
    bool event(QEvent* event) override;
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
    void paintLegend(QPainter* painter);

    Diagram m_diagram;
    ComparisonMarks m_marks;
    DiagramPainter m_painter;
    Viewport m_viewport;
    QString m_pointed;
    QPointF m_last;
    QPointF m_pressed;
    bool m_fitted = true;
};

} // namespace snowmelt
