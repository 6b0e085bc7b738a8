// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_chart.h"

#include "models/items/way_back.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLocale>
#include <QPainter>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr int titleHeight = 3 * metric::unit;
/// The number at the top of the axis stands half above it, and clear of the title.
constexpr int headHeight = titleHeight + 3 * metric::unit / 2;
constexpr int axisHeight = 22;
constexpr int axisWidth = 42;
constexpr int edge = 12;
constexpr int tick = metric::unit / 2; ///< how far a tick reaches out of the plot
constexpr int valueSteps = 4;          ///< between the numbers of a chart

QSizeF roomOf(const QPainter& painter, const QString& text)
{
    const QFontMetricsF metrics = painter.fontMetrics();
    return {metrics.horizontalAdvance(text) + 2, metrics.height()};
}

/// On paper of its own, so that the grid does not run through it; but no paper covers a line that means something.
void paintWords(QPainter* painter, const LabelRoom::Place& place, const QString& text, const Theme& theme)
{
    if (place.isFree)
        painter->fillRect(place.rect, theme.panel);
    painter->drawText(place.rect, Qt::AlignVCenter | Qt::AlignLeft, text);
}

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
    m_value->setTickCount(valueSteps + 1);
    hideWords();
    style();
}

/// Numbers and times are painted here: QtCharts leaves them out where its own measure of the room beside a plot area
/// that was set says so.
void TimeChart::hideWords()
{
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(m_time), static_cast<QAbstractAxis*>(m_value)}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
    }
    m_time->setGridLineVisible(false);
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
    m_value->setGridLinePen(QPen(theme.grid, 1));
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const ChartLine& line = m_data.lines.at(i);
        QPen pen(inkOf(line, theme), line.thin ? 1.0 : 2.0);
        if (line.side == Side::Green)
            pen.setDashPattern(line.thin ? QList<qreal>{6, 4} : QList<qreal>{4, 2.5});
        pen.setCapStyle(Qt::FlatCap);
        m_series.at(i)->setPen(pen);
    }
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
    painter->setFont(textFont(TextSize::Small));
    paintValues(painter, theme);
    paintTimes(painter, theme);
    LabelRoom room = roomAmongLines();
    paintMarks(painter, room, theme);
    paintEnds(painter, room, theme);
    painter->restore();
}

void TimeChart::paintHead(QPainter* painter, const Theme& theme) const
{
    const QRectF head(edge, 0, width() - 2 * edge, titleHeight);
    painter->setPen(theme.sub);
    painter->setFont(textFont(TextSize::Small));
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, m_data.unit);
    painter->setPen(theme.text);
    painter->setFont(textFont(TextSize::Normal, QFont::DemiBold));
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_data.title);
}

void TimeChart::paintValues(QPainter* painter, const Theme& theme) const
{
    const double height = painter->fontMetrics().height();
    painter->setPen(theme.faint);
    for (int step = 0; step <= valueSteps; ++step) {
        const double value = m_data.top * step / valueSteps;
        const QRectF place(0, placeOf({double(m_data.from), value}).y() - height / 2, axisWidth - tick - 2, height);
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                          QLocale().toString(qRound64(value)));
    }
}

/// The base line is just below the plot, where it hides no line that runs along zero.
void TimeChart::paintTimes(QPainter* painter, const Theme& theme) const
{
    const QRectF plot = chart()->plotArea();
    const double base = std::round(plot.bottom()) + 1.5;
    const QSizeF words = roomOf(*painter, QStringLiteral("00:00:00"));
    const int most = std::max(2, int(plot.width() / (words.width() + 3 * metric::unit)));
    painter->setPen(QPen(theme.control, 1));
    painter->drawLine(QPointF(plot.left(), base), QPointF(plot.right(), base));
    for (const qint64 at : timeTicks(m_data.from, m_data.to, most)) {
        const double x = placeOf({double(at), 0}).x();
        painter->setPen(QPen(theme.control, 1));
        painter->drawLine(QPointF(x, base), QPointF(x, base + tick));
        const double left = std::min(x - words.width() / 2, width() - words.width());
        painter->setPen(theme.faint);
        painter->drawText(QRectF(QPointF(left, base + tick), words), Qt::AlignCenter,
                          clockSeconds(QDateTime::fromMSecsSinceEpoch(at)));
    }
}

QPolygonF TimeChart::placesOf(const ChartLine& line) const
{
    QPolygonF places;
    places.reserve(line.points.size());
    for (const QPointF& point : line.points)
        places.append(placeOf(point));
    return places;
}

LabelRoom TimeChart::roomAmongLines() const
{
    LabelRoom room(chart()->plotArea());
    for (const ChartLine& line : m_data.lines)
        room.addLine(placesOf(line));
    return room;
}

void TimeChart::paintMarks(QPainter* painter, LabelRoom& room, const Theme& theme) const
{
    for (const TimelineMark& mark : m_data.marks) {
        const qint64 at = mark.at.toMSecsSinceEpoch();
        if (at < m_data.from || at > m_data.to)
            continue;
        const LabelRoom::Flag flag = room.placeFlag(placeOf({double(at), 0}).x(), roomOf(*painter, mark.name));
        painter->setPen(QPen(theme.sub, 1, Qt::DashLine));
        painter->drawLine(flag.mast);
        painter->setPen(theme.sub);
        paintWords(painter, flag.name, mark.name, theme);
    }
}

void TimeChart::paintEnds(QPainter* painter, LabelRoom& room, const Theme& theme) const
{
    QList<ChartLine> lines = m_data.lines;
    const auto higher = [](const ChartLine& a, const ChartLine& b) {
        return a.points.last().y() > b.points.last().y();
    };
    erase_if(lines, [](const ChartLine& line) { return line.points.isEmpty(); });
    std::stable_sort(lines.begin(), lines.end(), higher);
    for (const ChartLine& line : std::as_const(lines)) {
        painter->setFont(textFont(TextSize::Small, line.thin ? QFont::Normal : QFont::Bold));
        painter->setPen(inkOf(line, theme));
        const QPointF end = placeOf(line.points.last());
        paintWords(painter, room.placeAtEnd(end, roomOf(*painter, line.label)), line.label, theme);
    }
}

} // namespace snowmelt
