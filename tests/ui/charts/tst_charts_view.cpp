// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charts_view.h"

#include "models/items/deployment_clock.h"
#include "tests/ui/charts/traffic_sample.h"
#include "ui/charts/time_chart.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QTest>

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

/// Benchmarks: what the window's thread gives for one redraw of an hour, in figures and in paint.
void TestChartsView::anHourIsFoldedSoon()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::Bake);
    deployment.samples = sample::traffic(3600, 1800);
    QBENCHMARK
    {
        QCOMPARE(chartsOf(deployment, {}).size(), 4);
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
