// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_chart.h"

#include "ui/theme/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QGraphicsLayout>
#include <QPainter>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace snowmelt {

namespace {

constexpr int headHeight = 26;
constexpr int axisHeight = 22;
constexpr int axisWidth = 42;
constexpr int edge = 12;
constexpr int labelHeight = 15;

/// Upright room for labels side by side: each goes to the first row in which it meets no other.
class LabelRows
{
public:
    QRectF place(QRectF wanted)
    {
        while (std::any_of(m_taken.cbegin(), m_taken.cend(), [&](const QRectF& one) { return one.intersects(wanted); }))
            wanted.translate(0, labelHeight);
        m_taken.append(wanted.adjusted(0, 0, gap, 0));
        return wanted;
    }

private:
    static constexpr double gap = 10; ///< two names side by side are not read as one
    QList<QRectF> m_taken;
};

} // namespace

TimeChart::TimeChart(QWidget* parent)
    : QChartView(new QChart, parent), m_time(new QDateTimeAxis(this)), m_value(new QValueAxis(this))
{
    setObjectName(QStringLiteral("timeChart"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::TabFocus);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_value, Qt::AlignLeft);
    m_time->setFormat(QStringLiteral("HH:mm:ss"));
    m_time->setTickCount(3);
    m_value->setTickCount(5);
    m_value->setLabelFormat(QStringLiteral("%.0f"));
    style();
}

void TimeChart::setData(const ChartData& data)
{
    m_data = data;
    m_time->setRange(QDateTime::fromMSecsSinceEpoch(data.from), QDateTime::fromMSecsSinceEpoch(data.to));
    m_value->setRange(0, data.top);
    fillSeries();
    setAccessibleName(data.title);
    setAccessibleDescription(data.summary);
    setToolTip(data.summary);
    scene()->update();
}

void TimeChart::fillSeries()
{
    while (m_series.size() > m_data.lines.size()) {
        chart()->removeSeries(m_series.last());
        delete m_series.takeLast();
    }
    while (m_series.size() < m_data.lines.size()) {
        auto* series = new QLineSeries;
        chart()->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_value);
        m_series.append(series);
    }
    for (qsizetype i = 0; i < m_series.size(); ++i)
        m_series.at(i)->replace(m_data.lines.at(i).points);
    style();
}

QColor TimeChart::inkOf(const ChartLine& line, const Theme& theme) const
{
    if (line.side == Side::Blue)
        return theme.blue;
    if (line.side == Side::Green)
        return theme.green;
    const bool bad = m_data.kind == ChartKind::Failed && !line.points.isEmpty() && line.points.last().y() > 0;
    return bad ? theme.red : theme.ink;
}

void TimeChart::style()
{
    const Theme& theme = Theme::of(palette());
    setBackgroundBrush(theme.panel);
    styleAxes(theme);
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const ChartLine& line = m_data.lines.at(i);
        QPen pen(inkOf(line, theme), line.thin ? 1.0 : 2.0);
        if (line.side == Side::Green)
            pen.setDashPattern(line.thin ? QList<qreal>{6, 4} : QList<qreal>{4, 2.5});
        pen.setCapStyle(Qt::FlatCap);
        m_series.at(i)->setPen(pen);
    }
}

void TimeChart::styleAxes(const Theme& theme)
{
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(m_time), static_cast<QAbstractAxis*>(m_value)}) {
        axis->setLabelsFont(textFont(TextSize::Small));
        axis->setLabelsColor(theme.faint);
        axis->setGridLinePen(QPen(theme.grid, 1));
    }
    m_time->setGridLineVisible(false);
    m_time->setLinePen(QPen(theme.control, 1));
    m_value->setLineVisible(false);
}

void TimeChart::placePlot()
{
    const QRectF room(axisWidth, headHeight, width() - axisWidth - edge, height() - headHeight - axisHeight);
    chart()->setPlotArea(room.width() > 20 && room.height() > 20 ? room : QRectF(axisWidth, headHeight, 20, 20));
}

void TimeChart::resizeEvent(QResizeEvent* event)
{
    placePlot(); // first: the chart lays its axes out as it is resized, and not again when its plot moves
    QChartView::resizeEvent(event);
}

void TimeChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        style();
}

QPointF TimeChart::placeOf(const QPointF& value) const
{
    const QRectF plot = chart()->plotArea();
    const double span = double(m_data.to - m_data.from);
    const double x = plot.left() + plot.width() * (value.x() - double(m_data.from)) / span;
    return {x, plot.bottom() - plot.height() * value.y() / m_data.top};
}

void TimeChart::drawForeground(QPainter* painter, const QRectF&)
{
    if (m_data.to <= m_data.from)
        return;
    const Theme& theme = Theme::of(palette());
    painter->save();
    painter->setTransform(QTransform()); // from here on in pixels of the view
    paintHead(painter, theme);
    paintMarks(painter, theme);
    paintLabels(painter, theme);
    painter->restore();
}

void TimeChart::paintHead(QPainter* painter, const Theme& theme) const
{
    const QRectF head(edge, 0, width() - 2 * edge, headHeight - 4);
    painter->setPen(theme.sub);
    painter->setFont(textFont(TextSize::Small));
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, m_data.unit);
    painter->setPen(theme.text);
    painter->setFont(textFont(TextSize::Normal, QFont::DemiBold));
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_data.title);
}

void TimeChart::paintMarks(QPainter* painter, const Theme& theme) const
{
    const QRectF plot = chart()->plotArea();
    QList<TimelineMark> shown;
    for (const TimelineMark& mark : m_data.marks) {
        const qint64 at = mark.at.toMSecsSinceEpoch();
        if (at < m_data.from || at > m_data.to)
            continue;
        shown.append(mark);
        const double x = placeOf({double(at), 0}).x();
        painter->setPen(QPen(theme.sub, 1, Qt::DashLine));
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    painter->setFont(textFont(TextSize::Small));
    painter->setPen(theme.sub);
    LabelRows rows;
    for (const TimelineMark& mark : shown) {
        const double x = placeOf({double(mark.at.toMSecsSinceEpoch()), 0}).x();
        const double words = painter->fontMetrics().horizontalAdvance(mark.name) + 2;
        const bool fits = x + 6 + words <= plot.right() + edge;
        const QRectF place(fits ? x + 6 : x - 6 - words, plot.top(), words, labelHeight);
        paintLabel(painter, rows.place(place), mark.name, theme);
    }
}

/// On paper of its own, so that no line runs through it.
void TimeChart::paintLabel(QPainter* painter, const QRectF& place, const QString& text, const Theme& theme) const
{
    painter->fillRect(place, theme.panel);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, text);
}

/// Above the end of its line; beside it where the line ends before the picture does.
void TimeChart::paintLabels(QPainter* painter, const Theme& theme) const
{
    const QRectF plot = chart()->plotArea();
    LabelRows rows;
    for (const ChartLine& line : m_data.lines) {
        if (line.points.isEmpty())
            continue;
        painter->setFont(textFont(TextSize::Small, line.thin ? QFont::Normal : QFont::Bold));
        const double words = painter->fontMetrics().horizontalAdvance(line.label) + 2;
        const QPointF end = placeOf(line.points.last());
        const bool reachesEdge = end.x() > plot.right() - words;
        const double left = reachesEdge ? plot.right() - words : end.x() + 4;
        const double top = reachesEdge ? end.y() - labelHeight - 5 : end.y() - labelHeight / 2.0;
        const double inside = qBound(plot.top(), top, plot.bottom() - labelHeight - 1);
        painter->setPen(inkOf(line, theme));
        paintLabel(painter, rows.place(QRectF(left, inside, words, labelHeight)), line.label, theme);
    }
}

} // namespace snowmelt
