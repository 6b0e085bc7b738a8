// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/labels.h"
#include "models/layout/layout_fleet.h"
#include "models/layout/metrics.h"

#include "tests/models/layout/sample_fleets.h"

#include <QTest>

#include <algorithm>

using namespace snowmelt;

namespace {

const DiagramBox& boxOf(const Diagram& diagram, const QString& key)
{
    for (const DiagramBox& box : diagram.boxes)
        if (box.key == key)
            return box;
    qFatal("no box %s", qPrintable(key));
}

QStringList keys(const Diagram& diagram)
{
    QStringList list;
    for (const DiagramBox& box : diagram.boxes)
        list << box.key;
    return list;
}

/// Edges as text: "edge>web-1 33%".
QStringList edges(const Diagram& diagram)
{
    QStringList list;
    for (const DiagramEdge& edge : diagram.edges)
        list << diagram.boxes[edge.from].key + u'>' + diagram.boxes[edge.to].key + u' ' +
                    QString::number(qRound(edge.share * 100)) + u'%';
    return list;
}

QPointF pointOn(const QList<QPointF>& path, qsizetype first, double t)
{
    const auto c = path.cbegin() + first;
    const double s = 1 - t;
    return c[0] * (s * s * s) + c[1] * (3 * s * s * t) + c[2] * (3 * s * t * t) + c[3] * (t * t * t);
}

/// Points on all pieces of an edge, close to each other, without its ends.
QList<QPointF> pointsOn(const DiagramEdge& edge)
{
    constexpr int each = 50;
    QList<QPointF> points;
    for (qsizetype first = 0; first + 3 < edge.path.size(); first += 3)
        for (int i = 1; i < each; ++i)
            points << pointOn(edge.path, first, i / double(each));
    return points;
}

/// The first edge that leads there.
DiagramEdge edgeTo(const Diagram& diagram, const QString& key)
{
    for (const DiagramEdge& edge : diagram.edges)
        if (diagram.boxes[edge.to].key == key)
            return edge;
    qFatal("no edge to %s", qPrintable(key));
}

/// web and api behind one balancer, with as many requests each.
std::pair<Blueprint, FleetState> twoGroups()
{
    Blueprint blueprint = sample::shop();
    blueprint.groups << Group{u"api"_qs, sample::image(u"1.0.0"_qs), 2, 80, {}, {}};
    blueprint.balancers[0].serves << u"api"_qs;
    return {blueprint, sample::up(blueprint)};
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tiersRunFromClientsToDatabase();
    void fewNodesEachHaveAnEdge();
    void whatIsBehindABalancerIsCountedOnce();
    void deploymentSplitsTheGroup();
    void rebirthKeepsTheOthersTogether();
    void blueprintAloneIsPlanned();
    void missingNodesArePlanned();
    void namesAfterASwapAreNotGuessed();
    void absentIsNotRunning();
    void manyNodesAreCells();
    void unknownToTheBlueprintIsShown();
    void groupCounts();
    void healthOfAGroupIsItsWorst_data();
    void healthOfAGroupIsItsWorst();
    void idleSideSaysSessions();
    void blindBalancerKnowsNoShare();
    void aWholeGroupTakesPartOfItsBalancersTraffic();
    void aShareThatNobodyKnowsIsNotPrinted();
    void labelsHideNoOtherEdge_data();
    void labelsHideNoOtherEdge();
    void aLabelKnowsWhatPassesIt();
    void aLineCrossesARectangle();
    void whatCouldNotBeAskedIsCounted();
    void widthGrowsWithShare();
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

void TestLayout::fewNodesEachHaveAnEdge()
{
    const Blueprint blueprint = sample::shop();
    QCOMPARE(edges(layoutFleet(blueprint, sample::up(blueprint))),
             QStringList({u"clients>edge 100%"_qs, u"edge>web-1 33%"_qs, u"edge>web-2 33%"_qs, u"edge>web-3 33%"_qs,
                          u"web-1>orders 0%"_qs, u"web-2>orders 0%"_qs, u"web-3>orders 0%"_qs}));
    const Blueprint eight = sample::shop(8);
    QCOMPARE(edges(layoutFleet(eight, sample::up(eight))),
             QStringList({u"clients>edge 100%"_qs, u"edge>web 100%"_qs, u"web>orders 0%"_qs}));
}

void TestLayout::whatIsBehindABalancerIsCountedOnce()
{
    Blueprint blueprint = sample::shop();
    blueprint.balancers << blueprint.balancers[0] << blueprint.balancers[0];
    blueprint.balancers[0].serves = QStringList{u"inner"_qs};
    blueprint.balancers[1].name = u"inner"_qs;
    blueprint.balancers[2].name = u"edge-b"_qs;
    blueprint.balancers[2].serves = QStringList{u"inner"_qs};
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    QCOMPARE(boxOf(diagram, u"clients"_qs).as<ClientsFigure>()->requestRate, 84.0);
    QVERIFY(edges(diagram).contains(u"clients>edge 50%"_qs));
    QVERIFY(edges(diagram).contains(u"clients>edge-b 50%"_qs));
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

void TestLayout::idleSideSaysSessions()
{
    const Blueprint blueprint = sample::shop();
    const Diagram diagram = layoutFleet(blueprint, sample::swapping(blueprint, 4));
    const DiagramEdge& blue = diagram.edges[1];
    QVERIFY(blue.idle());
    QCOMPARE(blue.sessions, 4);
    QCOMPARE(blue.side, Side::Blue);
    QVERIFY(blue.labelled);
    QVERIFY(!diagram.edges[2].idle());
    QRectF words(0, 0, 66, 18); // "4 sessions" with its margin: beside green's line, which begins where blue's does
    words.moveCenter(blue.labelAt);
    QVERIFY(std::none_of(blue.walls.begin(), blue.walls.end(),
                         [&](const QLineF& wall) { return layout::crosses(words, wall); }));
    for (const int end : {blue.from, blue.to})
        QVERIFY(!words.intersects(diagram.boxes[end].rect));
}

void TestLayout::blindBalancerKnowsNoShare()
{
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    fleet.balancers[0].node.health = Health::Unknown;
    for (NodeState& node : fleet.groups[0].nodes)
        node.share = node.sessions = 0;
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QVERIFY(diagram.edges[1].unseen);
    QVERIFY(!diagram.edges[1].labelled);
}

/// That each of them takes all of its own says nothing.
void TestLayout::aWholeGroupTakesPartOfItsBalancersTraffic()
{
    const auto [blueprint, fleet] = twoGroups();
    FleetState busy = fleet;
    for (NodeState& node : busy.groups[0].nodes)
        node.requestRate *= 3;
    const Diagram diagram = layoutFleet(blueprint, busy);
    const DiagramEdge& web = edgeTo(diagram, u"web"_qs);
    const DiagramEdge& api = edgeTo(diagram, u"api"_qs);
    QCOMPARE(web.share, 0.75);
    QCOMPARE(api.share, 0.25);
    QVERIFY(web.labelled && api.labelled);
    QVERIFY(web.width > api.width);
    for (NodeState& node : busy.groups[1].nodes)
        node.requestRate = 0;
    const DiagramEdge quiet = edgeTo(layoutFleet(blueprint, busy), u"api"_qs);
    QCOMPARE(qRound(quiet.share * 100), 0);
    QVERIFY(!quiet.idle()); // it would take what came
    for (NodeState& node : busy.groups[1].nodes)
        node.share = 0;
    QVERIFY(edgeTo(layoutFleet(blueprint, busy), u"api"_qs).idle());
    // Sides of a deployment: how the group's own traffic is split.
    const Diagram swapping = layoutFleet(blueprint, sample::swapping(blueprint));
    QCOMPARE(qRound(edgeTo(swapping, u"web:green"_qs).share * 100), 100);
    QVERIFY(edgeTo(swapping, u"web:blue"_qs).idle());
    QCOMPARE(edgeTo(swapping, u"api"_qs).share, 0.26); // 42 of 160
}

void TestLayout::aShareThatNobodyKnowsIsNotPrinted()
{
    const auto [blueprint, fleet] = twoGroups();
    FleetState uncounted = fleet;
    for (GroupState& group : uncounted.groups)
        for (NodeState& node : group.nodes)
            node.requestRate = 0;
    Blueprint paired = blueprint;
    paired.balancers << paired.balancers[0];
    paired.balancers[1].name = u"edge-b"_qs;
    for (const Diagram& diagram : {layoutFleet(blueprint, uncounted), layoutFleet(paired, sample::up(paired))})
        for (const DiagramEdge& edge : diagram.edges) {
            if (edge.kind != EdgeKind::Traffic)
                continue;
            QVERIFY(!edge.labelled);
            QVERIFY(!edge.idle());
            QCOMPARE(edge.width, edgeTo(diagram, u"api"_qs).width);
        }
    // Through both of them comes what web alone gets: how much of each is not known.
    paired.balancers[1].serves = QStringList{u"web"_qs};
    QVERIFY(!edgeTo(layoutFleet(paired, sample::up(paired)), u"api"_qs).labelled);
}

void TestLayout::labelsHideNoOtherEdge_data()
{
    QTest::addColumn<int>("nodes");
    for (int nodes = 1; nodes <= 6; ++nodes)
        QTest::addRow("%d", nodes) << nodes;
}

/// A fan's labels lie between its curves, in the gap: not on a neighbour, not on a box.
void TestLayout::labelsHideNoOtherEdge()
{
    QFETCH(int, nodes);
    const Blueprint blueprint = sample::shop(nodes);
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    int labels = 0;
    for (const DiagramEdge& edge : diagram.edges) {
        if (!edge.labelled)
            continue;
        ++labels;
        QRectF label(0, 0, 40, 18); // "33 %" with its margin
        label.moveCenter(edge.labelAt);
        QVERIFY(!label.intersects(boxOf(diagram, u"web"_qs).rect));
        for (const DiagramEdge& other : diagram.edges)
            for (const QPointF& point : &other == &edge ? QList<QPointF>() : pointsOn(other))
                QVERIFY2(!label.contains(point), qPrintable(diagram.boxes[other.to].key));
    }
    QCOMPARE(labels, nodes);
}

void TestLayout::aLabelKnowsWhatPassesIt()
{
    const Blueprint blueprint = sample::shop(6);
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    int passing = 0;
    for (const DiagramEdge& edge : diagram.edges) {
        QCOMPARE(edge.labelled || edge.walls.isEmpty(), true);
        QRectF around({}, layout::labelSize);
        around.moveCenter(edge.labelAt);
        for (const DiagramEdge& other : diagram.edges)
            for (const QPointF& point : &other == &edge || !edge.labelled ? QList<QPointF>() : pointsOn(other)) {
                if (!around.contains(point))
                    continue;
                ++passing;
                const QRectF there(point - QPointF(1, 1), QSizeF(2, 2));
                QVERIFY(std::any_of(edge.walls.begin(), edge.walls.end(),
                                    [&](const QLineF& wall) { return layout::crosses(there, wall); }));
            }
    }
    QVERIFY(passing > 0);
}

void TestLayout::aLineCrossesARectangle()
{
    const QRectF rect(0, 0, 10, 10);
    QVERIFY(layout::crosses(rect, {-5, 5, 15, 5}));
    QVERIFY(layout::crosses(rect, {2, 2, 3, 3}));
    QVERIFY(layout::crosses(rect, {5, 20, 5, 9}));
    QVERIFY(!layout::crosses(rect, {-5, -1, 15, -1}));
    QVERIFY(!layout::crosses(rect, {-5, 8, 3, 20})); // past the corner
    QVERIFY(!layout::crosses(rect, {12, 5, 30, 5}));
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

void TestLayout::widthGrowsWithShare()
{
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[0].share = 0.1;
    fleet.groups[0].nodes[1].share = 0.9;
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QVERIFY(diagram.edges[1].width < diagram.edges[2].width);
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
