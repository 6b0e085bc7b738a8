// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/replay_view.h"

#include "models/layout/layout_fleet.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/part_tip.h"
#include "ui/shell/style/look.h"

#include <QHelpEvent>
#include <QPainter>

namespace snowmelt {

namespace {

constexpr int border = 3;
constexpr qsizetype atOnce = 5 * workerFrom; ///< for all moments together: once, while the window opens

/// Of everything that is there at any of its marks.
QRectF boundsOf(const Replay& replay, LayoutRequest request, const LayoutStop& stop = {})
{
    QRectF bounds;
    for (const ReplayMark& mark : replay.marks()) {
        if (stop && stop())
            break;
        LaidOut laid =
            layoutFleet(request.blueprint, replay.at(mark.ms).fleet, request.arrangement, stop, request.ways);
        bounds |= laid.diagram.bounds;
        request.ways = std::move(laid.ways);
    }
    return bounds;
}

} // namespace

ReplayView::ReplayView(const Blueprint& blueprint, const Arrangement& arrangement, QWidget* parent)
    : QWidget(parent), m_blueprint(blueprint), m_arrangement(arrangement)
{
    setObjectName(QStringLiteral("replayView"));
    setMinimumSize(480, 320);
    connect(&m_layouts, &LayoutWorker::ready, this, [this] {
        if (std::optional<LayoutOutcome> outcome = m_layouts.take())
            adopt(std::move(*outcome));
    });
}

ReplayView::~ReplayView()
{
    m_closing->store(true);
}

LayoutRequest ReplayView::requestFor(const FleetState& fleet) const
{
    return {m_blueprint, fleet, m_arrangement, m_diagram, m_ways};
}

void ReplayView::setReplay(const Replay& replay)
{
    const LayoutRequest request = requestFor(replay.at(replay.durationMs()).fleet);
    m_measuring.forget();
    if (!request.isLong() && request.cost() * replay.marks().size() <= atOnce)
        return setBounds(boundsOf(replay, request));
    m_measuring.ask([this, replay, request, closing = m_closing]() -> SideWorker::Answer {
        const QRectF bounds = boundsOf(replay, request, [&closing] { return closing->load(); });
        return [this, bounds] { setBounds(bounds); };
    });
}

void ReplayView::showMoment(const ReplayMoment& moment)
{
    LayoutRequest request = requestFor(moment.fleet);
    if (request.isLong())
        return m_layouts.request(std::move(request));
    m_layouts.cancel();
    adopt(laidOut(request));
}

void ReplayView::adopt(LayoutOutcome outcome)
{
    m_ways = std::move(outcome.ways);
    if (*outcome.diagram == *m_diagram)
        return;
    m_diagram = std::move(outcome.diagram);
    if (m_measuring.busy()) // as much of it as is known
        setBounds(m_bounds | m_diagram->bounds);
    QStringList spoken;
    for (const DiagramBox& box : m_diagram->boxes)
        if (box.kind != BoxKind::Cell) // their group counts them
            spoken << Captions::spoken(box);
    setAccessibleDescription(spoken.join(u' '));
    update();
}

bool ReplayView::isLayingOut() const
{
    return m_layouts.busy() || m_measuring.busy();
}

void ReplayView::setBounds(const QRectF& bounds)
{
    m_bounds = bounds;
    fit();
}

void ReplayView::fit()
{
    m_viewport.fit(m_bounds, QSizeF(size()) - QSizeF(2 * border, 2 * border));
    m_viewport.origin += QPointF(border, border);
    update();
}

void ReplayView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool ReplayView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    showPartTip(*static_cast<QHelpEvent*>(event), *m_diagram, m_viewport, this);
    return true;
}

void ReplayView::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.canvas);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(m_viewport.transform(), true);
    DiagramLook look;
    look.theme = &theme;
    look.now = m_diagram->observedAt;
    m_painter.paint(&painter, *m_diagram, look);
    painter.restore();
    QPen pen(theme.ink, border, Qt::DashLine);
    pen.setDashPattern({4, 2});
    painter.setPen(pen);
    painter.drawRect(QRectF(rect()).adjusted(border / 2.0, border / 2.0, -border / 2.0, -border / 2.0));
}

} // namespace snowmelt
