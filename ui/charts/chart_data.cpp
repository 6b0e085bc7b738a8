// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_data.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

/// More would not show: a chart is a few hundred pixels wide.
constexpr int mostPoints = 600;
constexpr qint64 leastSpanMs = 10'000;

class ChartWords
{
    Q_DECLARE_TR_FUNCTIONS(ChartWords)

public:
    static QString title(ChartKind kind)
    {
        switch (kind) {
        case ChartKind::Requests:
            return tr("Requests");
        case ChartKind::Failed:
            return tr("Failed");
        case ChartKind::Latency:
            return tr("Latency");
        case ChartKind::Sessions:
            return tr("Open sessions on blue");
        }
        return {};
    }
    static QString unit(ChartKind kind)
    {
        if (kind == ChartKind::Latency)
            return tr("ms");
        return kind == ChartKind::Sessions ? QString() : tr("per s");
    }
    //: p95 of our own probes, at the end of a thin line. %1 is B or G.
    static QString probe(const QString& side) { return tr("%1 p95").arg(side); }
    static QString letter(Side side)
    {
        //: Short for the blue side.
        if (side == Side::Blue)
            return tr("B");
        //: Short for the green side.
        return side == Side::Green ? tr("G") : QString();
    }
    static QString lineSummary(const ChartLine& line, const QString& name);
    static QString summary(const ChartData& chart, const QStringList& lines)
    {
        const QString head = chart.unit.isEmpty() ? chart.title : tr("%1, %2").arg(chart.title, chart.unit);
        QStringList marks;
        for (const TimelineMark& mark : chart.marks)
            marks << mark.told;
        return tr("%1, over %2: %3.").arg(head, durationText(chart.to - chart.from), lines.join(QStringLiteral("; "))) +
               (marks.isEmpty() ? QString() : QString(u' ' + marks.join(QStringLiteral("; ")) + u'.'));
    }
};

QString numberText(double value)
{
    return QLocale().toString(value, 'f', value > 0 && value < 10 && std::floor(value) != value ? 1 : 0);
}

QString ChartWords::lineSummary(const ChartLine& line, const QString& name)
{
    const auto lower = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
    const auto [least, most] = std::minmax_element(line.points.cbegin(), line.points.cend(), lower);
    const QString numbers = tr("now %1, lowest %2, highest %3")
                                .arg(numberText(line.points.last().y()), numberText(least->y()), numberText(most->y()));
    return name.isEmpty() ? numbers : tr("%1 %2").arg(name, numbers);
}

QString lineName(const ChartLine& line)
{
    return line.thin ? ChartWords::probe(sideText(line.side)) : sideText(line.side);
}

/// A side is only drawn while it has traffic, down to the first zero after it.
QList<QPointF> whileBusy(const QList<QPointF>& points)
{
    const auto busy = [](const QPointF& point) { return point.y() > 0; };
    const auto first = std::find_if(points.cbegin(), points.cend(), busy);
    if (first == points.cend())
        return {};
    const auto last = std::find_if(points.crbegin(), points.crend(), busy).base();
    const auto to = last == points.cend() ? last : last + 1;
    return QList<QPointF>(first, to);
}

template <typename Value>
QList<QPointF> pointsOf(const QList<TrafficSample>& samples, Value value)
{
    QList<QPointF> points;
    for (const TrafficSample& sample : samples) {
        if (const std::optional<double> y = value(sample.traffic))
            points.append({double(sample.at.toMSecsSinceEpoch()), *y});
    }
    return points;
}

/// The counters only grow; one that fell began anew.
QList<QPointF> failedRate(const QList<TrafficSample>& samples)
{
    QList<QPointF> points;
    for (qsizetype i = 1; i < samples.size(); ++i) {
        const qint64 ms = samples.at(i - 1).at.msecsTo(samples.at(i).at);
        const qint64 more = samples.at(i).traffic.failed - samples.at(i - 1).traffic.failed;
        if (ms > 0)
            points.append(
                {double(samples.at(i).at.toMSecsSinceEpoch()), double(std::max<qint64>(0, more)) * 1000 / ms});
    }
    return points;
}

SideTraffic sideOf(const TrafficCounted& traffic, Side side)
{
    return side == Side::Blue ? traffic.blue : traffic.green;
}

/// How long answers took is known while there are some.
std::optional<double> meanOf(const SideTraffic& side)
{
    return side.meanMs >= 0 && side.rate > 0 ? std::optional<double>(side.meanMs) : std::nullopt;
}

std::optional<double> probeOf(const SideTraffic& side)
{
    return side.probeP95 >= 0 ? std::optional<double>(side.probeP95) : std::nullopt;
}

void addLine(ChartData& chart, Side side, bool thin, const QList<QPointF>& points)
{
    if (points.isEmpty())
        return;
    ChartLine line;
    line.side = side;
    line.thin = thin;
    line.points = decimated(points, mostPoints);
    const QString letter = ChartWords::letter(side);
    const QString head = thin ? ChartWords::probe(letter) : letter;
    const QString value = numberText(points.last().y());
    line.label = head.isEmpty() || chart.kind == ChartKind::Sessions ? value : QString(head + u' ' + value);
    chart.lines.append(line);
}

void addLines(ChartData& chart, const QList<TrafficSample>& samples)
{
    using Traffic = TrafficCounted;
    if (chart.kind == ChartKind::Failed)
        return addLine(chart, Side::None, false, failedRate(samples));
    if (chart.kind == ChartKind::Sessions)
        return addLine(chart, Side::Blue, false,
                       pointsOf(samples, [](const Traffic& t) { return std::optional<double>(t.blue.sessions); }));
    for (const Side side : {Side::Blue, Side::Green}) {
        const auto rate = [side](const Traffic& t) { return std::optional<double>(sideOf(t, side).rate); };
        if (chart.kind == ChartKind::Requests) {
            addLine(chart, side, false, whileBusy(pointsOf(samples, rate)));
            continue;
        }
        addLine(chart, side, false, pointsOf(samples, [side](const Traffic& t) { return meanOf(sideOf(t, side)); }));
        addLine(chart, side, true, pointsOf(samples, [side](const Traffic& t) { return probeOf(sideOf(t, side)); }));
    }
}

double highest(const ChartData& chart)
{
    double most = 0;
    for (const ChartLine& line : chart.lines)
        for (const QPointF& point : line.points)
            most = std::max(most, point.y());
    return most;
}

ChartData chartOf(ChartKind kind, const DeploymentState& deployment)
{
    ChartData chart;
    chart.kind = kind;
    chart.title = ChartWords::title(kind);
    chart.unit = ChartWords::unit(kind);
    chart.from = deployment.samples.first().at.toMSecsSinceEpoch();
    chart.to = std::max(deployment.samples.last().at.toMSecsSinceEpoch(), chart.from + leastSpanMs);
    chart.marks = turningPoints(deployment);
    addLines(chart, deployment.samples);
    // Room above the highest for the labels of the marks and of the lines.
    chart.top = roundTop(highest(chart) * 1.15);
    QStringList lines;
    for (const ChartLine& line : chart.lines)
        lines << ChartWords::lineSummary(line, lineName(line));
    chart.summary = ChartWords::summary(chart, lines);
    return chart;
}

} // namespace

QList<ChartData> chartsOf(const DeploymentState& deployment)
{
    if (deployment.samples.size() < 2)
        return {};
    QList<ChartData> charts;
    for (const ChartKind kind : {ChartKind::Requests, ChartKind::Failed, ChartKind::Latency, ChartKind::Sessions})
        charts.append(chartOf(kind, deployment));
    return charts;
}

QList<QPointF> decimated(const QList<QPointF>& points, int most)
{
    if (points.size() <= most)
        return points;
    const auto lower = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
    const qsizetype buckets = most / 2;
    QList<QPointF> kept;
    kept.reserve(most);
    for (qsizetype bucket = 0; bucket < buckets; ++bucket) {
        const auto from = points.cbegin() + bucket * points.size() / buckets;
        const auto to = points.cbegin() + (bucket + 1) * points.size() / buckets;
        const auto [least, highestOne] = std::minmax_element(from, to, lower);
        kept.append(*std::min(least, highestOne));
        kept.append(*std::max(least, highestOne));
    }
    kept.last() = points.last(); // what its label says
    return kept;
}

QList<qint64> timeTicks(qint64 from, qint64 to, int most)
{
    const qint64 step = tickMs(to - from, most);
    QList<qint64> ticks;
    for (qint64 at = (from + step - 1) / step * step; at <= to; at += step)
        ticks.append(at);
    return ticks;
}

double roundTop(double value)
{
    if (value <= 4)
        return 4;
    const double magnitude = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.2, 1.6, 2.0, 2.4, 3.2, 4.0, 6.0, 8.0}) {
        const double top = step * magnitude;
        if (top >= value && std::fmod(top, 4.0) == 0)
            return top;
    }
    return magnitude * 10 < 20 ? 20 : magnitude * 10;
}

} // namespace snowmelt
