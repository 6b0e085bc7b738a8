// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charts_view.h"

#include "models/document/fleet_document.h"
#include "ui/charts/time_chart.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QTimer>

namespace snowmelt {

namespace {

constexpr int chartCount = 4;
constexpr int redrawMs = 500;

} // namespace

ChartsView::ChartsView(FleetDocument* document, QWidget* parent)
    : QWidget(parent), m_document(document), m_pace(new QTimer(this))
{
    setObjectName(QStringLiteral("chartsView"));
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeCharts());
    m_pace->setSingleShot(true);
    m_pace->setInterval(redrawMs);
    connect(m_pace, &QTimer::timeout, this, [this] {
        if (m_stale && isVisible())
            redraw();
    });
    connect(document, &FleetDocument::deploymentChanged, this, &ChartsView::note);
    connect(document, &FleetDocument::opened, this, &ChartsView::note);
}

QWidget* ChartsView::makeCharts()
{
    auto* page = new QWidget(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(metric::unit);
    for (int i = 0; i < chartCount; ++i) {
        m_charts.append(new TimeChart(page));
        row->addWidget(m_charts.last(), 1);
    }
    m_foot =
        new QLabel(tr("As the balancer counts; p95 is of Snowmelt’s own probes. What these cannot see: clients that "
                      "never reached the balancer, and answers that are wrong but have status 200."),
                   page);
    m_foot->setObjectName(QStringLiteral("chartsFootnote"));
    m_foot->setFont(textFont(TextSize::Small));
    m_foot->setForegroundRole(QPalette::PlaceholderText); // the faint ink
    m_foot->setWordWrap(true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(metric::unit, metric::unit, metric::unit, metric::unit);
    column->setSpacing(metric::unit / 2);
    column->addLayout(row, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(metric::unit / 2, 0, 0, 0);
    foot->addWidget(m_foot);
    column->addLayout(foot);
    return page;
}

QWidget* ChartsView::makeEmpty()
{
    auto* page = new QWidget(this);
    m_empty = new QLabel(page);
    m_empty->setObjectName(QStringLiteral("chartsEmpty"));
    m_empty->setFont(textFont(TextSize::Normal));
    m_empty->setForegroundRole(QPalette::PlaceholderText); // the faint ink
    m_empty->setWordWrap(true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(2 * metric::unit, 2 * metric::unit, 2 * metric::unit, 2 * metric::unit);
    column->addWidget(m_empty);
    column->addStretch(1);
    return page;
}

/// The first change shows at once, those that follow within half a second together.
void ChartsView::note()
{
    m_stale = true;
    if (m_pace->isActive() || !isVisible())
        return;
    redraw();
}

void ChartsView::redraw()
{
    m_stale = false;
    m_pace->start();
    const DeploymentState* deployment = m_document->deployment();
    const QList<ChartData> charts = deployment ? chartsOf(*deployment) : QList<ChartData>();
    m_stack->setCurrentIndex(charts.isEmpty() ? 0 : 1);
    m_empty->setText(deployment && deployment->running()
                         ? tr("Nothing has been counted yet. The first numbers come with the next steps, one a second.")
                         : tr("Traffic shows here while a swap or a rebirth runs, and afterwards. Nothing has been "
                              "counted yet."));
    for (qsizetype i = 0; i < charts.size(); ++i)
        m_charts.at(i)->setData(charts.at(i));
}

void ChartsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        redraw();
}

} // namespace snowmelt
