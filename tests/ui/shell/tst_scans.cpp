// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/domain/drift/scan_age.h"
#include "models/wording/wording.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/shop_stage.h"
#include "ui/shell/frame/attention.h"
#include "ui/shell/scans/drift_attention.h"
#include "ui/shell/scans/drift_news.h"
#include "ui/shell/scans/scan_words.h"

#include <QTabWidget>

using namespace snowmelt;

namespace {

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

QList<ScanDue> due(const QDateTime& now)
{
    return {{u"edge"_qs, now.addSecs(600), 0},
            {u"web-1"_qs, now.addSecs(120), 0},
            {u"web-2"_qs, now.addSecs(1800), 1},
            {u"web-3"_qs, now.addSecs(3600), 3}};
}

/// "title | text → what a click shows", or nothing.
QString told(DriftNews& news)
{
    const std::optional<DesktopCall> call = news.take();
    return call ? QString(call->title + u" | " + call->text + u" → " + call->group) : QString();
}

} // namespace

/// Scans that are made by themselves, in the window.
class TestScans : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(installTranslator(QLocale(QLocale::English)));
    }
    void init() { m_stage.reset(); }
    void cleanup() { m_stage.reset(); }

    void theLineSaysWhenAndWhoWasNotReached();
    void newsComeOnceAndTogether();
    void whatIsOldIsNotShownAsFresh();
    void offAtFirstAndRemembered();
    void theStateShowsBelowTheFleet();
    void theAgeIsInTheInspector();
    void whatByItselfFoundCallsOnce();

private:
    void chooseInterval(const char* name)
    {
        QMenuBar* bar = m_stage->window->findChild<QMenuBar*>();
        auto* fleet = bar->findChild<QMenu*>(QStringLiteral("fleetMenu"));
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(fleet->menuAction()).center());
        QTRY_VERIFY(fleet->isVisible());
        auto* choices = fleet->findChild<QMenu*>(QStringLiteral("scanMenu"));
        QTest::mouseClick(fleet, Qt::LeftButton, {}, fleet->actionGeometry(choices->menuAction()).center());
        QTRY_VERIFY(choices->isVisible());
        QTest::mouseClick(choices, Qt::LeftButton, {}, choices->actionGeometry(m_stage->action(name)).center());
        QTRY_VERIFY(!choices->isVisible());
    }
    OperationId watch() const { return m_stage->operations.lastOf<WatchIntent>(); }
    int asked() const { return m_stage->operations.intent<WatchIntent>(watch()).scanSeconds; }
    FleetDocument* document() const { return m_stage->window->findChild<FleetDocument*>(); }

    std::unique_ptr<ShopStage> m_stage;
};

void TestScans::theLineSaysWhenAndWhoWasNotReached()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QCOMPARE(ScanWords::schedule(900, {}, now), u"Scans every 15 min"_qs);
    QCOMPARE(ScanWords::unreached({}, now), QString());
    const QList<ScanDue> scans = due(now);
    QVERIFY(ScanWords::schedule(900, scans, now).startsWith(u"Scans every 15 min · next "_qs));
    QCOMPARE(ScanWords::schedule(900, scans, now.addSecs(121)), u"Scans every 15 min · scanning now"_qs);
    QVERIFY(ScanWords::unreached(scans, now).startsWith(u"2 nodes not reached, tried again at "_qs));
    QCOMPARE(ScanWords::unreached(scans, now.addSecs(1801)), u"2 nodes not reached, being tried again"_qs);
    QCOMPARE(ScanWords::unreachedNames(scans), u"web-2, web-3"_qs);
}

void TestScans::newsComeOnceAndTogether()
{
    DriftNews news;
    const QString web = u"web"_qs;
    news.know(u"web-1"_qs, true); // from before
    news.found(u"web-1"_qs, web, true);
    QCOMPARE(told(news), QString());
    news.found(u"web-2"_qs, web, true);
    QCOMPARE(told(news), u"web-2 drifted | web-2 → web-2"_qs);
    news.found(u"web-2"_qs, web, true);
    QCOMPARE(told(news), QString());
    news.found(u"web-2"_qs, web, false);
    QCOMPARE(told(news), QString());
    for (const QString& node : {u"web-2"_qs, u"web-3"_qs, u"web-4"_qs})
        news.found(node, web, true);
    QCOMPARE(told(news), u"3 nodes drifted | web-2, web-3, web-4 → web"_qs);
    news.found(u"web-5"_qs, web, true);
    news.found(u"web-5"_qs, web, false); // gone again before anybody was told
    QVERIFY(!news.isAny());

    news.lost(u"web-1"_qs, web);
    news.lost(u"web-1"_qs, web);
    QCOMPARE(told(news), u"web-1 cannot be scanned | web-1 → web-1"_qs);
    news.lost(u"web-1"_qs, web);
    QCOMPARE(told(news), QString());
    news.found(u"web-1"_qs, web, true);
    QCOMPARE(told(news), QString()); // it differed before it was lost
    news.lost(u"web-1"_qs, web);
    news.lost(u"edge"_qs, u"edge"_qs);
    news.found(u"api-1"_qs, u"api"_qs, true);
    QCOMPARE(told(news), u"api-1 drifted | api-1. 2 nodes cannot be scanned: edge, web-1 → api-1"_qs);
}

void TestScans::whatIsOldIsNotShownAsFresh()
{
    QVERIFY(!isOldScan(noon, noon.addSecs(86'400), 0));
    QVERIFY(isOldScan(noon, noon.addSecs(86'401), 0));
    QVERIFY(!isOldScan(noon, noon.addSecs(1800), 900));
    QVERIFY(isOldScan(noon, noon.addSecs(1801), 900));
    QVERIFY(!isOldScan(noon, noon.addSecs(-300), 900));
    QVERIFY(isOldScan(noon, noon.addSecs(-301), 900)); // the clock was set
}

void TestScans::offAtFirstAndRemembered()
{
    m_stage = std::make_unique<ShopStage>();
    m_stage->openUp();
    QCOMPARE(asked(), 0);
    QVERIFY(!m_stage->find("scanStrip"));
    const OperationId first = watch();
    chooseInterval("actionScanEvery900");
    QCOMPARE(asked(), 900);
    QVERIFY(m_stage->operations.cancelled.contains(first));
    QVERIFY(m_stage->find("scanStrip"));
    QCOMPARE(Settings::scanSeconds(document()->blueprint().path), 900);
    QCOMPARE(Settings::scanSeconds(u"/another.yaml"_qs), 0);
    m_stage->window->openBlueprint(m_stage->path()); // as at the next start
    QTRY_COMPARE(document()->scanSeconds(), 900);
    QCOMPARE(asked(), 900);
    chooseInterval("actionScanEvery0");
    QCOMPARE(asked(), 0);
    QVERIFY(!m_stage->find("scanStrip"));
}

void TestScans::theStateShowsBelowTheFleet()
{
    m_stage = std::make_unique<ShopStage>();
    m_stage->openUp();
    chooseInterval("actionScanEvery900");
    m_stage->watch(sample::fleet());
    QCOMPARE(m_stage->text("scanSchedule"), u"Scans every 15 min"_qs);
    m_stage->operations.say(watch(), ScansDue{due(QDateTime::currentDateTimeUtc())});
    QTRY_VERIFY(m_stage->text("scanSchedule").contains(u"next "_qs));
    QVERIFY(m_stage->text("scanUnreached").startsWith(u"2 nodes not reached, tried again at "_qs));
    QCOMPARE(m_stage->find("scanUnreached")->toolTip(), u"web-2, web-3"_qs);
    Camera(QStringLiteral("light")).shoot(m_stage->window.get(), "scans-by-themselves");
}

void TestScans::theAgeIsInTheInspector()
{
    m_stage = std::make_unique<ShopStage>();
    m_stage->openUp();
    chooseInterval("actionScanEvery900");
    m_stage->watch(sample::fleet());
    DriftReport report = sample::driftReport(u"web-2"_qs);
    report.scannedAt = QDateTime::currentDateTimeUtc().addSecs(-180);
    m_stage->operations.say(watch(), NodeScanned{report});
    document()->setSelection(u"web-2"_qs);
    auto* tabs = m_stage->window->findChild<QTabWidget*>(u"inspectorTabs"_qs);
    tabs->setCurrentIndex(1);
    QTRY_COMPARE(m_stage->text("driftAge"), u"scanned 3 min ago"_qs);
    const QColor fresh = m_stage->find("driftAge")->palette().color(QPalette::WindowText);
    report.scannedAt = QDateTime::currentDateTimeUtc().addSecs(-700);
    chooseInterval("actionScanEvery300");
    m_stage->operations.say(watch(), NodeScanned{report});
    QTRY_COMPARE(m_stage->text("driftAge"), u"scanned 11 min ago: old"_qs);
    QVERIFY(m_stage->find("driftAge")->palette().color(QPalette::WindowText) != fresh);
    Camera(QStringLiteral("light")).shoot(m_stage->window.get(), "old-drift");
}

void TestScans::whatByItselfFoundCallsOnce()
{
    m_stage = std::make_unique<ShopStage>();
    m_stage->openUp();
    auto* attention = m_stage->window->findChild<DriftAttention*>();
    QVERIFY(attention);
    QList<DesktopCall> calls;
    connect(attention, &DriftAttention::needed, this, [&calls](const DesktopCall& call) { calls.append(call); });
    chooseInterval("actionScanEvery900");
    m_stage->watch(sample::fleet());
    DriftReport known = sample::driftReport(u"web-1"_qs);
    known.scannedAt = QDateTime::currentDateTimeUtc().addSecs(-3600); // told when the watch begins
    m_stage->operations.say(watch(), NodeScanned{known});
    for (const QString& node : {u"web-1"_qs, u"web-2"_qs, u"web-3"_qs}) {
        DriftReport report = sample::driftReport(node);
        report.scannedAt = QDateTime::currentDateTimeUtc();
        m_stage->operations.say(watch(), NodeScanned{report});
    }
    QTRY_COMPARE_WITH_TIMEOUT(calls.size(), 1, 30'000);
    QCOMPARE(calls.first().title, u"2 nodes drifted"_qs);
    QCOMPARE(calls.first().text, u"web-2, web-3"_qs);
    QCOMPARE(calls.first().group, u"web"_qs);
}

QTEST_MAIN(TestScans)
#include "tst_scans.moc"
