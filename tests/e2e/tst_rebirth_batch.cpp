// SPDX-License-Identifier: GPL-3.0-or-later
// Two of three reborn at once, then the third, on real servers under load: no request is lost, and no node is left.
#include "backend/services/backend_operations.h"
#include "tests/support/lab.h"
#include "tests/support/shop_load.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("web");
constexpr int gently = 5'000; ///< microseconds between two requests

QStringList namesOf(const FleetState& fleet)
{
    QStringList names;
    for (const NodeState& node : fleet.findGroup(web)->nodes)
        names.append(node.name);
    names.sort();
    return names;
}

} // namespace

class TestRebirthBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_operations = std::make_unique<BackendOperations>(labHome());
        m_lab = std::make_unique<Lab>(m_operations.get(), shopBlueprint());
        QCOMPARE(m_lab->run(DownIntent{true}).ending(), QStringLiteral("done"));
        QCOMPARE(m_lab->run(UpIntent{}, 900s).ending(), QStringLiteral("done"));
    }
    void cleanupTestCase()
    {
        if (m_lab)
            QCOMPARE(m_lab->run(DownIntent{true}).ending(), QStringLiteral("done"));
    }

    void aWholeGroupTwoByTwoLosesNothing()
    {
        const QStringList before = namesOf(whole());
        QCOMPARE(before.size(), 3);
        LoadClient load(loadOf(whole(), gently));
        load.start();
        const Run run = m_lab->run(RebirthIntent{before.first(), {}, {before.mid(1), 2, 1}}, 600s);
        const LoadCounts counts = load.stop();
        QVERIFY2(run.ending() == QStringLiteral("done"), qPrintable(run.ending() + u'\n' + run.steps()));
        QVERIFY2(counts.failed == 0 && counts.requests() > 500, qPrintable(describe(counts)));
        const QList<PlanMade> plans = run.all<PlanMade>();
        QCOMPARE(plans.size(), 2);
        QCOMPARE(plans[0].plan.blue.size(), 2);
        QCOMPARE(plans[1].plan.blue.size(), 1);
        for (const QString& name : namesOf(whole()))
            QVERIFY2(!before.contains(name), qPrintable(name));
        QVERIFY(m_lab->run(ResumeIntent{}).all<OpenDeploymentsSeen>().first().open.isEmpty());
        QCOMPARE(m_lab->run(ScanIntent{}).ending(), QStringLiteral("done"));
    }

private:
    FleetState whole()
    {
        FleetState fleet;
        const auto serves = [](const NodeState& node) { return node.health == Health::Healthy && node.share > 0; };
        (void)Lab::until(
            [&] {
                fleet = m_lab->look();
                const GroupState* group = fleet.findGroup(web);
                return fleet.complete() && group && group->nodes.size() == 3 &&
                       std::ranges::all_of(group->nodes, serves);
            },
            60s);
        return fleet;
    }

    std::unique_ptr<BackendOperations> m_operations;
    std::unique_ptr<Lab> m_lab;
};

QTEST_GUILESS_MAIN(TestRebirthBatch)
#include "tst_rebirth_batch.moc"
