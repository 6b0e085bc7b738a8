// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_data.h"

#include "tests/ui/charts/traffic_sample.h"

#include <QTest>

#include <algorithm>

using namespace snowmelt;

class TestChartData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beforeTheSecondSampleThereIsNothing();
    void eachSideIsDrawnWhileItHasTraffic();
    void failuresAreCountedPerSecond();
    void whatIsNotKnownIsNotDrawn();
    void anHourStaysFewPointsAndKeepsItsPeaks();
    void theTopIsRoundAndAboveAll_data();
    void theTopIsRoundAndAboveAll();
    void theSummarySaysWhatThePictureShows();
    void timesAreRoundAndFew_data();
    void timesAreRoundAndFew();
};

namespace {

DeploymentState withTraffic(int seconds, int switchAt)
{
    DeploymentState deployment = sample::deploymentAt(StepKind::DrainBlue);
    deployment.samples = sample::traffic(seconds, switchAt);
    return deployment;
}

ChartData chart(ChartKind kind, const DeploymentState& deployment)
{
    return chartsOf(deployment).at(int(kind));
}

} // namespace

void TestChartData::beforeTheSecondSampleThereIsNothing()
{
    QVERIFY(chartsOf(withTraffic(0, 0)).isEmpty());
    QVERIFY(chartsOf(withTraffic(1, 0)).isEmpty());
    QCOMPARE(chartsOf(withTraffic(2, 1)).size(), 4);
}

void TestChartData::eachSideIsDrawnWhileItHasTraffic()
{
    const ChartData requests = chart(ChartKind::Requests, withTraffic(20, 8));
    QCOMPARE(requests.lines.size(), 2);
    QCOMPARE(requests.lines.at(0).side, Side::Blue);
    QCOMPARE(requests.lines.at(0).points.size(), 9); // eight with traffic, and the first zero
    QCOMPARE(requests.lines.at(0).label, QStringLiteral("B 0"));
    QCOMPARE(requests.lines.at(1).side, Side::Green);
    QCOMPARE(requests.lines.at(1).points.size(), 12);
    QVERIFY(requests.lines.at(1).label.startsWith(QStringLiteral("G 1")));
    QCOMPARE(requests.marks.size(), 2);
}

void TestChartData::failuresAreCountedPerSecond()
{
    DeploymentState deployment = withTraffic(4, 9);
    deployment.samples[2].traffic.failed = 6;
    deployment.samples[3].traffic.failed = 6;
    const ChartData failed = chart(ChartKind::Failed, deployment);
    QCOMPARE(failed.lines.size(), 1);
    QCOMPARE(failed.lines.first().points.at(1).y(), 6.0);
    QCOMPARE(failed.lines.first().points.at(2).y(), 0.0);
    deployment.samples[3].traffic.failed = 0; // the balancer was restarted
    QCOMPARE(chart(ChartKind::Failed, deployment).lines.first().points.at(2).y(), 0.0);
}

void TestChartData::whatIsNotKnownIsNotDrawn()
{
    DeploymentState deployment = withTraffic(6, 9);
    const ChartData latency = chart(ChartKind::Latency, deployment);
    QCOMPARE(latency.lines.size(), 2); // blue's mean and its probes; green has said nothing
    for (const ChartLine& line : latency.lines)
        QCOMPARE(line.side, Side::Blue);
    for (TrafficSample& one : deployment.samples)
        one.traffic.blue.rate = 0;
    QCOMPARE(chart(ChartKind::Latency, deployment).lines.size(), 1); // no answers, so no mean of them
}

void TestChartData::anHourStaysFewPointsAndKeepsItsPeaks()
{
    QList<QPointF> points;
    for (int i = 0; i < 3600; ++i)
        points.append({double(i), i == 1234 ? 900.0 : i == 2345 ? 0.0 : 100.0});
    const QList<QPointF> few = decimated(points, 600);
    QVERIFY(few.size() <= 600);
    const auto byValue = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
    QCOMPARE(std::max_element(few.cbegin(), few.cend(), byValue)->y(), 900.0);
    QCOMPARE(std::min_element(few.cbegin(), few.cend(), byValue)->y(), 0.0);
    QVERIFY(std::is_sorted(few.cbegin(), few.cend(), [](auto& a, auto& b) { return a.x() < b.x(); }));
    QCOMPARE(few.last(), points.last());
    for (const ChartData& data : chartsOf(withTraffic(3600, 1800)))
        for (const ChartLine& line : data.lines)
            QVERIFY(line.points.size() <= 600);
}

void TestChartData::theTopIsRoundAndAboveAll_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("top");
    QTest::newRow("nothing") << 0.0 << 4.0;
    QTest::newRow("few") << 3.2 << 4.0;
    QTest::newRow("sessions") << 13.8 << 16.0;
    QTest::newRow("requests") << 142.6 << 160.0;
    QTest::newRow("more") << 350.0 << 400.0;
    QTest::newRow("many") << 9100.0 << 10000.0;
    QTest::newRow("five") << 5.0 << 8.0;
    QTest::newRow("nine") << 9.0 << 20.0;
}

void TestChartData::theTopIsRoundAndAboveAll()
{
    QFETCH(double, value);
    QTEST(roundTop(value), "top");
    QVERIFY(roundTop(value) >= value);
}

void TestChartData::theSummarySaysWhatThePictureShows()
{
    const QString text = chart(ChartKind::Requests, withTraffic(20, 8)).summary;
    QVERIFY2(text.contains(QStringLiteral("blue now 0")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("highest 124")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("switch")), qPrintable(text));
}

void TestChartData::timesAreRoundAndFew_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<int>("most");
    QTest::addColumn<QList<qint64>>("ticks");
    QTest::newRow("seconds") << qint64(12'300) << qint64(30'300) << 4 << QList<qint64>{15'000, 20'000, 25'000, 30'000};
    QTest::newRow("from a round one") << qint64(20'000) << qint64(30'000) << 3 << QList<qint64>{20'000, 25'000, 30'000};
    QTest::newRow("an hour") << qint64(1) << qint64(3'600'000) << 3 << QList<qint64>{1'800'000, 3'600'000};
}

void TestChartData::timesAreRoundAndFew()
{
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(int, most);
    QTEST(timeTicks(from, to, most), "ticks");
}

QTEST_GUILESS_MAIN(TestChartData)
#include "tst_chart_data.moc"
