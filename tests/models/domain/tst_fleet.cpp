// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fleet.h"

#include <QTest>

using namespace snowmelt;

class TestFleet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyFleetIsNotUp();
    void absentNodesAreNotUp();
    void anyRoleMakesItUp();
    void findsPartsOfEveryRole();
    void completeUnlessBlind();

private:
    static FleetState shop();
};

FleetState TestFleet::shop()
{
    FleetState fleet;
    BalancerState edge;
    edge.node.name = u"edge"_qs;
    GroupState web;
    web.name = u"web"_qs;
    web.nodes = {NodeState(), NodeState()};
    web.nodes[0].name = u"web-1"_qs;
    web.nodes[1].name = u"web-2"_qs;
    DatabaseState orders;
    orders.node.name = u"orders"_qs;
    fleet.balancers = {edge};
    fleet.groups = {web};
    fleet.databases = {orders};
    return fleet;
}

void TestFleet::emptyFleetIsNotUp()
{
    QVERIFY(!FleetState().isUp());
    QVERIFY(FleetState().allNodes().isEmpty());
}

void TestFleet::absentNodesAreNotUp()
{
    QVERIFY(!shop().isUp());
}

void TestFleet::anyRoleMakesItUp()
{
    FleetState fleet = shop();
    fleet.databases[0].node.lifecycle = Lifecycle::Stopped;
    QVERIFY(fleet.isUp());
    fleet = shop();
    fleet.groups[0].nodes[1].lifecycle = Lifecycle::Created;
    QVERIFY(fleet.isUp());
}

void TestFleet::findsPartsOfEveryRole()
{
    const FleetState fleet = shop();
    for (const QString& name : {u"edge"_qs, u"web-1"_qs, u"web-2"_qs, u"orders"_qs}) {
        QVERIFY2(fleet.findNode(name), qPrintable(name));
        QCOMPARE(fleet.findNode(name)->name, name);
    }
    QVERIFY(!fleet.findNode(u"web"_qs));
    QCOMPARE(fleet.findGroup(u"web"_qs), &fleet.groups[0]);
    QVERIFY(!fleet.findGroup(u"edge"_qs));
    QStringList names;
    for (const NodeState* node : fleet.allNodes())
        names.append(node->name);
    QCOMPARE(names, QStringList({u"edge"_qs, u"web-1"_qs, u"web-2"_qs, u"orders"_qs}));
}

void TestFleet::completeUnlessBlind()
{
    FleetState fleet = shop();
    QVERIFY(fleet.complete());
    fleet.blind.append(Error{ErrorCode::BalancerSocketGone, {u"edge"_qs}, {}});
    QVERIFY(!fleet.complete());
}

QTEST_APPLESS_MAIN(TestFleet)
#include "tst_fleet.moc"
