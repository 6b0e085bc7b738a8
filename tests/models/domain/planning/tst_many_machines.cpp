// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/many_machines.h"

#include <QTest>

using namespace snowmelt;

/// From when on a person is told how many machines would be made.
class TestManyMachines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneZeroMoreIsMany();
    void whatIsThereIsNotMadeAgain();
    void whatIsTooManyFillsNoGap();

private:
    /// One balancer, one database, "web" of `size` and "api" of two.
    static Blueprint wanted(int size)
    {
        Blueprint blueprint;
        blueprint.name = u"shop"_qs;
        blueprint.balancers = {{u"edge"_qs, u"haproxy"_qs, {u"haproxy"_qs, u"1"_qs}, 8080, {u"web"_qs}}};
        blueprint.databases = {Database{u"orders"_qs, u"postgresql"_qs, {u"postgresql"_qs, u"1"_qs}, true, 1}};
        const ImageRef shop{u"shop"_qs, u"1.0.0"_qs};
        blueprint.groups = {{u"web"_qs, shop, size, 8080, {}, {}}, {u"api"_qs, shop, 2, 8081, {}, {}}};
        return blueprint;
    }
    static GroupState group(const QString& name, int nodes, Lifecycle lifecycle = Lifecycle::Running)
    {
        GroupState group;
        group.name = name;
        NodeState node;
        node.lifecycle = lifecycle;
        group.nodes = QList<NodeState>(nodes, node);
        return group;
    }
};

void TestManyMachines::oneZeroMoreIsMany()
{
    QVERIFY(!isMany(missingMachines(wanted(10), {})));
    QCOMPARE(missingMachines(wanted(10), {}), 14);
    QVERIFY(isMany(missingMachines(wanted(100), {})));
    QCOMPARE(missingMachines(wanted(100'000), {}), 100'004);
    QVERIFY(!isMany(manyMachines - 1));
    QVERIFY(isMany(manyMachines));
}

void TestManyMachines::whatIsThereIsNotMadeAgain()
{
    FleetState fleet;
    fleet.groups = {group(u"web"_qs, 150), group(u"api"_qs, 2, Lifecycle::Stopped)};
    QCOMPARE(missingMachines(wanted(150), fleet), 2); // balancer and database
    fleet.balancers.append(BalancerState());
    fleet.balancers[0].node.name = u"edge"_qs;
    fleet.balancers[0].node.lifecycle = Lifecycle::Created;
    QCOMPARE(missingMachines(wanted(150), fleet), 1);
    fleet.groups[1] = group(u"api"_qs, 2, Lifecycle::Absent); // looked for and not found
    QCOMPARE(missingMachines(wanted(150), fleet), 3);
}

void TestManyMachines::whatIsTooManyFillsNoGap()
{
    FleetState fleet;
    fleet.groups = {group(u"web"_qs, 6), group(u"gone"_qs, 9)}; // both sides of a deployment, and what nobody wants
    QCOMPARE(missingMachines(wanted(3), fleet), 4);
}

QTEST_GUILESS_MAIN(TestManyMachines)
#include "tst_many_machines.moc"
