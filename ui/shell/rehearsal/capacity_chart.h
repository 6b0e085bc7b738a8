// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/rehearsal/capacity.h"

#include <QWidget>

namespace snowmelt {

/// Nodes that exist and nodes that serve, step by step, over the stops of a slider of the same width. The dashed line
/// is the group's size; where fewer serve, the gap is amber.
class CapacityChart final : public QWidget
{
    Q_OBJECT
public:
    explicit CapacityChart(QWidget* parent = nullptr);
    void setCapacity(const Capacity& capacity);
    void setStep(int step);
    void setLead(int lead); ///< where the slider begins, from the left
    QSize sizeHint() const override { return {320, 72}; }
    QSize minimumSizeHint() const override { return {160, 64}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPolygonF stairs(const QList<int>& values) const;
    void paintAxis(QPainter& painter) const;
    void paintGaps(QPainter& painter) const;
    double x(double stop) const;
    double y(double nodes) const;

    Capacity m_capacity;
    int m_step = 0;
    int m_lead = 0;
};

} // namespace snowmelt
