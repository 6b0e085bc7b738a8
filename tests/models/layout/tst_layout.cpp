// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "models/layout/metrics.h"

#include "tests/models/layout/diagram_parts.h"
#include "tests/models/layout/sample_fleets.h"

#include <QTest>

#include <algorithm>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

QStringList keys(const Diagram& diagram)
{
    QStringList list;
    for (const DiagramBox& box : diagram.boxes)
        list << box.key;
    return list;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tiersRunFromClientsToDatabase();
    void deploymentSplitsTheGroup();
    void rebirthKeepsTheOthersTogether();
    void blueprintAloneIsPlanned();
    void missingNodesArePlanned();
    void hostsHaveTheirNamesBeforeTheyAreSeen();
    void namesAfterASwapAreNotGuessed();
    void absentIsNotRunning();
    void manyNodesAreCells();
    void unknownToTheBlueprintIsShown();
    void groupCounts();
    void healthOfAGroupIsItsWorst_data();
    void healthOfAGroupIsItsWorst();
    void whatCouldNotBeAskedIsCounted();
    void stateMovesNothing();
    void aNodeMoreMovesNoOther();
    void anythingIsTidy_data();
    void anythingIsTidy();
    void emptyIsEmpty();
    void innermostBoxIsHit();
};

void TestLayout::tiersRunFromClientsToDatabase()
{
    const Blueprint blueprint = sample::shop();
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    QCOMPARE(keys(diagram),
             QStringList({u"clients"_qs, u"edge"_qs, u"web"_qs, u"web-1"_qs, u"web-2"_qs, u"web-3"_qs, u"orders"_qs}));
    QVERIFY(boxOf(diagram, u"clients"_qs).rect.right() < boxOf(diagram, u"edge"_qs).rect.left());
    QVERIFY(boxOf(diagram, u"edge"_qs).rect.right() < boxOf(diagram, u"web"_qs).rect.left());
    QVERIFY(boxOf(diagram, u"web"_qs).rect.right() < boxOf(diagram, u"orders"_qs).rect.left());
    QCOMPARE(boxOf(diagram, u"clients"_qs).rect.center().y(), boxOf(diagram, u"edge"_qs).rect.center().y());
    QCOMPARE(diagram.title, u"shop"_qs);
}

void TestLayout::deploymentSplitsTheGroup()
{
    const Blueprint blueprint = sample::shop();
    const Diagram diagram = layoutFleet(blueprint, sample::swapping(blueprint));
    const DiagramBox& blue = boxOf(diagram, u"web:blue"_qs);
    const DiagramBox& green = boxOf(diagram, u"web:green"_qs);
    QCOMPARE(blue.part, u"web"_qs);
    QCOMPARE(blue.side, Side::Blue);
    QVERIFY(blue.rect.bottom() < green.rect.top());
    QCOMPARE(blue.rect.width(), green.rect.width());
    QCOMPARE(diagram.boxes[boxOf(diagram, u"web-5"_qs).container].key, u"web:green"_qs);
    QCOMPARE(edges(diagram), QStringList({u"clients>edge 100%"_qs, u"edge>web:blue 0%"_qs, u"edge>web:green 100%"_qs,
                                          u"web:blue>orders 0%"_qs, u"web:green>orders 0%"_qs}));
}

void TestLayout::rebirthKeepsTheOthersTogether()
{
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[1].side = Side::Blue;
    NodeState fresh = sample::running(u"web-4"_qs, u"web"_qs, Role::Node, sample::image(u"1.0.0"_qs));
    fresh.side = Side::Green;
    fleet.groups[0].nodes << fresh;
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QCOMPARE(boxOf(diagram, u"web"_qs).as<GroupFigure>()->nodes, 2);
    QCOMPARE(diagram.boxes[boxOf(diagram, u"web-2"_qs).container].key, u"web:blue"_qs);
    QCOMPARE(diagram.boxes[boxOf(diagram, u"web-4"_qs).container].key, u"web:green"_qs);
}

void TestLayout::blueprintAloneIsPlanned()
{
    const Diagram diagram = layoutFleet(sample::shop(), {});
    QCOMPARE(keys(diagram),
             QStringList({u"clients"_qs, u"edge"_qs, u"web"_qs, u"web-1"_qs, u"web-2"_qs, u"web-3"_qs, u"orders"_qs}));
    for (const DiagramBox& box : diagram.boxes)
        QVERIFY2(box.planned, qPrintable(box.key));
    for (const DiagramEdge& edge : diagram.edges) {
        QVERIFY(edge.planned);
        QVERIFY(!edge.labelled || edge.kind == EdgeKind::Clients);
    }
    QCOMPARE(boxOf(diagram, u"web"_qs).as<GroupFigure>()->nodes, 0);
    QCOMPARE(boxOf(diagram, u"web"_qs).as<GroupFigure>()->wanted, 3);
}

void TestLayout::missingNodesArePlanned()
{
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes.removeAt(1);
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QVERIFY(boxOf(diagram, u"web-2"_qs).planned);
    QVERIFY(!boxOf(diagram, u"web-3"_qs).planned);
    QCOMPARE(diagram.boxes.indexOf(boxOf(diagram, u"web-2"_qs)), 4);
}

/// Machines that exist have names from the start, and stay in the order of the blueprint.
void TestLayout::hostsHaveTheirNamesBeforeTheyAreSeen()
{
    Blueprint blueprint = sample::shop();
    blueprint.groups[0].hosts = QStringList{u"web-b.example.org"_qs, u"web-a.example.org"_qs, u"web-c.example.org"_qs};
    QCOMPARE(keys(layoutFleet(blueprint, {})).mid(3, 3), blueprint.groups[0].hosts);
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes.removeLast();
    fleet.groups[0].nodes[0].name = u"web-a.example.org"_qs;
    fleet.groups[0].nodes[1].name = u"web-c.example.org"_qs;
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QVERIFY(boxOf(diagram, u"web-b.example.org"_qs).planned);
    QVERIFY(!boxOf(diagram, u"web-c.example.org"_qs).planned);
}

void TestLayout::namesAfterASwapAreNotGuessed()
{
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    for (int i = 0; i < 3; ++i)
        fleet.groups[0].nodes[i].name = u"web-" + QString::number(4 + i);
    fleet.groups[0].nodes.removeLast();
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QCOMPARE(keys(diagram).mid(2, 4), QStringList({u"web"_qs, u"web-4"_qs, u"web-5"_qs, u"web/0"_qs}));
    QVERIFY(boxOf(diagram, u"web/0"_qs).part.isEmpty());
}

void TestLayout::absentIsNotRunning()
{
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[2].lifecycle = Lifecycle::Absent;
    fleet.databases[0].node.lifecycle = Lifecycle::Absent;
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QVERIFY(boxOf(diagram, u"web-3"_qs).planned);
    QVERIFY(boxOf(diagram, u"orders"_qs).planned);
    QCOMPARE(boxOf(diagram, u"web"_qs).as<GroupFigure>()->nodes, 2);
}

void TestLayout::manyNodesAreCells()
{
    const Blueprint blueprint = sample::shop(40);
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    QCOMPARE(boxOf(diagram, u"web-40"_qs).kind, BoxKind::Cell);
    const Blueprint few = sample::shop(24);
    QCOMPARE(boxOf(layoutFleet(few, sample::up(few)), u"web-24"_qs).kind, BoxKind::Node);
    const QSizeF size = boxOf(diagram, u"web"_qs).rect.size();
    QVERIFY(size.width() < 3 * size.height());
    QVERIFY(size.height() < 3 * size.width());
}

void TestLayout::unknownToTheBlueprintIsShown()
{
    Blueprint blueprint = sample::shop();
    const FleetState fleet = sample::up(blueprint);
    blueprint.groups.clear();
    blueprint.databases.clear();
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QVERIFY(diagram.indexOf(u"web-2"_qs) > 0);
    QVERIFY(!boxOf(diagram, u"orders"_qs).planned);
}

void TestLayout::groupCounts()
{
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[0].driftCount = 4;
    fleet.groups[0].nodes[1].health = Health::Down;
    fleet.groups[0].nodes[2].image = sample::image(u"1.1.0"_qs);
    const GroupFigure facts = *boxOf(layoutFleet(blueprint, fleet), u"web"_qs).as<GroupFigure>();
    QCOMPARE(facts.healthy, 2);
    QCOMPARE(facts.down, 1);
    QCOMPARE(facts.drifted, 1);
    QCOMPARE(facts.sessions, 9);
    QCOMPARE(facts.images, QList<ImageRef>({sample::image(u"1.0.0"_qs), sample::image(u"1.1.0"_qs)}));
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QVERIFY(!boxOf(diagram, u"web-3"_qs).as<NodeFigure>()->imageAsBlueprint);
    QVERIFY(boxOf(diagram, u"web-1"_qs).as<NodeFigure>()->imageAsBlueprint);
}

void TestLayout::healthOfAGroupIsItsWorst_data()
{
    QTest::addColumn<QList<Health>>("nodes");
    QTest::addColumn<Health>("group");
    using H = Health;
    QTest::newRow("well") << QList<H>{H::Healthy, H::Healthy, H::Healthy} << H::Healthy;
    QTest::newRow("one down") << QList<H>{H::Healthy, H::Down, H::Healthy} << H::Degraded;
    QTest::newRow("all down") << QList<H>{H::Down, H::Down, H::Down} << H::Down;
    QTest::newRow("one degraded") << QList<H>{H::Healthy, H::Degraded, H::Healthy} << H::Degraded;
    QTest::newRow("one unseen") << QList<H>{H::Healthy, H::Unknown, H::Healthy} << H::Unknown;
    QTest::newRow("one missing") << QList<H>{H::Healthy, H::Healthy} << H::Degraded;
    QTest::newRow("all drain") << QList<H>{H::Draining, H::Draining, H::Draining} << H::Draining;
    QTest::newRow("none") << QList<H>{} << H::Unknown;
}

void TestLayout::healthOfAGroupIsItsWorst()
{
    QFETCH(QList<Health>, nodes);
    QFETCH(Health, group);
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes.resize(nodes.size());
    for (int i = 0; i < nodes.size(); ++i)
        fleet.groups[0].nodes[i].health = nodes[i];
    QCOMPARE(boxOf(layoutFleet(blueprint, fleet), u"web"_qs).health(), group);
}

void TestLayout::whatCouldNotBeAskedIsCounted()
{
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    for (NodeState& node : fleet.groups[0].nodes)
        node.health = Health::Unknown;
    fleet.groups[0].nodes[2].healthReason = u"starting"_qs;
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QCOMPARE(boxOf(diagram, u"web"_qs).as<GroupFigure>()->unseen, 2);
    QCOMPARE(boxOf(diagram, u"web"_qs).as<GroupFigure>()->starting, 1);
    QCOMPARE(boxOf(diagram, u"web"_qs).as<GroupFigure>()->degraded(), 0);
    for (const DiagramEdge& edge : diagram.edges)
        QCOMPARE(edge.unseen, edge.kind == EdgeKind::Use);
}

void TestLayout::stateMovesNothing()
{
    const Blueprint blueprint = sample::shop();
    const Diagram before = layoutFleet(blueprint, sample::up(blueprint));
    FleetState fleet = sample::up(blueprint);
    for (NodeState& node : fleet.groups[0].nodes) {
        node.health = Health::Down;
        node.driftCount = 12;
        node.share = 0;
        node.healthReason = QString(500, u'x');
    }
    fleet.observedAt = fleet.observedAt.addSecs(60);
    const Diagram after = layoutFleet(blueprint, fleet);
    const Diagram planned = layoutFleet(blueprint, {});
    QCOMPARE(after.bounds, before.bounds);
    for (int i = 0; i < before.boxes.size(); ++i) {
        QCOMPARE(after.boxes[i].rect, before.boxes[i].rect);
        QCOMPARE(planned.boxes[i].rect, before.boxes[i].rect);
    }
}

void TestLayout::aNodeMoreMovesNoOther()
{
    const Blueprint ten = sample::shop(10);
    const Blueprint eleven = sample::shop(11);
    const Diagram before = layoutFleet(ten, sample::up(ten));
    const Diagram after = layoutFleet(eleven, sample::up(eleven));
    for (int i = 1; i <= 10; ++i) {
        const QString key = u"web-" + QString::number(i);
        QCOMPARE(boxOf(after, key).rect, boxOf(before, key).rect);
    }
}

void TestLayout::anythingIsTidy_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 200; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// No two boxes overlap, containers hold what is in them, edges cross no box, bounds hold everything, keys are unique,
/// and the same again is the same.
void TestLayout::anythingIsTidy()
{
    QFETCH(quint32, seed);
    const auto [blueprint, fleet] = sample::anything(seed);
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QCOMPARE(layoutFleet(blueprint, fleet), diagram);
    for (int a = 0; a < diagram.boxes.size(); ++a) {
        const DiagramBox& one = diagram.boxes[a];
        QVERIFY(diagram.bounds.contains(one.rect));
        QCOMPARE(keys(diagram).count(one.key), 1);
        if (one.container >= 0)
            QVERIFY(diagram.boxes[one.container].rect.contains(one.rect));
        for (int b = a + 1; b < diagram.boxes.size(); ++b) {
            const DiagramBox& other = diagram.boxes[b];
            const bool nested = other.container == a;
            QVERIFY2(nested || !one.rect.intersects(other.rect), qPrintable(one.key + u" and " + other.key));
        }
    }
    for (const DiagramEdge& edge : diagram.edges) {
        const int container = std::max(diagram.boxes[edge.from].container, diagram.boxes[edge.to].container);
        for (int b = 0; b < diagram.boxes.size(); ++b)
            for (const QPointF& point :
                 b == edge.from || b == edge.to || b == container ? QList<QPointF>() : pointsOn(edge))
                QVERIFY(!diagram.boxes[b].rect.contains(point));
    }
}

void TestLayout::emptyIsEmpty()
{
    const Diagram diagram = layoutFleet({}, {});
    QVERIFY(diagram.isEmpty());
    QVERIFY(diagram.bounds.isNull());
    QCOMPARE(diagram.boxAt({0, 0}), -1);
}

void TestLayout::innermostBoxIsHit()
{
    const Blueprint blueprint = sample::shop();
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    QCOMPARE(diagram.boxes[diagram.boxAt(boxOf(diagram, u"web-2"_qs).rect.center())].key, u"web-2"_qs);
    QCOMPARE(diagram.boxes[diagram.boxAt(boxOf(diagram, u"web"_qs).rect.topLeft() + QPointF(4, 4))].key, u"web"_qs);
    QCOMPARE(diagram.boxAt(diagram.bounds.bottomRight() - QPointF(1, 1)), -1);
}

QTEST_APPLESS_MAIN(TestLayout)
#include "tst_layout.moc"
