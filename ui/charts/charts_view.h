// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTimer;

namespace snowmelt {

class FleetDocument;
class TimeChart;

/// The traffic of the deployment under way or just ended, in four charts side by side, and what the counters behind
/// them cannot see. Redrawn at most twice a second, and only while it shows.
class ChartsView final : public QWidget
{
    Q_OBJECT
public:
    explicit ChartsView(FleetDocument* document, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeCharts();
    QWidget* makeEmpty();
    void note();
    void redraw();

    FleetDocument* m_document;
    QStackedLayout* m_stack;
    QLabel* m_empty = nullptr;
    QLabel* m_foot = nullptr;
    QList<TimeChart*> m_charts;
    QTimer* m_pace;
    bool m_stale = true;
};

} // namespace snowmelt
