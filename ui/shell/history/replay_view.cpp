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

} // namespace

ReplayView::ReplayView(const Blueprint& blueprint, QWidget* parent) : QWidget(parent), m_blueprint(blueprint)
{
    setObjectName(QStringLiteral("replayView"));
    setMinimumSize(480, 320);
}

void ReplayView::setReplay(const Replay& replay)
{
    m_bounds = {};
    for (const ReplayMark& mark : replay.marks())
        m_bounds |= layoutFleet(m_blueprint, replay.at(mark.ms).fleet).bounds;
    fit();
}

void ReplayView::showMoment(const ReplayMoment& moment)
{
    Diagram next = layoutFleet(m_blueprint, moment.fleet);
    m_at = moment.at;
    if (next == m_diagram)
        return;
    m_diagram = std::move(next);
    QStringList spoken;
    for (const DiagramBox& box : std::as_const(m_diagram.boxes))
        spoken << Captions::spoken(box);
    setAccessibleDescription(spoken.join(u' '));
    update();
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
    showPartTip(*static_cast<QHelpEvent*>(event), m_diagram, m_viewport, this);
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
    look.now = m_at;
    m_painter.paint(&painter, m_diagram, look);
    painter.restore();
    QPen pen(theme.ink, border, Qt::DashLine);
    pen.setDashPattern({4, 2});
    painter.setPen(pen);
    painter.drawRect(QRectF(rect()).adjusted(border / 2.0, border / 2.0, -border / 2.0, -border / 2.0));
}

} // namespace snowmelt
