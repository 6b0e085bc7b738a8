// SPDX-License-Identifier: GPL-3.0-or-later
// One fleet, one load that never stops, swap after swap there and back, cancelled at every step on the way: no request
// is lost, no order doubled or dropped, and nothing piles up, in this process or on the machine.
#include "backend/services/backend_operations.h"
#include "tests/support/lab.h"
#include "tests/support/shop_load.h"

#include <QDir>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("web");
constexpr std::uint64_t enough = 100'000; ///< requests over the swaps alone

int openDescriptors()
{
    return static_cast<int>(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::Files).size());
}

/// What a swap took beyond what its nodes and clients need: everything but birth, health, drain and the removal of
/// blue.
qint64 ownMs(const Run& run)
{
    qint64 own = run.finished->ms;
    for (const StepDone& done : run.all<StepDone>()) {
        const bool theirs = done.kind == StepKind::CreateNodes || done.kind == StepKind::AwaitHealthy ||
                            done.kind == StepKind::DrainBlue || done.kind == StepKind::DestroyBlue;
        own -= theirs ? done.ms : 0;
    }
    return own;
}

qint64 switchMs(const Run& run)
{
    for (const StepDone& done : run.all<StepDone>()) {
        if (done.kind == StepKind::MoveTraffic)
            return done.ms;
    }
    return -1;
}

QString spread(QList<qint64> values)
{
    std::sort(values.begin(), values.end());
    return QStringLiteral("median %1 ms, slowest %2 ms").arg(values.at(values.size() / 2)).arg(values.last());
}

} // namespace

class TestSoak : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void thereAndBackAgain();
    void cancelledAtEachStep_data();
    void cancelledAtEachStep();
    void ordersAreThoseAcknowledged();

private:
    FleetState healthyFleet();
    ImageRef running();

    std::unique_ptr<BackendOperations> m_operations;
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<LoadClient> m_load;
};

FleetState TestSoak::healthyFleet()
{
    FleetState fleet;
    const bool reached = Lab::until(
        [&] {
            fleet = m_lab->look();
            const GroupState* group = fleet.findGroup(web);
            return fleet.complete() && group && group->nodes.size() == 3 &&
                   std::all_of(group->nodes.begin(), group->nodes.end(),
                               [](const NodeState& node) { return node.health == Health::Healthy; });
        },
        60s);
    return reached ? fleet : FleetState{};
}

/// The one image all nodes of the group run; nothing: not three healthy nodes of one image.
ImageRef TestSoak::running()
{
    const FleetState fleet = healthyFleet();
    const GroupState* group = fleet.findGroup(web);
    if (!group)
        return {};
    const ImageRef image = group->nodes.first().image;
    const bool one = std::all_of(group->nodes.begin(), group->nodes.end(),
                                 [&](const NodeState& node) { return node.image == image; });
    return one ? image : ImageRef{};
}

void TestSoak::initTestCase()
{
    m_operations = std::make_unique<BackendOperations>(labHome());
    m_lab = std::make_unique<Lab>(m_operations.get(), shopBlueprint());
    QCOMPARE(m_lab->run(DownIntent{true}).ending(), QStringLiteral("done"));
    QCOMPARE(m_lab->run(UpIntent{}, 900s).ending(), QStringLiteral("done"));
    QCOMPARE(m_lab->run(BuildIntent{shop110, false}, 900s).ending(), QStringLiteral("done"));
    const FleetState fleet = healthyFleet();
    QVERIFY(!fleet.balancers.isEmpty());
    LoadPlan plan = loadOf(fleet, 1000);
    plan.mostSeconds = 1200;
    m_load = std::make_unique<LoadClient>(plan);
    m_load->start();
}

/// What failed is told by the step in which it did.
void TestSoak::cleanup()
{
    const LoadCounts counts = m_load->counts();
    QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
}

void TestSoak::cleanupTestCase()
{
    m_load.reset();
    if (m_lab)
        QCOMPARE(m_lab->run(DownIntent{true}).ending(), QStringLiteral("done"));
}

void TestSoak::thereAndBackAgain()
{
    int descriptors = 0;
    QList<qint64> own;
    QList<qint64> switches;
    for (int round = 0; round < 20 || (m_load->counts().requests() < enough && round < 60); ++round) {
        const ImageRef target = round % 2 == 0 ? shop110 : shop100;
        const Run swap = m_lab->run(SwapIntent{web, target, 0});
        QVERIFY2(swap.ending() == QStringLiteral("done"), qPrintable(swap.ending() + u'\n' + swap.steps()));
        own.append(ownMs(swap));
        switches.append(switchMs(swap));
        QCOMPARE(running().text(), target.text());
        const LoadCounts counts = m_load->counts();
        QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
        QVERIFY(Lab::until([&] { return m_load->counts().lastVersion == target.version.toStdString(); }, 10s));
        // The first rounds open what is kept open: connections to the engine, the journal.
        if (round == 1)
            descriptors = openDescriptors();
    }
    QVERIFY2(openDescriptors() <= descriptors + 8,
             qPrintable(QStringLiteral("%1 descriptors, then %2").arg(descriptors).arg(openDescriptors())));
    QVERIFY(m_load->counts().requests() >= enough);
    qInfo().noquote() << own.size() << "swaps there and back:" << describe(m_load->counts());
    qInfo().noquote() << "beyond birth, health, drain and removal:" << spread(own);
    qInfo().noquote() << "the switch:" << spread(switches);
}

void TestSoak::cancelledAtEachStep_data()
{
    QTest::addColumn<StepKind>("step");
    QTest::addColumn<Safety>("safety");
    QTest::newRow("check") << StepKind::Check << Safety::NothingTouched;
    QTest::newRow("create") << StepKind::CreateNodes << Safety::BlueServes;
    QTest::newRow("await") << StepKind::AwaitHealthy << Safety::BlueServes;
    QTest::newRow("move") << StepKind::MoveTraffic << Safety::BlueServes;
    QTest::newRow("drain") << StepKind::DrainBlue << Safety::BlueServes;
    QTest::newRow("bake") << StepKind::Bake << Safety::BlueServes;
    QTest::newRow("retire") << StepKind::RetireBlue << Safety::AsWanted;
    QTest::newRow("destroy") << StepKind::DestroyBlue << Safety::AsWanted;
}

/// Before the point of no return blue serves again; after it the swap is done.
void TestSoak::cancelledAtEachStep()
{
    QFETCH(const StepKind, step);
    QFETCH(const Safety, safety);
    const ImageRef blue = running();
    QVERIFY(!blue.isNull());
    const ImageRef green = blue == shop100 ? shop110 : shop100;
    const OperationId swap = m_lab->begin(SwapIntent{web, green, step == StepKind::Bake ? 60 : 1});
    QVERIFY(m_lab->waitFor(swap, [step](const Event& event) {
        const auto* begun = std::get_if<StepBegun>(&event.body);
        return begun && begun->kind == step;
    }));
    m_operations->cancel(swap);
    const Run run = m_lab->end(swap, 180s);
    QVERIFY2(run.finished, qPrintable(run.steps()));
    QVERIFY2(!run.finished->error, qPrintable(run.ending() + u'\n' + run.steps()));
    // A wish is heard before the act of RetireBlue, so whether it came before is a matter of microseconds.
    const bool asked = run.finished->outcome == OutcomeKind::Cancelled;
    if (step != StepKind::RetireBlue)
        QCOMPARE(run.finished->safety, safety);
    QCOMPARE(running().text(), (asked ? blue : green).text());
}

void TestSoak::ordersAreThoseAcknowledged()
{
    const LoadCounts counts = m_load->stop();
    QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
    QCOMPARE(ordersIn(healthyFleet()), static_cast<qint64>(counts.postsAcknowledged));
    qInfo().noquote() << "in all:" << describe(counts);
}

QTEST_GUILESS_MAIN(TestSoak)
#include "tst_soak.moc"
