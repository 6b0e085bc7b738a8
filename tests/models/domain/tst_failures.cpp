// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/failures.h"

#include <QTest>

using namespace snowmelt;

namespace {

QDateTime at(int seconds)
{
    return QDateTime::fromSecsSinceEpoch(1'700'000'000 + seconds, Qt::UTC);
}

NodeState node(const QString& name, qint64 requests, qint64 failed)
{
    NodeState state;
    state.name = name;
    state.group = name.section(u'-', 0, 0);
    state.health = Health::Healthy;
    state.counted = Counted{requests, failed, false};
    return state;
}

NodeState down(NodeState state, int since)
{
    state.health = Health::Down;
    state.check = BalancerCheck{u"L7STS"_qs, 503, {}, {}, 1, true, false, at(since)};
    return state;
}

GroupState group(const QString& name, const QList<NodeState>& nodes, qint64 failed)
{
    GroupState state;
    state.name = name;
    state.nodes = nodes;
    state.requests = 1000;
    state.failed = failed;
    state.countedSince = at(10);
    return state;
}

FleetState fleet(const QList<GroupState>& groups)
{
    FleetState state;
    BalancerState edge;
    edge.node.name = u"edge"_qs;
    for (const GroupState& one : groups)
        edge.serves << one.name;
    state.balancers = {edge};
    state.groups = groups;
    return state;
}

QStringList names(const Failures& failures)
{
    QStringList list;
    for (const Culprit& one : failures.culprits)
        list << one.node;
    return list;
}

} // namespace

class TestFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mostFirst()
    {
        const auto web = group(u"web"_qs,
                               {node(u"web-1"_qs, 500, 2), node(u"web-2"_qs, 400, 0),
                                down(node(u"web-10"_qs, 90, 40), 30), down(node(u"web-3"_qs, 10, 0), 20)},
                               42);
        const Failures all = failuresOf(fleet({web}), u"edge"_qs);
        QCOMPARE(names(all), (QStringList{u"web-10"_qs, u"web-1"_qs, u"web-3"_qs}));
        QCOMPARE(all.failed, 42);
        QCOMPARE(all.percent(), 4.2);
        QCOMPARE(all.since, at(10));
        QCOMPARE(all.ofNone, 0);
        QCOMPARE(all.culprits.first().since, at(30));
        QVERIFY(all.culprits.at(1).since.isNull()); // nobody says since when it is well
    }

    void whatNoNodeTookIsNoNodesFault()
    {
        auto web = group(u"web"_qs, {node(u"web-1"_qs, 500, 2)}, 42);
        web.failedGone = 10;
        const Failures all = failuresOf(fleet({web}), u"web"_qs);
        QCOMPARE(all.ofGone, 10);
        QCOMPARE(all.ofNone, 30);
    }

    void aBalancerAnswersForAllItsGroups()
    {
        auto api = group(u"api"_qs, {node(u"api-1"_qs, 5, 5)}, 5);
        api.countedSince = at(4);
        const auto state = fleet({group(u"web"_qs, {node(u"web-1"_qs, 5, 3)}, 3), api});
        const Failures all = failuresOf(state, u"edge"_qs);
        QCOMPARE(names(all), (QStringList{u"api-1"_qs, u"web-1"_qs}));
        QCOMPARE(all.failed, 8);
        QCOMPARE(all.requests, 2000);
        QCOMPARE(all.since, at(4));
        QCOMPARE(names(failuresOf(state, u"web"_qs)), (QStringList{u"web-1"_qs}));
    }

    /// Nobody counted: that is not "none failed".
    void aBalancerThatCouldNotBeAskedSaysNothing()
    {
        auto web = group(u"web"_qs, {node(u"web-1"_qs, 0, 0)}, 0);
        web.countedSince = {};
        QVERIFY(!failuresOf(fleet({web}), u"edge"_qs).known());
        QVERIFY(!failuresOf(fleet({web}), u"nobody"_qs).known());
    }

    void healthIsDatedWhileTheBalancerSaysTheSame()
    {
        NodeState web1 = down(node(u"web-1"_qs, 1, 1), 30);
        QCOMPARE(healthSince(web1), at(30));
        web1.check->up = true; // we say down, the balancer still up
        QVERIFY(healthSince(web1).isNull());
        web1.health = Health::Healthy;
        QCOMPARE(healthSince(web1), at(30));
        web1.check.reset();
        QVERIFY(healthSince(web1).isNull());
    }
};

QTEST_APPLESS_MAIN(TestFailures)
#include "tst_failures.moc"
