// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/comparison/compared_words.h"
#include "tests/models/comparison/part_edits.h"
#include "tests/models/layout/random_fleets.h"

#include <QTest>

using namespace snowmelt;

namespace {

FleetMoment edited(const sample::FleetEdit& edit)
{
    Blueprint blueprint = sample::wholeBlueprint();
    if (edit.declare)
        edit.declare(blueprint);
    FleetMoment moment = sample::wholeMoment(blueprint);
    if (edit.happen)
        edit.happen(moment.fleet);
    return moment;
}

/// Names of all that a moment has.
QSet<QString> namesIn(const FleetMoment& moment)
{
    QSet<QString> names;
    const auto add = [&names](const auto& parts) {
        for (const auto& part : parts)
            names.insert(part.name);
    };
    add(moment.blueprint.balancers);
    add(moment.blueprint.groups);
    add(moment.blueprint.caches);
    add(moment.blueprint.databases);
    const QList<const NodeState*> nodes = moment.fleet.allNodes();
    for (const NodeState* node : nodes)
        if (node->lifecycle != Lifecycle::Absent)
            names.insert(node->name);
    return names;
}

FleetMoment anyMoment(quint32 seed)
{
    const Blueprint blueprint = sample::anyTopology(seed, {5, 12, 5});
    return {blueprint, sample::anyState(seed, blueprint), true};
}

} // namespace

/// Every kind of part and every property of it, one edit at a time.
class TestCompareParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneEdit_data()
    {
        QTest::addColumn<bool>("declared");
        QTest::addColumn<int>("row");
        for (int i = 0; i < sample::declaredEdits().size(); ++i)
            QTest::newRow(sample::declaredEdits()[i].name) << true << i;
        for (int i = 0; i < sample::happenings().size(); ++i)
            QTest::newRow(sample::happenings()[i].name) << false << i;
    }

    /// And the other way round: what was added is removed, what it became it was.
    void oneEdit()
    {
        QFETCH(bool, declared);
        QFETCH(int, row);
        const sample::FleetEdit& edit = declared ? sample::declaredEdits()[row] : sample::happenings()[row];
        const FleetMoment before = sample::wholeMoment(sample::wholeBlueprint());
        const FleetMoment after = edited(edit);
        const FleetComparison onward = compareFleets(before, after);
        QStringList differs = edit.differs;
        differs.sort();
        QCOMPARE(sample::words(onward), differs);
        const FleetComparison back = compareFleets(after, before);
        QCOMPARE(sample::words(back), sample::words(sample::turned(onward)));
        QCOMPARE(namesIn(onward.both), namesIn(before) | namesIn(after));
        QCOMPARE(namesIn(back.both), namesIn(before) | namesIn(after));
    }

    /// A blueprint says the same of itself as of what it would run.
    void oneEditOfABlueprint_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < sample::declaredEdits().size(); ++i)
            QTest::newRow(sample::declaredEdits()[i].name) << i;
    }

    void oneEditOfABlueprint()
    {
        QFETCH(int, row);
        const sample::FleetEdit& edit = sample::declaredEdits()[row];
        QStringList differs = edit.differs;
        differs.sort();
        const FleetMoment before = declaredMoment(sample::wholeBlueprint());
        QCOMPARE(sample::words(compareFleets(before, declaredMoment(edited(edit).blueprint))), differs);
    }

    void noFleetDiffersFromItself()
    {
        for (quint32 seed = 0; seed < 200; ++seed) {
            const FleetMoment moment = anyMoment(seed);
            QCOMPARE(sample::words(compareFleets(moment, moment)), QStringList());
            const FleetMoment declared = declaredMoment(moment.blueprint, moment.fleet);
            QCOMPARE(sample::words(compareFleets(declared, declared)), QStringList());
            const FleetMoment recorded = recordedMoment(moment.blueprint, moment.fleet);
            const FleetMoment running = runningMoment(moment.blueprint, moment.fleet);
            QCOMPARE(sample::words(compareFleets(recorded, running)), QStringList());
        }
    }

    void anyTwoFleetsHoldTogether()
    {
        for (quint32 seed = 0; seed < 200; ++seed) {
            const FleetMoment before = anyMoment(seed);
            const FleetMoment after = anyMoment(seed + 1000);
            const FleetComparison onward = compareFleets(before, after);
            QCOMPARE(sample::words(compareFleets(after, before)), sample::words(sample::turned(onward)));
            QCOMPARE(namesIn(onward.both), namesIn(before) | namesIn(after));
        }
    }

    /// Who gives a part another property is led here: into FactsMaker with it, and into a row above.
    void everyPropertyIsKnown()
    {
        {
            [[maybe_unused]] const auto& [name, driver, image, listen, serves, pair, zones, hosts] = Balancer{};
        }
        {
            [[maybe_unused]] const auto& [name, image, size, port, health, uses, zones, hosts] = Group{};
        }
        {
            [[maybe_unused]] const auto& [name, engine, image, keepVolume, schema, replicaOf, zones, hosts] =
                Database{};
        }
        {
            [[maybe_unused]] const auto& [name, engine, image, port, zones, hosts] = Cache{};
        }
        {
            [[maybe_unused]] const auto& [path, name, platform, images, balancers, groups, databases, caches, prices,
                                          driftRules] = Blueprint{};
        }
        {
            [[maybe_unused]] const auto& [name, group, role, slot, side, lifecycle, health, reason, image, digest,
                                          deployment, address, ssh, service, born, started, share, sessions, rate,
                                          drift, complete, hidden, counted, check, utilisation, sshUser, sshJumps] =
                NodeState{};
        }
        {
            [[maybe_unused]] const auto& [node, driver, version, serves, entry, rate] = BalancerState{};
        }
        {
            [[maybe_unused]] const auto& [node, engine, version, connections] = DatabaseState{};
        }
    }
};

QTEST_APPLESS_MAIN(TestCompareParts)
#include "tst_compare_parts.moc"
