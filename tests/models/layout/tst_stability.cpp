// SPDX-License-Identifier: GPL-3.0-or-later
// What comes, goes or is placed moves nothing else.
#include "tests/models/layout/diagram_moves.h"
#include "tests/models/layout/random_fleets.h"
#include "tests/models/layout/tidiness.h"

#include <QTest>

#include <limits>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

/// One group of web-1 … web-N, all running.
std::pair<Blueprint, FleetState> shopOf(int nodes)
{
    const Blueprint blueprint = sample::shop(nodes);
    return {blueprint, sample::up(blueprint)};
}

QMap<QString, QRectF> rectsOf(const Diagram& diagram)
{
    QMap<QString, QRectF> rects;
    for (const DiagramBox& box : diagram.boxes)
        rects.insert(box.key, box.rect);
    return rects;
}

void removeNode(FleetState& fleet, const QString& name)
{
    fleet.groups[0].nodes.removeIf([&](const NodeState& node) { return node.name == name; });
}

} // namespace

class TestStability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyNumberOfNodesMoreMovesNothing_data()
    {
        QTest::addColumn<int>("nodes");
        for (int nodes : {1, 3, 6, 7, 16, 24, 25, 200})
            QTest::addRow("%d", nodes) << nodes;
    }
    void anyNumberOfNodesMoreMovesNothing()
    {
        QFETCH(int, nodes);
        const auto [blueprint, fleet] = shopOf(nodes);
        const LaidOut before = layoutFleet(blueprint, fleet, {});
        for (int more = 1; more <= 20; ++more) {
            const auto [larger, state] = shopOf(nodes + more);
            const LaidOut after = layoutFleet(larger, state, before.arrangement);
            QCOMPARE(moved(before.diagram, after.diagram), QString());
            QCOMPARE(untidy(after.diagram), QString());
            QCOMPARE(after.diagram.boxes.size() - before.diagram.boxes.size(), more);
        }
    }
    void aQuarterOfTheRowsIsKeptFree()
    {
        const auto [blueprint, fleet] = shopOf(16); // eight rows of two
        const LaidOut laid = layoutFleet(blueprint, fleet, {});
        const QRectF box = boxOf(laid.diagram, u"web"_qs).rect;
        QCOMPARE(laid.arrangement.seats[u"web"_qs].height() - box.height(), 2 * 64.0);
    }
    void aFreeCellIsTakenByTheNext()
    {
        auto [blueprint, fleet] = shopOf(6);
        const LaidOut six = layoutFleet(blueprint, fleet, {});
        removeNode(fleet, u"web-2"_qs);
        blueprint.groups[0].size = 5;
        const LaidOut five = layoutFleet(blueprint, fleet, six.arrangement);
        QCOMPARE(moved(six.diagram, five.diagram), QString());
        QVERIFY(!hasBox(five.diagram, u"web-2"_qs));
        QCOMPARE(five.arrangement.fields[u"web"_qs].numbers, (QList<int>{1, 0, 3, 4, 5, 6}));
        fleet.groups[0].nodes << sample::running(u"web-7"_qs, u"web"_qs, Role::Node, sample::image(u"1.0.0"_qs));
        const LaidOut seven = layoutFleet(blueprint, fleet, five.arrangement);
        QCOMPARE(boxOf(seven.diagram, u"web-7"_qs).rect, boxOf(six.diagram, u"web-2"_qs).rect);
    }

    /// Two groups, one above the other: the upper one has no more room than its reserve.
    void whatDoesNotFitGoesOnElsewhere()
    {
        Blueprint blueprint = sample::shop(3);
        blueprint.groups << Group{u"api"_qs, sample::image(u"1.0.0"_qs), 3, 80, {}, {}};
        const LaidOut before = layoutFleet(blueprint, sample::up(blueprint), {});
        const QString upper = boxOf(before.diagram, u"web"_qs).rect.top() < boxOf(before.diagram, u"api"_qs).rect.top()
                                  ? u"web"_qs
                                  : u"api"_qs;
        Group& group = upper == u"web" ? blueprint.groups[0] : blueprint.groups[1];
        group.size = 6;
        const LaidOut after = layoutFleet(blueprint, sample::up(blueprint), before.arrangement);
        QCOMPARE(moved(before.diagram, after.diagram), QString());
        QCOMPARE(untidy(after.diagram), QString());
        const DiagramBox& more = boxOf(after.diagram, upper + u"+2");
        QCOMPARE(more.continues, 1);
        QCOMPARE(more.part, upper);
        QCOMPARE(after.diagram.boxes[boxOf(after.diagram, upper + u"-6").container].key, more.key);
        // One more finds room in the second container; none is opened for it.
        group.size = 7;
        const LaidOut again = layoutFleet(blueprint, sample::up(blueprint), after.arrangement);
        QCOMPARE(moved(after.diagram, again.diagram), QString());
        QVERIFY(!hasBox(again.diagram, upper + u"+3"));
        group.size = 3;
        QVERIFY(!hasBox(layoutFleet(blueprint, sample::up(blueprint), again.arrangement).diagram, more.key));
    }

    /// Green comes below blue and goes again; its nodes take over the places of blue's.
    void aDeploymentMovesNothing()
    {
        const Blueprint blueprint = sample::shop(3);
        const LaidOut before = layoutFleet(blueprint, sample::up(blueprint), {});
        const LaidOut during = layoutFleet(blueprint, sample::swapping(blueprint), before.arrangement);
        QCOMPARE(moved(before.diagram, during.diagram), QString());
        QCOMPARE(boxOf(during.diagram, u"web:blue"_qs).rect.topLeft(), boxOf(before.diagram, u"web"_qs).rect.topLeft());
        QCOMPARE(untidy(during.diagram), QString());
        FleetState after = sample::swapping(blueprint);
        after.groups[0].nodes.removeIf([](const NodeState& node) { return node.side == Side::Blue; });
        for (NodeState& node : after.groups[0].nodes)
            node.side = Side::None;
        const LaidOut done = layoutFleet(blueprint, after, during.arrangement);
        QCOMPARE(boxOf(done.diagram, u"web"_qs).rect, boxOf(before.diagram, u"web"_qs).rect);
        QCOMPARE(boxOf(done.diagram, u"web-4"_qs).rect, boxOf(before.diagram, u"web-1"_qs).rect);
    }

    /// Below blue stands another group: green goes right above it, and blue stays where it is.
    void aDeploymentWithoutRoomBelowGoesUp()
    {
        Blueprint blueprint = sample::shop(3);
        blueprint.groups << Group{u"api"_qs, sample::image(u"1.0.0"_qs), 3, 80, {}, {}};
        Arrangement tight = layoutFleet(blueprint, sample::up(blueprint), {}).arrangement;
        const QRectF web = tight.seats[u"web"_qs];
        tight.seats[u"api"_qs] = web.translated(0, web.height() + 32);
        const LaidOut before = layoutFleet(blueprint, sample::up(blueprint), tight);
        const QRectF group = boxOf(before.diagram, u"web"_qs).rect;
        QCOMPARE(group.topLeft(), web.topLeft());
        const LaidOut during = layoutFleet(blueprint, sample::swapping(blueprint), before.arrangement);
        QCOMPARE(boxOf(during.diagram, u"web:blue"_qs).rect, group);
        QCOMPARE(boxOf(during.diagram, u"web:green"_qs).rect, group.translated(0, -group.height() - 16));
        QCOMPARE(boxOf(during.diagram, u"api"_qs).rect, boxOf(before.diagram, u"api"_qs).rect);
        QCOMPARE(untidy(during.diagram), QString());
        const LaidOut again = layoutFleet(blueprint, sample::swapping(blueprint), during.arrangement);
        QCOMPARE(again.diagram, during.diagram);
        QCOMPARE(again.arrangement, during.arrangement);
        QCOMPARE(layoutFleet(blueprint, sample::up(blueprint), during.arrangement).diagram, before.diagram);
    }
    void nonsenseIsTolerated()
    {
        const auto [blueprint, fleet] = shopOf(5);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        Arrangement odd;
        odd.placed = {{u"edge"_qs, {nan, 3}}, {u"nobody"_qs, {4, 4}}, {u"orders"_qs, {1e300, 0}}};
        odd.seats = {{u"web"_qs, {0, 0, -5, 10}},
                     {u"edge"_qs, {10, 10, 1e9, 1e9}},
                     {u"orders"_qs, {10, 10, nan, 3}},
                     {u"clients"_qs, {10, 10, 200, 200}},
                     {u"gone"_qs, {0, 0, 5000, 5000}}};
        odd.fields = {{u"web"_qs, {true, 0, {1, 1, 1, -7}}}, {u"edge"_qs, {false, 3, {9}}}};
        odd.collapsed = {u"gone"_qs};
        const LaidOut laid = layoutFleet(blueprint, fleet, odd);
        QCOMPARE(untidy(laid.diagram), QString());
        QCOMPARE(laid.diagram.boxes.size(), layoutFleet(blueprint, fleet).boxes.size());
        QCOMPARE(laid.arrangement.seats[u"gone"_qs], odd.seats[u"gone"_qs]); // it may come back
        QCOMPARE(layoutFleet(blueprint, fleet, laid.arrangement).diagram, laid.diagram);
    }
    void aCollapsedGroupIsOneBox()
    {
        const auto [blueprint, fleet] = shopOf(8);
        const LaidOut open = layoutFleet(blueprint, fleet, {});
        Arrangement arranged = open.arrangement;
        arranged.collapsed.insert(u"web"_qs);
        const LaidOut closed = layoutFleet(blueprint, fleet, arranged);
        QVERIFY(boxOf(closed.diagram, u"web"_qs).collapsed);
        QVERIFY(!hasBox(closed.diagram, u"web-1"_qs));
        QCOMPARE(closed.diagram.boxes.size(), open.diagram.boxes.size() - 8);
        QCOMPARE(untidy(closed.diagram), QString());
        arranged = closed.arrangement;
        arranged.collapsed.clear();
        QCOMPARE(layoutFleet(blueprint, fleet, arranged).diagram, open.diagram);
    }
    void aSelectionIsLaidOutAfresh()
    {
        Blueprint blueprint = sample::shop(3);
        blueprint.groups << Group{u"api"_qs, sample::image(u"1.0.0"_qs), 3, 80, {}, {}};
        const LaidOut first = layoutFleet(blueprint, sample::up(blueprint), {});
        Arrangement arranged = first.arrangement;
        arranged.placed = {{u"web"_qs, {5000, 5000}}, {u"orders"_qs, {6000, -70}}};
        arranged = layoutFleet(blueprint, sample::up(blueprint), arranged).arrangement;
        const LaidOut web = layoutFleet(blueprint, sample::up(blueprint), withoutPlaces(arranged, {u"web"_qs}));
        QVERIFY(!boxOf(web.diagram, u"web"_qs).placed);
        QVERIFY(boxOf(web.diagram, u"web"_qs).rect.x() < 2000);
        QCOMPARE(boxOf(web.diagram, u"orders"_qs).rect.topLeft(), QPointF(6000, -70));
        QCOMPARE(layoutFleet(blueprint, sample::up(blueprint), withoutPlaces(arranged)).diagram, first.diagram);
    }

    /// The zones of a pair lie across each other whatever is done, so nothing stands farther apart for their sake.
    void zonesThatCannotBeBoxesMoveNothing()
    {
        Blueprint plain = sample::shop(3);
        plain.balancers << plain.balancers[0];
        plain.balancers[1].name = u"edge-b"_qs;
        plain.balancers[0].pair = u"edge-b"_qs;
        plain.balancers[1].pair = u"edge"_qs;
        plain.groups << Group{u"api"_qs, sample::image(u"1.0.0"_qs), 3, 80, {}, {u"orders"_qs}};
        for (Balancer& balancer : plain.balancers)
            balancer.serves << u"api"_qs;
        Blueprint zoned = plain;
        zoned.balancers[0].zones = zoned.groups[0].zones = zoned.databases[0].zones = {u"a"_qs};
        zoned.balancers[1].zones = zoned.groups[1].zones = {u"b"_qs};
        const Diagram diagram = layoutFleet(zoned, sample::up(zoned));
        QCOMPARE(rectsOf(diagram), rectsOf(layoutFleet(plain, sample::up(plain))));
        QCOMPARE(boxOf(diagram, u"web"_qs).zones, QStringList{u"a"_qs});
    }
    void itStopsWhenAsked()
    {
        const Blueprint blueprint = sample::anyTopology(3, {60, 5, 0});
        int asked = 0;
        const LaidOut laid = layoutFleet(blueprint, {}, {}, [&asked] { return ++asked > 3; });
        QVERIFY(laid.stopped);
        QVERIFY(laid.diagram.isEmpty());
    }
    void zonesAreBoxesAroundTheirParts()
    {
        Blueprint blueprint = sample::shop(3);
        blueprint.groups[0].zones = {u"a"_qs};
        blueprint.databases[0].zones = {u"a"_qs};
        blueprint.groups << Group{u"api"_qs, sample::image(u"1.0.0"_qs), 3, 80, {}, {}};
        blueprint.groups[1].zones = {u"b"_qs};
        blueprint.groups << Group{u"far"_qs, sample::image(u"1.0.0"_qs), 3, 80, {}, {}};
        blueprint.groups[2].zones = {u"a"_qs, u"b"_qs};
        const LaidOut laid = layoutFleet(blueprint, sample::up(blueprint), {});
        QCOMPARE(untidy(laid.diagram), QString());
        const DiagramBox& zone = boxOf(laid.diagram, u"zone:a"_qs);
        QCOMPARE(zone.as<ZoneFigure>()->name, u"a"_qs);
        QCOMPARE(zone.as<ZoneFigure>()->parts, 2);
        QVERIFY(zone.rect.contains(boxOf(laid.diagram, u"orders"_qs).rect));
        QCOMPARE(boxOf(laid.diagram, u"web"_qs).zones, QStringList());
        QCOMPARE(boxOf(laid.diagram, u"far"_qs).zones, (QStringList{u"a"_qs, u"b"_qs}));
        // With a stranger in the middle of it there is no such box: the parts say it themselves.
        Arrangement arranged = laid.arrangement;
        arranged.placed.insert(u"far"_qs, boxOf(laid.diagram, u"web"_qs).rect.topRight() + QPointF(20, 0));
        const Diagram mixed = layoutFleet(blueprint, sample::up(blueprint), arranged).diagram;
        QVERIFY(!hasBox(mixed, u"zone:a"_qs));
        QCOMPARE(boxOf(mixed, u"web"_qs).zones, QStringList{u"a"_qs});
        QVERIFY(hasBox(mixed, u"zone:b"_qs));
    }
};

QTEST_APPLESS_MAIN(TestStability)
#include "tst_stability.moc"
