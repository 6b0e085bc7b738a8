// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/drift_chart.h"

#include "models/wording/drift_history_wording.h"
#include "ui/charts/chart_data.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGraphicsLayout>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int countSteps = 4;
constexpr qint64 shortestSpan = 3600; ///< seconds: of a single scan

QString spanFormat(qint64 seconds)
{
    return seconds < 2 * 86400 ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd");
}

/// What the picture shows, in words.
QString summaryOf(const QList<DriftCount>& counts)
{
    if (counts.isEmpty())
        return {};
    const DriftCount& first = counts.constFirst();
    const DriftCount& last = counts.constLast();
    return DriftChart::tr("From %1 to %2: %3 differences at first, %4 at last, on %5 of %6 nodes.")
        .arg(momentText(first.at), momentText(last.at))
        .arg(first.differences)
        .arg(last.differences)
        .arg(last.differing)
        .arg(last.nodes);
}

} // namespace

DriftChart::DriftChart(QWidget* parent)
    : QChartView(new QChart, parent), m_differences(new QLineSeries), m_nodes(new QLineSeries),
      m_time(new QDateTimeAxis(this)), m_left(new QValueAxis(this)), m_right(new QValueAxis(this))
{
    setObjectName(QStringLiteral("driftChart"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::TabFocus);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({metric::unit, 0, metric::unit, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    m_differences->setName(tr("Differences"));
    m_nodes->setName(tr("Nodes that differ"));
    chart()->addSeries(m_differences);
    chart()->addSeries(m_nodes);
    addAxes();
    chart()->legend()->setAlignment(Qt::AlignTop);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    style();
}

void DriftChart::addAxes()
{
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_left, Qt::AlignLeft);
    chart()->addAxis(m_right, Qt::AlignRight);
    for (QLineSeries* series : {m_differences, m_nodes}) {
        series->attachAxis(m_time);
        series->attachAxis(series == m_nodes ? m_right : m_left);
        series->setPointsVisible(true);
    }
    for (QValueAxis* axis : {m_left, m_right}) {
        axis->setTickCount(countSteps + 1);
        axis->setLabelFormat(QStringLiteral("%d"));
    }
    m_right->setGridLineVisible(false);
    // Qt Charts leaves a title the room beside labels as wide as "...": beside "4" letters higher than Latin ones are
    // cut. Labels are HTML, and their format a C string: a blank that stays needs its name.
    m_right->setLabelFormat(QStringLiteral("&nbsp;%d&nbsp;&nbsp;&nbsp;"));
    m_left->setTitleText(tr("differences"));
    m_right->setTitleText(tr("nodes"));
}

void DriftChart::setCounts(const QList<DriftCount>& counts)
{
    QList<QPointF> differences;
    QList<QPointF> nodes;
    for (const DriftCount& count : counts) {
        const double at = double(count.at.toMSecsSinceEpoch());
        differences.append({at, double(count.differences)});
        nodes.append({at, double(count.differing)});
    }
    m_differences->replace(differences);
    m_nodes->replace(nodes);
    scale(counts);
    const QString summary = summaryOf(counts);
    setAccessibleName(tr("Drift over time"));
    setAccessibleDescription(summary);
    setToolTip(summary);
}

void DriftChart::scale(const QList<DriftCount>& counts)
{
    if (counts.isEmpty())
        return;
    int differences = 0;
    int nodes = 0;
    for (const DriftCount& count : counts) {
        differences = std::max(differences, count.differences);
        nodes = std::max(nodes, count.nodes);
    }
    m_left->setRange(0, roundTop(differences));
    m_right->setRange(0, roundTop(nodes));
    const QDateTime from = counts.constFirst().at;
    const QDateTime to = counts.constLast().at;
    // The first and the last point stand inside the plot.
    const qint64 span = std::max(shortestSpan, from.secsTo(to));
    const qint64 beside = (span - from.secsTo(to)) / 2 + span / 50;
    m_time->setRange(from.addSecs(-beside), to.addSecs(beside));
    m_time->setFormat(spanFormat(from.secsTo(to)));
    m_time->setTickCount(countSteps + 1);
}

void DriftChart::style()
{
    const Theme& theme = Theme::of(palette());
    setBackgroundBrush(theme.panel);
    m_differences->setPen(QPen(theme.drift, 2));
    QPen dashed(theme.ink, 1.5);
    dashed.setDashPattern({4, 2.5});
    m_nodes->setPen(dashed);
    chart()->legend()->setLabelColor(theme.sub);
    chart()->legend()->setFont(textFont(TextSize::Small));
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(m_time), static_cast<QAbstractAxis*>(m_left),
                                static_cast<QAbstractAxis*>(m_right)}) {
        axis->setLabelsColor(theme.sub);
        axis->setLabelsFont(textFont(TextSize::Small));
        axis->setTitleFont(textFont(TextSize::Small));
        axis->setTitleBrush(theme.sub);
        axis->setLinePen(QPen(theme.control, 1));
        axis->setGridLinePen(QPen(theme.grid, 1));
    }
    m_time->setGridLineVisible(false);
}

void DriftChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        style();
}

} // namespace snowmelt
