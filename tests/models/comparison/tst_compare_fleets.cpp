// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/compare_fleets.h"

#include "tests/models/layout/sample_fleets.h"

#include <QTest>

using namespace snowmelt;

namespace {

FleetMoment seen(const Blueprint& blueprint)
{
    return {blueprint, sample::up(blueprint), true};
}

/// "+web-4", "-web-1", "~web image shop@1.0.0 > shop@1.1.0".
QStringList said(const FleetComparison& comparison)
{
    static const QHash<Change, QString> sign{{Change::Added, QStringLiteral("+")},
                                             {Change::Removed, QStringLiteral("-")},
                                             {Change::Changed, QStringLiteral("~")}};
    QStringList lines;
    for (const PartChange& part : comparison.parts) {
        QString line = sign[part.change] + part.part;
        for (const ComparedChange& field : part.fields)
            line += u" %1 > %2"_qs.arg(field.before, field.after);
        lines << line;
    }
    for (const LinkChange& link : comparison.links)
        lines << sign[link.change] + link.from + u'>' + link.to;
    return lines;
}

QStringList nodeNames(const FleetMoment& moment)
{
    QStringList names;
    for (const NodeState& node : moment.fleet.groups.first().nodes)
        names << node.name;
    return names;
}

} // namespace

class TestCompareFleets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingDiffersFromItself()
    {
        const FleetMoment now = seen(sample::shop());
        const FleetComparison comparison = compareFleets(now, now);
        QVERIFY(comparison.same());
        QCOMPARE(comparison.both.blueprint, now.blueprint);
        QCOMPARE(comparison.both.fleet, now.fleet);
    }

    void trafficIsNoDifference()
    {
        const FleetMoment before = seen(sample::shop());
        FleetMoment after = before;
        after.fleet.groups[0].nodes[0].sessions = 90;
        after.fleet.groups[0].nodes[0].requestRate = 1200;
        after.fleet.groups[0].nodes[0].share = 0.9;
        QVERIFY(compareFleets(before, after).same());
    }

    void whatADeploymentChanged()
    {
        const FleetMoment before = seen(sample::shop());
        FleetMoment after = before;
        after.blueprint.groups[0].image = sample::image(u"1.1.0"_qs);
        QList<NodeState>& nodes = after.fleet.groups[0].nodes;
        nodes.removeFirst();
        nodes << sample::running(u"web-4"_qs, u"web"_qs, Role::Node, sample::image(u"1.1.0"_qs));
        nodes[0].health = Health::Down;
        const FleetComparison comparison = compareFleets(before, after);
        QCOMPARE(said(comparison), (QStringList{u"~web shop@1.0.0 > shop@1.1.0"_qs, u"~web-2 healthy > down"_qs,
                                                u"+web-4"_qs, u"-web-1"_qs}));
        QCOMPARE(nodeNames(comparison.both), (QStringList{u"web-1"_qs, u"web-2"_qs, u"web-3"_qs, u"web-4"_qs}));
        QCOMPARE(comparison.both.fleet.groups[0].nodes[0].share, 0.0);
        QCOMPARE(comparison.of(u"web-1"_qs), Change::Removed);
        QCOMPARE(comparison.of(u"web-3"_qs), Change::Same);
        QCOMPARE(comparison.count(Change::Changed), 2);
        QCOMPARE(comparison.find(u"web-4"_qs)->group, u"web"_qs);
    }

    void thereAndBackSaysTheOpposite()
    {
        const FleetMoment small = seen(sample::shop(2));
        const FleetMoment large = seen(sample::shop(4));
        const FleetComparison grown = compareFleets(small, large);
        const FleetComparison shrunk = compareFleets(large, small);
        QCOMPARE(grown.count(Change::Added), 2);
        QCOMPARE(shrunk.count(Change::Removed), 2);
        QCOMPARE(said(grown).first(), u"~web 2 > 4"_qs);
        QCOMPARE(said(shrunk).first(), u"~web 4 > 2"_qs);
        QCOMPARE(nodeNames(grown.both), nodeNames(shrunk.both));
    }

    void whatNobodyKnowsDoesNotDiffer()
    {
        FleetMoment before = seen(sample::shop());
        FleetMoment after = before;
        before.fleet.balancers[0].version.clear();
        after.fleet.balancers[0].version = u"2.6.12"_qs;
        before.fleet.groups[0].nodes[0].digest = {};
        after.fleet.groups[0].nodes[0].digest = Digest::ofBytes("image");
        QVERIFY(compareFleets(before, after).same());
    }

    void whatCouldNotBeSeenAnyMoreIsSaid()
    {
        const FleetMoment before = seen(sample::shop());
        FleetMoment after = before;
        after.fleet.groups[0].nodes[1].health = Health::Unknown;
        QCOMPARE(said(compareFleets(before, after)), QStringList{u"~web-2 healthy > unknown"_qs});
    }

    void aBlueprintBesideWhatRuns()
    {
        const Blueprint blueprint = sample::shop();
        FleetState running = sample::up(blueprint);
        QVERIFY(compareFleets(declaredMoment(blueprint, running), {blueprint, running, true}).same());

        // After a swap the numbers have moved on: web-4 … web-6 are what web-1 … web-3 were.
        for (NodeState& node : running.groups[0].nodes)
            node.name = u"web-"_qs + QString::number(node.name.back().digitValue() + 3);
        QVERIFY(compareFleets(declaredMoment(blueprint, running), {blueprint, running, true}).same());

        running.groups[0].nodes.removeLast();
        running.groups[0].nodes[0].image = sample::image(u"0.9.0"_qs);
        QCOMPARE(said(compareFleets(declaredMoment(blueprint, running), {blueprint, running, true})),
                 (QStringList{u"~web-4 shop@1.0.0 > shop@0.9.0"_qs, u"-web-1"_qs}));
    }

    void aBlueprintNobodyBroughtUp()
    {
        const Blueprint blueprint = sample::shop();
        const FleetComparison comparison = compareFleets(declaredMoment(blueprint), {blueprint, {}, true});
        QCOMPARE(comparison.count(Change::Removed), 5); // balancer, three nodes, database; the group is declared
        QCOMPARE(comparison.both.fleet.groups[0].nodes.size(), 3);
    }

    void linesComeAndGo()
    {
        Blueprint before = sample::shop();
        Blueprint after = before;
        after.groups << before.groups[0];
        after.groups[1].name = u"api"_qs;
        after.balancers[0].serves = QStringList{u"api"_qs};
        const FleetComparison comparison = compareFleets(declaredMoment(before), declaredMoment(after));
        QCOMPARE(comparison.of(u"edge"_qs, u"api"_qs), Change::Added);
        QCOMPARE(comparison.of(u"edge"_qs, u"web"_qs), Change::Removed);
        QCOMPARE(comparison.of(u"web"_qs, u"orders"_qs), Change::Same);
        QCOMPARE(comparison.of(u"api"_qs), Change::Added);
        QCOMPARE(comparison.both.fleet.balancers[0].serves, (QStringList{u"api"_qs, u"web"_qs}));
    }

    void aGroupThatIsGoneIsStillThere()
    {
        const Blueprint before = sample::shop();
        Blueprint after = before;
        after.groups.clear();
        after.balancers[0].serves.clear();
        const FleetComparison comparison = compareFleets(declaredMoment(before), declaredMoment(after));
        QCOMPARE(comparison.of(u"web"_qs), Change::Removed);
        QCOMPARE(comparison.of(u"web-2"_qs), Change::Removed);
        QCOMPARE(comparison.both.fleet.groups.size(), 1);
        QCOMPARE(comparison.both.blueprint.groups.size(), 1);
    }

    void whatRunsHasNoCaches()
    {
        Blueprint blueprint = sample::shop();
        blueprint.caches = {{u"sessions"_qs, u"redis"_qs, sample::image(u"7"_qs)}};
        blueprint.groups[0].uses << u"sessions"_qs;
        const FleetState fleet = sample::up(blueprint);
        const FleetMoment now = runningMoment(blueprint, fleet);
        QCOMPARE(said(compareFleets(declaredMoment(blueprint, fleet), now)), QStringList{u"-sessions"_qs});
        QVERIFY(compareFleets(recordedMoment(blueprint, fleet), now).same());
    }

    void aRecordKnowsWhatWasDeclaredThen()
    {
        const FleetState then = sample::up(sample::shop(2));
        Blueprint today = sample::shop(3);
        today.groups << today.groups[0];
        today.groups[1].name = u"api"_qs;
        today.groups[1].size = 1;
        today.balancers[0].serves << u"api"_qs;
        const FleetMoment record = recordedMoment(today, then);
        QCOMPARE(record.blueprint.groups, sample::shop(2).groups);
        QCOMPARE(record.blueprint.balancers, sample::shop(2).balancers);
        QCOMPARE(said(compareFleets(record, runningMoment(today, sample::up(today)))),
                 (QStringList{u"~edge  > api"_qs, u"~web 2 > 3"_qs, u"+web-3"_qs, u"+api"_qs, u"+api-1"_qs,
                              u"+edge>api"_qs, u"+api>orders"_qs}));
    }

    /// A look at a fleet that is down tells nothing of what it consists of.
    void aRecordOfAFleetThatWasDown()
    {
        const Blueprint today = sample::shop();
        QCOMPARE(recordedMoment(today, {}).blueprint, today);
    }

    void whoIsStoppedGivesUp()
    {
        const FleetMoment before = seen(sample::shop(2));
        const FleetMoment after = seen(sample::shop(4));
        int asked = 0;
        const auto stop = [&asked] {
            ++asked;
            return true;
        };
        QVERIFY(compareFleets(before, after, stop).parts.isEmpty());
        QCOMPARE(asked, 1);
        QVERIFY(!compareFleets(before, after, [] { return false; }).same());
    }

    void largeFleetsAreCompared()
    {
        const FleetMoment before = seen(sample::shop(20000));
        FleetMoment after = seen(sample::shop(20010));
        after.fleet.groups[0].nodes.removeFirst();
        const FleetComparison comparison = compareFleets(before, after);
        QCOMPARE(comparison.count(Change::Added), 10);
        QCOMPARE(comparison.count(Change::Removed), 1);
    }
};

QTEST_APPLESS_MAIN(TestCompareFleets)
#include "tst_compare_fleets.moc"
