// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift_history.h"

#include <QtCharts/QChartView>

class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace snowmelt {

/// How one group differed over time: its differences in violet and, dashed and with an axis of its own, the nodes that
/// have any. A point is a scan; local time. The palette inks it.
class DriftChart final : public QChartView
{
    Q_OBJECT
public:
    explicit DriftChart(QWidget* parent = nullptr);
    /// Of one group, by time.
    void setCounts(const QList<DriftCount>& counts);
    QSize sizeHint() const override { return {480, 220}; }
    QSize minimumSizeHint() const override { return {260, 140}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void addAxes();
    void scale(const QList<DriftCount>& counts);
    void style();

    QLineSeries* m_differences;
    QLineSeries* m_nodes;
    QDateTimeAxis* m_time;
    QValueAxis* m_left;
    QValueAxis* m_right;
};

} // namespace snowmelt
