// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/labels.h"
#include "models/layout/layout_fleet.h"
#include "models/layout/metrics.h"

#include "tests/models/layout/diagram_parts.h"
#include "tests/models/layout/sample_fleets.h"

#include <QTest>

#include <algorithm>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

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

/// What edges say, how wide they are and where their labels stand.
class TestLayoutTraffic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fewNodesEachHaveAnEdge();
    void whatIsBehindABalancerIsCountedOnce();
    void idleSideSaysSessions();
    void blindBalancerKnowsNoShare();
    void aWholeGroupTakesPartOfItsBalancersTraffic();
    void aShareThatNobodyKnowsIsNotPrinted();
    void labelsHideNoOtherEdge_data();
    void labelsHideNoOtherEdge();
    void aLabelKnowsWhatPassesIt();
    void aLineCrossesARectangle();
    void widthGrowsWithShare();
};

void TestLayoutTraffic::fewNodesEachHaveAnEdge()
{
    const Blueprint blueprint = sample::shop();
    QCOMPARE(edges(layoutFleet(blueprint, sample::up(blueprint))),
             QStringList({u"clients>edge 100%"_qs, u"edge>web-1 33%"_qs, u"edge>web-2 33%"_qs, u"edge>web-3 33%"_qs,
                          u"web-1>orders 0%"_qs, u"web-2>orders 0%"_qs, u"web-3>orders 0%"_qs}));
    const Blueprint eight = sample::shop(8);
    QCOMPARE(edges(layoutFleet(eight, sample::up(eight))),
             QStringList({u"clients>edge 100%"_qs, u"edge>web 100%"_qs, u"web>orders 0%"_qs}));
}

void TestLayoutTraffic::whatIsBehindABalancerIsCountedOnce()
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

void TestLayoutTraffic::idleSideSaysSessions()
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

void TestLayoutTraffic::blindBalancerKnowsNoShare()
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
void TestLayoutTraffic::aWholeGroupTakesPartOfItsBalancersTraffic()
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

void TestLayoutTraffic::aShareThatNobodyKnowsIsNotPrinted()
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

void TestLayoutTraffic::labelsHideNoOtherEdge_data()
{
    QTest::addColumn<int>("nodes");
    for (int nodes = 1; nodes <= 6; ++nodes)
        QTest::addRow("%d", nodes) << nodes;
}

/// A fan's labels lie between its curves, in the gap: not on a neighbour, not on a box.
void TestLayoutTraffic::labelsHideNoOtherEdge()
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

void TestLayoutTraffic::aLabelKnowsWhatPassesIt()
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

void TestLayoutTraffic::aLineCrossesARectangle()
{
    const QRectF rect(0, 0, 10, 10);
    QVERIFY(layout::crosses(rect, {-5, 5, 15, 5}));
    QVERIFY(layout::crosses(rect, {2, 2, 3, 3}));
    QVERIFY(layout::crosses(rect, {5, 20, 5, 9}));
    QVERIFY(!layout::crosses(rect, {-5, -1, 15, -1}));
    QVERIFY(!layout::crosses(rect, {-5, 8, 3, 20})); // past the corner
    QVERIFY(!layout::crosses(rect, {12, 5, 30, 5}));
}

void TestLayoutTraffic::widthGrowsWithShare()
{
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[0].share = 0.1;
    fleet.groups[0].nodes[1].share = 0.9;
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QVERIFY(diagram.edges[1].width < diagram.edges[2].width);
}

QTEST_APPLESS_MAIN(TestLayoutTraffic)
#include "tst_layout_traffic.moc"
