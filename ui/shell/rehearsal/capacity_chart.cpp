// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/capacity_chart.h"

#include "ui/shell/rehearsal/rehearsal_words.h"
#include "ui/shell/rehearsal/stop_scale.h"
#include "ui/shell/style/look.h"

#include <QPainter>
#include <QPainterPath>

namespace snowmelt {

namespace {

constexpr double roomAbove = 8;
constexpr double roomBelow = 6;
constexpr int axisGap = 4;

QPainterPath areaUnder(const QPolygonF& line, double floor)
{
    QPainterPath area;
    area.moveTo(line.first().x(), floor);
    for (const QPointF& point : line)
        area.lineTo(point);
    area.lineTo(line.last().x(), floor);
    area.closeSubpath();
    return area;
}

} // namespace

CapacityChart::CapacityChart(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CapacityChart::setCapacity(const Capacity& capacity)
{
    m_capacity = capacity;
    setAccessibleDescription(capacity.isKnown() ? RehearsalWords::capacity(capacity) : QString());
    update();
}

void CapacityChart::setStep(int step)
{
    m_step = step;
    update();
}

void CapacityChart::setLead(int lead)
{
    m_lead = lead;
    update();
}

double CapacityChart::x(double stop) const
{
    return m_lead + StopScale{int(m_capacity.nodes.size()), double(width() - m_lead)}.x(stop);
}

double CapacityChart::y(double nodes) const
{
    const double span = height() - roomAbove - roomBelow;
    const int top = qMax(1, qMax(m_capacity.most(), m_capacity.size));
    return height() - roomBelow - span * nodes / top;
}

/// A step changes the count on its way, so the line goes up or down between two stops.
QPolygonF CapacityChart::stairs(const QList<int>& values) const
{
    QPolygonF line;
    for (int i = 0; i < values.size(); ++i) {
        line << QPointF(x(i == 0 ? 0 : i - 0.5), y(values.at(i)));
        line << QPointF(x(i + 1 == values.size() ? i : i + 0.5), y(values.at(i)));
    }
    return line;
}

void CapacityChart::paintAxis(QPainter& painter) const
{
    const Theme& theme = themeOf(this);
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.faint);
    const int high = painter.fontMetrics().height();
    QList<int> marks{m_capacity.size};
    if (qAbs(y(m_capacity.most()) - y(m_capacity.size)) >= high)
        marks.append(m_capacity.most());
    for (const int mark : marks) {
        const QRectF place(0, y(mark) - high / 2.0, x(0) - axisGap, high);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, QString::number(mark));
    }
}

void CapacityChart::paintGaps(QPainter& painter) const
{
    const Theme& theme = themeOf(this);
    for (int i = 0; i < m_capacity.serving.size(); ++i) {
        if (m_capacity.serving.at(i) >= m_capacity.size)
            continue;
        const double left = x(qMax(0.0, i - 0.5));
        const double right = x(qMin(double(m_capacity.serving.size() - 1), i + 0.5));
        const double top = y(m_capacity.size);
        painter.fillRect(QRectF(left, top, right - left, y(m_capacity.serving.at(i)) - top), theme.amberTint);
    }
}

void CapacityChart::paintEvent(QPaintEvent*)
{
    if (!m_capacity.isKnown())
        return;
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPolygonF nodes = stairs(m_capacity.nodes);
    const QPolygonF serving = stairs(m_capacity.serving);
    painter.fillPath(areaUnder(nodes, y(0)), theme.group);
    painter.fillPath(areaUnder(serving, y(0)), theme.selection);
    paintGaps(painter);
    painter.setPen(QPen(theme.control, 1));
    painter.drawLine(QPointF(x(m_step), roomAbove / 2), QPointF(x(m_step), y(0)));
    painter.setPen(QPen(theme.ink, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolyline(nodes);
    painter.setPen(QPen(theme.amber, 1.5, Qt::DashLine, Qt::FlatCap));
    painter.drawLine(QPointF(x(0), y(m_capacity.size)),
                     QPointF(x(double(m_capacity.nodes.size() - 1)), y(m_capacity.size)));
    paintAxis(painter);
}

} // namespace snowmelt
