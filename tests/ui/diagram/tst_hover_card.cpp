// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/layout/sample_fleets.h"
#include "tests/ui/diagram/told.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/hover_card.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QRandomGenerator>
#include <QScreen>
#include <QShortcut>
#include <QTest>

using namespace snowmelt;

namespace {

FleetState fresh(FleetState fleet)
{
    fleet.observedAt = QDateTime::currentDateTimeUtc();
    return fleet;
}

NodeState& web2(FleetState& fleet)
{
    return fleet.groups[0].nodes[1];
}

QString valueOf(const CardText& text, const QString& name)
{
    for (const CardFact& fact : text.facts)
        if (fact.name == name)
            return fact.value;
    return {};
}

} // namespace

/// The card beside a part.
class TestHoverCard : public QObject
{
    Q_OBJECT

private:
    Blueprint m_blueprint = sample::shop();
    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<DiagramView> m_view;

    HoverCard* card() const { return m_view->findChild<HoverCard*>(QStringLiteral("hoverCard")); }
    QPoint middleOf(const QString& part) const { return m_view->partRect(part).center(); }
    void rest(const QPoint& at)
    {
        QTest::mouseMove(m_view.get(), at);
        QHelpEvent help(QEvent::ToolTip, at, m_view->mapToGlobal(at));
        QApplication::sendEvent(m_view.get(), &help);
    }
    CardText textOf(const FleetState& fleet, const QString& part)
    {
        sample::observe(*m_document, fresh(fleet));
        return cardText(m_view->scene().box(m_view->scene().firstOf(part)), m_document->fleet(), fleet.observedAt);
    }

private Q_SLOTS:
    void init()
    {
        QApplication::setPalette(Theme::light().palette());
        m_view.reset();
        m_document = std::make_unique<FleetDocument>();
        m_view = std::make_unique<DiagramView>(m_document.get());
        m_view->resize(980, 640);
        sample::tell(*m_document, m_blueprint, fresh(sample::up(m_blueprint)));
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus();
    }

    /// Wherever a part is that leaves room for a card at all.
    void neverLiesOnItsPart()
    {
        QRandomGenerator random(4);
        const QRect room(10, 20, 1200, 800);
        for (int round = 0; round < 2000; ++round) {
            const QSize card(random.bounded(200, 360), random.bounded(60, 300));
            const QRect part(random.bounded(-100, 1150), random.bounded(-100, 780), random.bounded(4, 700),
                             random.bounded(4, 380));
            const QRect place = cardPlace(part, card, room);
            QVERIFY(room.contains(place));
            QVERIFY2(!place.intersects(part), qPrintable(QStringLiteral("%1").arg(round)));
        }
        const QRect all = cardPlace(room, {300, 200}, room); // no room beside it
        QVERIFY(room.contains(all));
    }

    void saysWhatIsKnownAndLeavesOutWhatIsNot()
    {
        FleetState fleet = sample::up(m_blueprint);
        NodeState& node = web2(fleet);
        node.health = Health::Down;
        node.healthReason = QStringLiteral("GET /healthz: 503 <database>");
        node.counted = Counted{90, 40, false};
        BalancerCheck check;
        check.status = QStringLiteral("L7STS");
        check.code = 503;
        check.failed = true;
        check.since = QDateTime(QDate(2026, 11, 20), QTime(14, 2), Qt::LocalTime).toUTC();
        node.check = check;
        const CardText text = textOf(fleet, QStringLiteral("web-2"));
        QCOMPARE(text.title, QStringLiteral("web-2"));
        QCOMPARE(text.health, Health::Down);
        QCOMPARE(text.state, QStringLiteral("down since 2026-11-20 14:02"));
        QCOMPARE(text.reason, QStringLiteral("GET /healthz: 503 <database>"));
        QCOMPARE(valueOf(text, QStringLiteral("Requests")), QStringLiteral("40 of 90 failed"));
        QCOMPARE(valueOf(text, QStringLiteral("Check")), QStringLiteral("L7STS 503"));
        QVERIFY(text.spoken().contains(QStringLiteral("web-2, down since")));
        web2(fleet).counted.reset();
        web2(fleet).check.reset();
        const CardText blind = textOf(fleet, QStringLiteral("web-2"));
        QCOMPARE(valueOf(blind, QStringLiteral("Requests")), QString());
        QCOMPARE(valueOf(blind, QStringLiteral("Sessions")), QString());
        QCOMPARE(blind.state, QStringLiteral("down"));
    }

    void aBalancerSaysWhatFailedBehindIt()
    {
        FleetState fleet = sample::up(m_blueprint);
        QCOMPARE(valueOf(textOf(fleet, QStringLiteral("edge")), QStringLiteral("Failures")), QString());
        fleet.groups[0].countedSince = fleet.observedAt;
        fleet.groups[0].requests = 1000;
        QCOMPARE(valueOf(textOf(fleet, QStringLiteral("edge")), QStringLiteral("Failures")),
                 QStringLiteral("No request failed"));
        fleet.groups[0].failed = 42;
        QCOMPARE(valueOf(textOf(fleet, QStringLiteral("edge")), QStringLiteral("Failures")),
                 QStringLiteral("42 of 1,000 requests failed (4.2 %)"));
        QCOMPARE(valueOf(textOf(fleet, QStringLiteral("web")), QStringLiteral("Failures")),
                 QStringLiteral("42 of 1,000 requests failed (4.2 %)"));
    }

    void saysWhereAPartIsAndHowLargeItWillBe()
    {
        DiagramBox group = m_view->scene().box(m_view->scene().firstOf(QStringLiteral("web")));
        group.zones = QStringList{QStringLiteral("seoul-1"), QStringLiteral("seoul-2")};
        const CardText there = cardText(group, m_document->fleet(), QDateTime::currentDateTimeUtc());
        QCOMPARE(valueOf(there, QStringLiteral("Zone")), QStringLiteral("seoul-1, seoul-2"));
        QCOMPARE(valueOf(there, QStringLiteral("Nodes")), QString());
        group.planned = true;
        const CardText planned = cardText(group, m_document->fleet(), QDateTime::currentDateTimeUtc());
        QCOMPARE(valueOf(planned, QStringLiteral("Zone")), QStringLiteral("seoul-1, seoul-2"));
        QCOMPARE(valueOf(planned, QStringLiteral("Nodes")), QStringLiteral("3"));
    }

    void driftHasItsAge()
    {
        sample::observe(*m_document, fresh(sample::up(m_blueprint)));
        const DiagramBox& box = m_view->scene().box(m_view->scene().firstOf(QStringLiteral("web-2")));
        const QDateTime now = m_document->fleet().observedAt;
        const auto scanned = [&](qint64 secondsAgo, int every) {
            const CardText text = cardText(box, m_document->fleet(), now, {now.addSecs(-secondsAgo), every});
            for (const CardFact& fact : text.facts)
                if (fact.name == QStringLiteral("Scanned"))
                    return QString(fact.value + (fact.warns ? QStringLiteral(" !") : QString()));
            return QString();
        };
        QCOMPARE(scanned(180, 900), QStringLiteral("3 min ago"));
        QCOMPARE(scanned(2400, 900), QStringLiteral("40 min ago !"));
        QCOMPARE(scanned(2400, 0), QStringLiteral("40 min ago"));
        QVERIFY(!cardText(box, m_document->fleet(), now).spoken().contains(QStringLiteral("Scanned")));
    }

    void comesWhereTheMouseRestsAndGoesWithIt()
    {
        rest(middleOf(QStringLiteral("web-2")));
        QVERIFY(card()->isVisible());
        QCOMPARE(card()->text().title, QStringLiteral("web-2"));
        const QRect part(m_view->mapToGlobal(m_view->partRect(QStringLiteral("web-2")).topLeft()),
                         m_view->partRect(QStringLiteral("web-2")).size());
        QVERIFY(!card()->geometry().intersects(part));
        const QRect before = card()->geometry();
        QTest::mouseMove(m_view.get(), middleOf(QStringLiteral("web-2")) + QPoint(6, 3));
        QVERIFY(card()->isVisible()); // within the part it stays, where it is
        QCOMPARE(card()->geometry(), before);
        QTest::mouseMove(m_view.get(), middleOf(QStringLiteral("web-3")));
        QVERIFY(!card()->isVisible());
    }

    void keepsUpWithTheFleetWithoutFlicker()
    {
        rest(middleOf(QStringLiteral("web-2")));
        FleetState fleet = sample::up(m_blueprint);
        web2(fleet).health = Health::Down;
        web2(fleet).healthReason = QStringLiteral("stopped");
        int hidden = 0;
        struct Watch : QObject
        {
            int* count;
            bool eventFilter(QObject*, QEvent* event) override
            {
                *count += event->type() == QEvent::Hide;
                return false;
            }
        } watch;
        watch.count = &hidden;
        card()->installEventFilter(&watch);
        sample::observe(*m_document, fresh(fleet));
        QVERIFY(card()->isVisible());
        QCOMPARE(card()->text().reason, QStringLiteral("stopped"));
        QCOMPARE(hidden, 0);
        fleet.groups[0].nodes.removeAt(1);
        sample::observe(*m_document, fresh(fleet));
        QTRY_VERIFY(!card()->isVisible() || card()->text().title != QStringLiteral("web-2") ||
                    card()->text().state == QStringLiteral("not created yet"));
    }

    void theKeyboardAsksForTheSelected()
    {
        m_document->setSelection(QStringLiteral("web-2"));
        QShortcut keys(QKeySequence(QStringLiteral("Ctrl+I")), m_view.get(), m_view.get(), &DiagramView::toggleCard);
        QTest::keyClick(m_view.get(), Qt::Key_I, Qt::ControlModifier);
        QVERIFY(card()->isVisible());
        QCOMPARE(card()->text().title, QStringLiteral("web-2"));
        QVERIFY(card()->accessibleName().startsWith(QStringLiteral("web-2, healthy")));
        QTest::mouseMove(m_view.get(), middleOf(QStringLiteral("orders")));
        QVERIFY(card()->isVisible()); // the mouse has no part in it
        QTest::keyClick(m_view.get(), Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!card()->isVisible());
        QTest::keyClick(m_view.get(), Qt::Key_I, Qt::ControlModifier);
        QVERIFY(card()->isVisible());
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(!card()->isVisible());
        QCOMPARE(m_document->selection(), QStringLiteral("web-2")); // Escape was the card's
    }

    void goesWhenTheViewMoves()
    {
        rest(middleOf(QStringLiteral("web-2")));
        QVERIFY(card()->isVisible());
        m_view->zoomIn();
        QVERIFY(!card()->isVisible());
        rest(middleOf(QStringLiteral("web-2")));
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, middleOf(QStringLiteral("web-2")));
        QVERIFY(!card()->isVisible());
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, middleOf(QStringLiteral("web-2")));
    }

    /// Words of any script fit: the card grows to its bound and wraps.
    void longWordsWrap()
    {
        FleetState fleet = sample::up(m_blueprint);
        web2(fleet).health = Health::Down;
        web2(fleet).healthReason = QStringLiteral("데이터베이스에연결할수없습니다").repeated(12);
        sample::observe(*m_document, fresh(fleet));
        rest(middleOf(QStringLiteral("web-2")));
        QVERIFY(card()->width() <= 360);
        QVERIFY(card()->height() > 120);
        QVERIFY(m_view->screen()->availableGeometry().contains(card()->geometry()));
        card()->grab();
    }
};

QTEST_MAIN(TestHoverCard)
#include "tst_hover_card.moc"
