// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "models/wording/wording.h"
#include "tests/models/layout/sample_fleets.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/mode_key.h"

#include <QTest>

using namespace snowmelt;

class TestCaptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void ageIsSaidWhenItMatters_data();
    void ageIsSaidWhenItMatters();
    void groupsCountWhatTheyKnow_data();
    void groupsCountWhatTheyKnow();
    void aReasonComesFirst();
    void whatStartsHasNoAge();
    void aGreenBeforeTheMoveWaits();
    void aDatabaseSaysWhatWasAsked();
    void aSideKeepsItsName();
    void shortFormsHaveNoWords();
    void whatIsPlannedSaysHowMany();
    void zonesAreSaidWhereNoBoxDoes();
    void aKeySaysWhatAFigureInACellMeans();
    void keysStandAboveOneAnother();
    void whatIsHiddenIsCounted_data();
    void whatIsHiddenIsCounted();
};

namespace {

const QString age = QStringLiteral("3 min ago");

NodeFigure figure(Health health, const QString& reason)
{
    NodeFigure made{sample::running(u"web-1"_qs, u"web"_qs, Role::Node, sample::image(u"1.0.0"_qs))};
    made.state.health = health;
    made.state.healthReason = reason;
    return made;
}

DiagramBox boxOf(const FleetState& fleet, const QString& part)
{
    const Diagram diagram = layoutFleet(sample::shop(), fleet);
    return diagram.boxes[diagram.indexOf(part)];
}

} // namespace

void TestCaptions::ageIsSaidWhenItMatters_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("line");
    QTest::newRow("ahead") << -30 << u"100 % · live"_qs; // another machine's clock
    QTest::newRow("fresh") << 4 << u"100 % · live"_qs;
    QTest::newRow("late") << 5 << u"100 % · live, 5 s ago"_qs;
    QTest::newRow("stale") << 200 << u"100 % · not live, last seen 3 min ago"_qs;
}

void TestCaptions::ageIsSaidWhenItMatters()
{
    QFETCH(int, seconds);
    const QDateTime now(QDate(2026, 3, 4), QTime(9, 54), Qt::UTC);
    QTEST(Captions::zoomLine(1, now.addSecs(-seconds), now), "line");
}

void TestCaptions::groupsCountWhatTheyKnow_data()
{
    QTest::addColumn<int>("healthy");
    QTest::addColumn<int>("starting");
    QTest::addColumn<int>("unseen");
    QTest::addColumn<QString>("text");
    QTest::newRow("well") << 3 << 0 << 0 << u"3 / 3 healthy"_qs;
    QTest::newRow("starting") << 1 << 2 << 0 << u"1 / 3 healthy"_qs;
    QTest::newRow("one unseen") << 2 << 0 << 1 << u"2 / 3 healthy, 1 not seen"_qs;
    QTest::newRow("nothing seen") << 0 << 0 << 3 << u"3 not seen"_qs;
}

void TestCaptions::groupsCountWhatTheyKnow()
{
    QFETCH(int, healthy);
    QFETCH(int, starting);
    QFETCH(int, unseen);
    GroupFigure group;
    group.nodes = group.wanted = 3;
    group.healthy = healthy;
    group.starting = starting;
    group.unseen = unseen;
    QTEST(Captions::healthyCount(group), "text");
}

void TestCaptions::aReasonComesFirst()
{
    const NodeFigure down = figure(Health::Down, u"GET /healthz: 503 database: refused"_qs);
    QCOMPARE(Captions::nodeDetail(down), u"503 database: refused"_qs);
    QCOMPARE(Captions::nodeValue(down, age), QString());
    QCOMPARE(Captions::nodeValue(figure(Health::Down, {}), age), u"down"_qs);
}

void TestCaptions::whatStartsHasNoAge()
{
    QCOMPARE(Captions::nodeDetail(figure(Health::Unknown, u"starting"_qs)), u"starting"_qs);
    QCOMPARE(Captions::nodeValue(figure(Health::Unknown, u"starting"_qs), age), QString());
    QCOMPARE(Captions::nodeValue(figure(Health::Unknown, u"not asked"_qs), age), age);
    FleetState fleet = sample::up(sample::shop());
    fleet.balancers[0].node.health = Health::Unknown;
    fleet.balancers[0].node.healthReason = u"starting"_qs;
    QCOMPARE(Captions::machineLines(boxOf(fleet, u"edge"_qs), age).last(), u"starting"_qs);
    fleet.balancers[0].node.healthReason = u"not asked"_qs;
    QCOMPARE(Captions::machineLines(boxOf(fleet, u"edge"_qs), age).last(), age);
    QCOMPARE(Captions::machineLines(boxOf(fleet, u"edge"_qs), {}).last(), u"not asked"_qs);
}

void TestCaptions::aGreenBeforeTheMoveWaits()
{
    NodeFigure green = figure(Health::Healthy, {});
    green.state.side = Side::Green;
    QCOMPARE(Captions::nodeValue(green, age), u"waiting"_qs);
}

void TestCaptions::aDatabaseSaysWhatWasAsked()
{
    FleetState fleet = sample::up(sample::shop());
    const auto lines = [&] { return Captions::machineLines(boxOf(fleet, u"orders"_qs), age); };
    QCOMPARE(lines(), QStringList({u"PostgreSQL 15.10"_qs, u"9 connections"_qs}));
    fleet.databases[0].connections = -1;
    QCOMPARE(lines(), QStringList{u"PostgreSQL 15.10"_qs});
}

/// Several groups may be split at the same time.
void TestCaptions::aSideKeepsItsName()
{
    const FleetState fleet = sample::swapping(sample::shop());
    const QStringList blue{u"web · blue · shop 1.0.0"_qs, u"web · blue"_qs, u"web · B"_qs, u"web"_qs};
    QCOMPARE(Captions::groupTitles(boxOf(fleet, u"web"_qs)), blue);
    QCOMPARE(Captions::title(boxOf(fleet, u"web"_qs)), blue.first());
    QCOMPARE(Captions::groupTitles(boxOf(sample::up(sample::shop()), u"web"_qs)), QStringList{u"web"_qs});
}

void TestCaptions::shortFormsHaveNoWords()
{
    GroupFigure group;
    group.nodes = 6;
    group.healthy = 5;
    group.unseen = 1;
    QCOMPARE(Captions::healthyCounts(group),
             (QStringList{u"5 / 6 healthy, 1 not seen"_qs, u"5 / 6 healthy"_qs, u"5 / 6"_qs}));
    // Of hosts that were there before who answers is counted.
    group = GroupFigure();
    group.given = true;
    NodeState host;
    host.lifecycle = Lifecycle::Running;
    host.healthReason = u"not asked"_qs;
    group.count(host);
    group.count(host);
    host.healthReason = u"sshAuthFailed"_qs;
    group.count(host);
    QCOMPARE(group.reached, 2);
    QCOMPARE(group.degraded(), 0);
    QCOMPARE(Captions::healthyCounts(group), (QStringList{u"2 of 3 reached"_qs, u"2 / 3"_qs}));
    DiagramEdge edge;
    edge.side = Side::Blue;
    edge.sessions = 6;
    QCOMPARE(Captions::edgeLabel(edge), u"6 sessions"_qs);
    QCOMPARE(Captions::edgeLabelShort(edge), u"6"_qs);
    edge.sessions = 0;
    QCOMPARE(Captions::edgeLabelShort(edge), Captions::edgeLabelShort(DiagramEdge()));
}

void TestCaptions::whatIsPlannedSaysHowMany()
{
    const Diagram diagram = layoutFleet(sample::shop(40), {});
    const DiagramBox& group = diagram.boxes[diagram.indexOf(u"web"_qs)];
    QVERIFY(group.planned);
    QVERIFY(Captions::counts(group).first().startsWith(u"40 node"));
    QCOMPARE(Captions::counts(group).last(), u"40"_qs);
    QVERIFY(Captions::spoken(group).contains(Captions::counts(group).first()));
    QCOMPARE(Captions::counts(boxOf(sample::up(sample::shop()), u"web"_qs)).first(), u"3 / 3 healthy"_qs);
}

void TestCaptions::zonesAreSaidWhereNoBoxDoes()
{
    DiagramBox zone;
    zone.kind = BoxKind::Zone;
    zone.part = u"zone:busan-1"_qs;
    zone.facts = ZoneFigure{u"busan-1"_qs, 2};
    QCOMPARE(Captions::title(zone), u"zone busan-1"_qs);
    DiagramBox group = boxOf(sample::up(sample::shop()), u"web"_qs);
    QCOMPARE(Captions::zones(group), QString());
    QCOMPARE(Captions::groupDetail(group), u"shop 1.0.0"_qs);
    group.zones = {u"seoul-1"_qs, u"seoul-2"_qs};
    QCOMPARE(Captions::groupDetail(group), u"shop 1.0.0 · zone seoul-1, seoul-2"_qs);
    QVERIFY(Captions::spoken(group).endsWith(u", zone seoul-1, seoul-2"));
    DiagramBox database = boxOf(sample::up(sample::shop()), u"orders"_qs);
    database.zones = {u"a"_qs};
    QVERIFY(Captions::spoken(database).endsWith(u", zone a"));
}

void TestCaptions::aKeySaysWhatAFigureInACellMeans()
{
    QVERIFY(modeKey(DiagramMode::Health, Level::Chip).contains(u"number: of the node"));
    QVERIFY(modeKey(DiagramMode::Health, Level::Cell).isEmpty()); // glyphs alone
    QVERIFY(modeKey(DiagramMode::Health, Level::Dot).contains(u"larger: down"));
    for (const Level level : {Level::Cell, Level::Chip})
        QVERIFY(modeKey(DiagramMode::Drift, level).contains(u"number: differences"));
    QVERIFY(modeKey(DiagramMode::Drift, Level::Dot).contains(u"left half: drifted"));
    QVERIFY(modeKey(DiagramMode::Image, Level::Chip).contains(u"number: version"));
    QVERIFY(!modeKey(DiagramMode::Image, Level::Cell).contains(u"number"));
}

void TestCaptions::keysStandAboveOneAnother()
{
    const QSizeF view(800, 600);
    const QRectF first = keyPlace(view, 200, 1);
    const QRectF second = keyPlace(view, 300, 2);
    QVERIFY(QRectF(QPointF(), view).contains(first));
    QVERIFY(!first.intersects(second) && second.bottom() < first.top());
    QCOMPARE(second.right(), first.right());
    QVERIFY(keyPlace({240, 180}, 200, 1).isNull());
}

void TestCaptions::whatIsHiddenIsCounted_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("hidden");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<QString>("badge");
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("quiet");
    QTest::newRow("nothing") << 0 << 0 << true << QString() << u"no difference"_qs << true;
    QTest::newRow("hidden alone") << 0 << 2 << true << u"Δ0 (+2)"_qs << u"no difference (+2 hidden)"_qs << true;
    QTest::newRow("both") << 3 << 2 << true << u"Δ3 (+2)"_qs << u"3 differences (+2 hidden)"_qs << false;
    QTest::newRow("shown alone") << 1 << 0 << true << u"Δ1"_qs << u"1 difference"_qs << false;
    QTest::newRow("and unseen") << 0 << 1 << false << u"Δ0 ? (+1)"_qs << u"not all seen (+1 hidden)"_qs << false;
}

void TestCaptions::whatIsHiddenIsCounted()
{
    QFETCH(int, count);
    QFETCH(int, hidden);
    QFETCH(bool, complete);
    NodeState node;
    node.driftCount = count;
    node.driftHidden = hidden;
    node.driftComplete = complete;
    QTEST(Captions::driftBadge(node), "badge");
    QTEST(Captions::driftState(node), "state");
    QTEST(Captions::isQuietBadge(node), "quiet");
}

QTEST_GUILESS_MAIN(TestCaptions)
#include "tst_captions.moc"
