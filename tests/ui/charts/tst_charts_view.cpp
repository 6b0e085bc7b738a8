// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charts_view.h"

#include "tests/ui/charts/traffic_sample.h"
#include "ui/charts/time_chart.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QGraphicsLineItem>
#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace snowmelt;

class TestChartsView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void emptyItSaysWhenItFills();
    void samplesBecomeFourCharts();
    void manyUpdatesAreFewRedraws();
    void aChangeOfAppearanceInksItAnew();
    void theGridFillsThePlotAfterAResize();
    void anHourIsFoldedSoon();
    void anHourIsPaintedSoon();

private:
    void begin();
    void count(int second);
    QList<TimeChart*> charts() const { return m_view->findChildren<TimeChart*>(); }

    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<ChartsView> m_view;
    const OperationId m_swap = QStringLiteral("s");
};

namespace {

/// Where the lines of a chart's values run, from the top.
QList<double> gridHeights(const TimeChart* chart)
{
    QList<double> heights;
    const QList<QGraphicsItem*> items = chart->scene()->items();
    for (const QGraphicsItem* item : items) {
        const auto* line = dynamic_cast<const QGraphicsLineItem*>(item);
        if (line && line->isVisible() && line->pen().color() == Theme::light().grid)
            heights.append(line->mapToScene(line->line().p1()).y());
    }
    std::sort(heights.begin(), heights.end());
    return heights;
}

} // namespace

void TestChartsView::init()
{
    m_document = std::make_unique<FleetDocument>();
    m_document->open(sample::blueprint());
    m_view = std::make_unique<ChartsView>(m_document.get());
    m_view->setPalette(Theme::light().palette());
    m_view->resize(1200, 240);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestChartsView::cleanup()
{
    m_view.reset();
    m_document.reset();
}

void TestChartsView::begin()
{
    m_document->apply({m_swap, sample::at(0), Started{QStringLiteral("swap"), QStringLiteral("shop"), {}}});
    m_document->apply({m_swap, sample::at(0), PlanMade{sample::swapPlan(m_swap)}});
}

void TestChartsView::count(int second)
{
    m_document->apply({m_swap, sample::at(second), sample::traffic(second + 1, 5).last().traffic});
}

void TestChartsView::emptyItSaysWhenItFills()
{
    auto* words = m_view->findChild<QLabel*>(QStringLiteral("chartsEmpty"));
    QVERIFY(words->isVisible());
    QVERIFY(words->text().contains(QStringLiteral("swap")));
    begin();
    QTRY_VERIFY(words->text().contains(QStringLiteral("one a second")));
}

void TestChartsView::samplesBecomeFourCharts()
{
    begin();
    for (int second = 0; second < 12; ++second)
        count(second);
    QTRY_VERIFY(charts().first()->isVisible());
    QTRY_COMPARE(charts().first()->data().lines.size(), 2);
    for (TimeChart* chart : charts()) {
        QVERIFY(!chart->accessibleName().isEmpty());
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("now")));
    }
    auto* foot = m_view->findChild<QLabel*>(QStringLiteral("chartsFootnote"));
    QVERIFY(foot->text().contains(QStringLiteral("cannot see")));
}

/// An hour of samples that arrives at once is drawn in a handful of pictures, each soon done.
void TestChartsView::manyUpdatesAreFewRedraws()
{
    begin();
    int drawn = 0;
    count(0);
    count(1);
    connect(charts().first()->scene(), &QGraphicsScene::changed, this, [&drawn] { ++drawn; });
    QElapsedTimer clock;
    clock.start();
    const QList<TrafficSample> hour = sample::traffic(3600, 1800);
    for (int second = 2; second < hour.size(); ++second) {
        m_document->apply({m_swap, sample::at(second), hour.at(second).traffic});
        if (second % 60 == 0)
            QCoreApplication::processEvents();
    }
    QTRY_COMPARE(m_document->deployment()->samples.size(), 3600);
    QTRY_COMPARE(charts().first()->data().to, sample::at(3599).toMSecsSinceEpoch());
    // Two a second, and one for each end of the wait.
    const qint64 most = clock.elapsed() / 500 + 2;
    QVERIFY2(drawn <= 3 * most, qPrintable(QStringLiteral("%1 > 3 × %2").arg(drawn).arg(most)));
}

void TestChartsView::aChangeOfAppearanceInksItAnew()
{
    begin();
    for (int second = 0; second < 8; ++second)
        count(second);
    QTRY_COMPARE(charts().first()->data().lines.size(), 2);
    const QImage light = m_view->grab().toImage();
    m_view->setPalette(Theme::darkTheme().palette());
    const QImage dark = m_view->grab().toImage();
    const QPoint corner(charts().first()->geometry().right() - 2, 60);
    QCOMPARE(QColor(light.pixel(corner)), Theme::light().panel);
    QCOMPARE(QColor(dark.pixel(corner)), Theme::darkTheme().panel);
}

/// The values need not change for that: a splitter that is dragged moves the plot alone.
void TestChartsView::theGridFillsThePlotAfterAResize()
{
    begin();
    for (int second = 0; second < 8; ++second)
        count(second);
    QTRY_COMPARE(charts().first()->data().lines.size(), 2);
    m_view->resize(1000, 400);
    QTRY_VERIFY(charts().first()->chart()->plotArea().height() > 250);
    for (const TimeChart* chart : charts()) {
        const QRectF plot = chart->chart()->plotArea();
        const QList<double> grid = gridHeights(chart);
        QVERIFY(!grid.isEmpty());
        QVERIFY(qAbs(grid.first() - plot.top()) < 1);
        QVERIFY(qAbs(grid.last() - plot.bottom()) < 1);
    }
}

/// Benchmarks: what the window's thread gives for one redraw of an hour, in figures and in paint.
void TestChartsView::anHourIsFoldedSoon()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::Bake);
    deployment.samples = sample::traffic(3600, 1800);
    QBENCHMARK
    {
        QCOMPARE(chartsOf(deployment).size(), 4);
    }
}

void TestChartsView::anHourIsPaintedSoon()
{
    begin();
    const QList<TrafficSample> hour = sample::traffic(3600, 1800);
    for (int second = 0; second < hour.size(); ++second)
        m_document->apply({m_swap, sample::at(second), hour.at(second).traffic});
    QTRY_COMPARE(charts().first()->data().to, sample::at(3599).toMSecsSinceEpoch());
    QBENCHMARK
    {
        QVERIFY(!m_view->grab().isNull());
    }
}

QTEST_MAIN(TestChartsView)
#include "tst_charts_view.moc"
