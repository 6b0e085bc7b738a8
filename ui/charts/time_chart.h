// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/label_room.h"

#include <QtCharts/QChartView>

class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace snowmelt {

struct Theme;

/// One chart: lines with their names at their ends, and the moments that matter as upright dashes. The palette inks it.
class TimeChart final : public QChartView
{
    Q_OBJECT
public:
    explicit TimeChart(QWidget* parent = nullptr);
    void setData(const ChartData& data);
    const ChartData& data() const { return m_data; }
    QSize sizeHint() const override { return {280, 180}; }
    QSize minimumSizeHint() const override { return {150, 96}; }

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fillSeries();
    void style();
    void hideWords();
    void placePlot();
    void paintHead(QPainter* painter, const Theme& theme) const;
    void paintValues(QPainter* painter, const Theme& theme) const;
    void paintTimes(QPainter* painter, const Theme& theme) const;
    void paintMarks(QPainter* painter, LabelRoom& room, const Theme& theme) const;
    void paintEnds(QPainter* painter, LabelRoom& room, const Theme& theme) const;
    LabelRoom roomAmongLines() const;
    QPolygonF placesOf(const ChartLine& line) const;
    QPointF placeOf(const QPointF& value) const;
    QColor inkOf(const ChartLine& line, const Theme& theme) const;

    ChartData m_data;
    QDateTimeAxis* m_time;
    QValueAxis* m_value;
    QList<QLineSeries*> m_series;
};

} // namespace snowmelt
