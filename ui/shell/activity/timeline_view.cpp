// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity/timeline_view.h"

#include "models/document/fleet_document.h"
#include "ui/shell/activity/timeline_canvas.h"
#include "ui/shell/style/look.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int redrawInterval = 1000;

} // namespace

TimelineView::TimelineView(FleetDocument* document, QWidget* parent)
    : QWidget(parent), m_document(document), m_canvas(new TimelineCanvas)
{
    setObjectName(QStringLiteral("timelineView"));
    auto* empty = new QWidget(this);
    QVBoxLayout* words = makeColumn(empty);
    words->addWidget(
        makeLabel(tr("No deployment yet. While one runs, its steps and what people told it show here in time."),
                  TextSize::Normal, QFont::Normal, Ink::Faint, empty));
    words->addStretch(1);
    auto* page = new QWidget(this);
    auto* scroll = new QScrollArea(page);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_canvas);
    m_told = makeLabel({}, TextSize::Small, QFont::Normal, Ink::Sub, page);
    m_told->setObjectName(QStringLiteral("timelineTold"));
    elide(m_told);
    QVBoxLayout* column = makeColumn(page, 0);
    column->setContentsMargins(0, metric::unit / 2, 0, metric::unit / 2);
    column->setSpacing(metric::unit / 2);
    column->addWidget(scroll, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(2 * metric::unit, 0, 2 * metric::unit, 0);
    foot->addWidget(m_told);
    column->addLayout(foot);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(empty);
    m_stack->addWidget(page);

    connect(m_canvas, &TimelineCanvas::currentChanged, this, &TimelineView::tell);
    connect(document, &FleetDocument::deploymentChanged, this, &TimelineView::follow);
    connect(document, &FleetDocument::opened, this, &TimelineView::follow);
    auto* clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, [this] {
        const DeploymentState* deployment = m_document->deployment();
        if (deployment && deployment->running())
            follow();
    });
    clock->start(redrawInterval);
    tell({});
}

void TimelineView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void TimelineView::follow()
{
    if (!isVisible())
        return;
    const DeploymentState* deployment = m_document->deployment();
    const Timeline line = deployment ? timelineOf(*deployment, QDateTime::currentDateTimeUtc()) : Timeline();
    m_stack->setCurrentIndex(line.from.isValid() ? 1 : 0);
    m_canvas->setTimeline(line);
}

void TimelineView::tell(const QString& told)
{
    m_told->setText(told.isEmpty() ? tr("Point at a bar or a mark, or use the arrow keys, to read what it was.")
                                   : told);
}

} // namespace snowmelt
