// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/layout/sample_fleets.h"
#include "tests/ui/diagram/told.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/failure_chips.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;

namespace {

FleetState failing(const Blueprint& blueprint, qint64 failed)
{
    FleetState fleet = sample::up(blueprint);
    fleet.observedAt = QDateTime::currentDateTimeUtc();
    fleet.groups[0].countedSince = fleet.observedAt.addSecs(-600);
    fleet.groups[0].requests = 1000;
    fleet.groups[0].failed = failed;
    return fleet;
}

} // namespace

/// How many requests failed, on the balancer they came through.
class TestFailureChips : public QObject
{
    Q_OBJECT

private:
    const QString m_edge = QStringLiteral("edge");
    Blueprint m_blueprint = sample::shop();
    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<DiagramView> m_view;
    FailureChips* m_chips = nullptr;

private Q_SLOTS:
    void init()
    {
        QApplication::setPalette(Theme::light().palette());
        m_view.reset();
        m_document = std::make_unique<FleetDocument>();
        m_view = std::make_unique<DiagramView>(m_document.get());
        m_chips = new FailureChips(m_document.get(), m_view.get());
        m_view->resize(980, 640);
        sample::tell(*m_document, m_blueprint, failing(m_blueprint, 42));
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void aClickAsksAndSelectsNothing()
    {
        QSignalSpy asked(m_chips, &FailureChips::clicked);
        const QRect chip = m_chips->chipOf(m_edge);
        QVERIFY(chip.isValid());
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, chip.center());
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), m_edge);
        QVERIFY(m_document->selection().isEmpty());
    }

    void aClickBesideItIsTheViews()
    {
        QSignalSpy asked(m_chips, &FailureChips::clicked);
        const QPoint above = m_view->partRect(m_edge).center() - QPoint(0, 10);
        QVERIFY(!m_chips->chipOf(m_edge).contains(above));
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, above);
        QCOMPARE(asked.count(), 0);
        QCOMPARE(m_document->selection(), m_edge);
        // pressed on it, let go elsewhere: taken back
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, m_chips->chipOf(m_edge).center());
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, above);
        QCOMPARE(asked.count(), 0);
    }

    void theHandShowsThatItCanBeClicked()
    {
        QTest::mouseMove(m_view.get(), m_chips->chipOf(m_edge).center());
        QCOMPARE(m_view->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseMove(m_view.get(), m_view->partRect(m_edge).center() - QPoint(0, 10));
        QCOMPARE(m_view->cursor().shape(), Qt::ArrowCursor);
    }

    void isPaintedWhereItIs()
    {
        const QRect chip = m_chips->chipOf(m_edge);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSharp(), 60'000);
        const QColor with = m_view->grab().toImage().pixelColor(chip.topLeft() + QPoint(chip.width() / 2, 3));
        QCOMPARE(with.name(), Theme::light().redTint.name());
    }

    void noFailureNoChip()
    {
        sample::observe(*m_document, failing(m_blueprint, 0));
        QVERIFY(m_chips->chipOf(m_edge).isNull());
        FleetState blind = failing(m_blueprint, 42);
        blind.groups[0].countedSince = {};
        sample::observe(*m_document, blind);
        QVERIFY(m_chips->chipOf(m_edge).isNull());
    }

    void aDistantBalancerCarriesNone()
    {
        QVERIFY(chipPlace({0, 0, 30, 20}, QStringLiteral("42 failed")).isNull());
        const QRectF place = chipPlace({0, 0, 160, 72}, QStringLiteral("42 failed"));
        QCOMPARE(place.center().y(), 72.0);
    }
};

QTEST_MAIN(TestFailureChips)
#include "tst_failure_chips.moc"
