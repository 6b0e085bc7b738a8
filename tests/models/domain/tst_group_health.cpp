// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/group_health.h"

#include <QTest>

using namespace snowmelt;

class TestGroupHealth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsTheWorstSoftened_data();
    void itIsTheWorstSoftened();
    void whatIsAbsentDoesNotCount();
};

namespace {

GroupState groupOf(const QList<Health>& nodes)
{
    GroupState group;
    group.name = u"web"_qs;
    for (const Health health : nodes) {
        NodeState node;
        node.lifecycle = Lifecycle::Running;
        node.health = health;
        group.nodes << node;
    }
    return group;
}

} // namespace

void TestGroupHealth::itIsTheWorstSoftened_data()
{
    using H = Health;
    QTest::addColumn<QList<Health>>("nodes");
    QTest::addColumn<Health>("group");
    QTest::newRow("all well") << QList<H>{H::Healthy, H::Healthy, H::Healthy} << H::Healthy;
    QTest::newRow("one drains") << QList<H>{H::Healthy, H::Draining, H::Healthy} << H::Healthy;
    QTest::newRow("all drain") << QList<H>{H::Draining, H::Draining, H::Draining} << H::Draining;
    QTest::newRow("one unseen") << QList<H>{H::Healthy, H::Unknown, H::Healthy} << H::Unknown;
    QTest::newRow("one unseen, one ill") << QList<H>{H::Healthy, H::Unknown, H::Degraded} << H::Degraded;
    QTest::newRow("one down") << QList<H>{H::Healthy, H::Down, H::Healthy} << H::Degraded;
    QTest::newRow("all down") << QList<H>{H::Down, H::Down, H::Down} << H::Down;
    QTest::newRow("one missing") << QList<H>{H::Healthy, H::Healthy} << H::Degraded;
    QTest::newRow("one too many") << QList<H>{H::Healthy, H::Healthy, H::Healthy, H::Healthy} << H::Healthy;
    QTest::newRow("none") << QList<H>{} << H::Unknown;
}

void TestGroupHealth::itIsTheWorstSoftened()
{
    QFETCH(QList<Health>, nodes);
    QFETCH(Health, group);
    QCOMPARE(groupHealth(countsOf(groupOf(nodes), 3)), group);
}

void TestGroupHealth::whatIsAbsentDoesNotCount()
{
    GroupState group = groupOf({Health::Healthy, Health::Down});
    group.nodes[1].lifecycle = Lifecycle::Absent;
    QCOMPARE(countsOf(group, 1).nodes, 1);
    QCOMPARE(groupHealth(countsOf(group, 1)), Health::Healthy);
    QCOMPARE(groupHealth(countsOf(group, 2)), Health::Degraded);
}

QTEST_APPLESS_MAIN(TestGroupHealth)
#include "tst_group_health.moc"
