// SPDX-License-Identifier: GPL-3.0-or-later
// The port's real side on the simulation platform: every verb through the thread, the journal and the locks.
#include "backend/services/backend.h"
#include "backend/services/backend_operations.h"
#include "tests/support/lab.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

const QString web = QStringLiteral("web");
const ImageRef next{QStringLiteral("shop"), QStringLiteral("1.1.0")};

QString simulatedBlueprint()
{
    return QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/simulated/simulated.yaml");
}

bool isBaking(const Event& event)
{
    const auto* progress = std::get_if<Progress>(&event.body);
    return progress && progress->phase == Phase::Baking;
}

} // namespace

class TestBackendOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_operations = std::make_unique<BackendOperations>(m_home->path());
        m_lab = std::make_unique<Lab>(m_operations.get(), simulatedBlueprint());
    }
    void cleanup()
    {
        if (m_operations)
            m_lab->run(DownIntent{true}); // leases are of the host: none may stay behind
        m_lab.reset();
        m_operations.reset();
    }

    void everyVerbOnTheSimulation()
    {
        QCOMPARE(m_lab->run(StatusIntent{}).ending(), QStringLiteral("differences"));
        QCOMPARE(m_lab->run(UpIntent{}).ending(), QStringLiteral("done"));
        QCOMPARE(m_lab->run(StatusIntent{}).ending(), QStringLiteral("done"));
        const Run plan = m_lab->run(PlanIntent{web, next, 0});
        QCOMPARE(plan.ending(), QStringLiteral("differences"));
        QCOMPARE(plan.all<PlanMade>().first().plan.green.size(), 3);
        QCOMPARE(m_lab->run(SwapIntent{web, next, 0}).ending(), QStringLiteral("done"));
        const FleetState swapped = m_lab->look();
        for (const NodeState& node : swapped.findGroup(web)->nodes)
            QCOMPARE(node.image, next);
        const QString node = m_lab->look().findGroup(web)->nodes.first().name;
        QCOMPARE(m_lab->run(RebirthIntent{node}).ending(), QStringLiteral("done"));
        QVERIFY(!m_lab->look().findNode(node));
        QStringList verbs;
        const HistoryListed history = m_lab->run(HistoryIntent{}).all<HistoryListed>().first();
        for (const HistoryEntry& entry : history.entries)
            verbs += entry.verb + u' ' + entry.outcome;
        QCOMPARE(verbs,
                 (QStringList{QStringLiteral("rebirth done"), QStringLiteral("swap done"), QStringLiteral("up done")}));
    }

    /// What wakes an operation may be queued already when the backend is told to end.
    void whatIsQueuedBehindTheEndIsHeard()
    {
        QTemporaryDir home;
        int ended = 0;
        Backend backend(home.path(),
                        [&ended](const Event& event) { ended += std::holds_alternative<Finished>(event.body); });
        backend.start(QStringLiteral("w"), {m_lab->blueprint(), WatchIntent{}});
        QMetaObject::invokeMethod(
            qApp, [&backend] { backend.finishAll(); }, Qt::QueuedConnection);
        backend.cancel(QStringLiteral("w"));
        QTRY_COMPARE_WITH_TIMEOUT(ended, 1, 60'000);
    }

    void startedFirstFinishedLastOnceEach()
    {
        const Run up = m_lab->run(UpIntent{});
        QVERIFY(std::holds_alternative<Started>(up.events.first().body));
        QVERIFY(std::holds_alternative<Finished>(up.events.last().body));
        QCOMPARE(up.all<Started>().size(), 1);
        QCOMPARE(up.all<Finished>().size(), 1);
    }

    void oneActAtATime()
    {
        QCOMPARE(m_lab->run(UpIntent{}).ending(), QStringLiteral("done"));
        const OperationId swap = m_lab->begin(SwapIntent{web, next, 600});
        QVERIFY(m_lab->waitFor(swap, isBaking));
        QCOMPARE(m_lab->run(DownIntent{}).ending(), QStringLiteral("failed fleetBusy simulated|swap"));
        BackendOperations other(m_home->path());
        Lab terminal(&other, simulatedBlueprint());
        const Run refused = terminal.run(UpIntent{});
        QCOMPARE(refused.finished->outcome, OutcomeKind::Refused);
        QCOMPARE(refused.finished->safety, Safety::NothingTouched);
        const Run rollback = terminal.run(ControlIntent{web});
        QCOMPARE(rollback.ending(), QStringLiteral("done"));
        QVERIFY(!rollback.all<RollingBack>().isEmpty());
        const Run swapped = m_lab->end(swap);
        QCOMPARE(swapped.ending(), QStringLiteral("cancelled"));
        QCOMPARE(swapped.finished->safety, Safety::BlueServes);
    }

    void rollbackFromTheSameWindow()
    {
        m_lab->run(UpIntent{});
        const OperationId swap = m_lab->begin(SwapIntent{web, next, 600});
        QVERIFY(m_lab->waitFor(swap, isBaking));
        QCOMPARE(m_lab->run(ControlIntent{web}).ending(), QStringLiteral("done"));
        QCOMPARE(m_lab->end(swap).finished->safety, Safety::BlueServes);
        QCOMPARE(m_lab->run(ControlIntent{web}).ending(), QStringLiteral("failed nothingToRollBack web|"));
    }

    void endingCancelsAndCleansUp()
    {
        m_lab->run(UpIntent{});
        const OperationId swap = m_lab->begin(SwapIntent{web, next, 600});
        QVERIFY(m_lab->waitFor(swap, isBaking));
        m_operations.reset(); // the window closes: must come back, with the act turned round and journaled
        m_operations = std::make_unique<BackendOperations>(m_home->path());
        m_lab = std::make_unique<Lab>(m_operations.get(), simulatedBlueprint());
        const auto entries = m_lab->run(HistoryIntent{}).all<HistoryListed>().first().entries;
        QCOMPARE(entries.first().verb, QStringLiteral("swap"));
        QCOMPARE(entries.first().outcome, QStringLiteral("cancelled"));
    }

    void unknownThingsAreNamed()
    {
        m_lab->run(UpIntent{});
        QCOMPARE(m_lab->run(SwapIntent{QStringLiteral("wep"), next, 0}).ending(),
                 QStringLiteral("failed groupUnknown wep"));
        QCOMPARE(m_lab->run(RebirthIntent{QStringLiteral("web-9")}).ending(),
                 QStringLiteral("failed nodeUnknown web-9"));
        QCOMPARE(m_lab->run(ScanIntent{{QStringLiteral("web-9")}}).ending(),
                 QStringLiteral("failed nodeUnknown web-9"));
        const ImageRef none{QStringLiteral("shop"), QStringLiteral("9")};
        QCOMPARE(m_lab->run(PlanIntent{web, none, 0}).ending(), QStringLiteral("failed imageUnknown shop@9"));
    }

    /// A blueprint may show what no platform makes: that is said before anything is made.
    void whatThePlatformCannotMakeIsRefusedFirst()
    {
        QFile simulated(simulatedBlueprint());
        QVERIFY(simulated.open(QIODevice::ReadOnly));
        QFile drawn(m_home->filePath(QStringLiteral("drawn.yaml")));
        QVERIFY(drawn.open(QIODevice::WriteOnly));
        drawn.write(simulated.readAll() +
                    "  copy: {engine: postgresql, image: foundation/postgresql@1, replica-of: orders}\n"
                    "caches:\n"
                    "  sessions: {engine: redis, image: foundation/postgresql@1}\n");
        drawn.close();
        Lab lab(m_operations.get(), drawn.fileName());
        for (const Intent& intent : {Intent(UpIntent{}), Intent(SwapIntent{web, next, 0})}) {
            const Run run = lab.run(intent);
            QCOMPARE(run.ending(), QStringLiteral("failed unsupported databases.copy.replica-of|simulation "
                                                  "databases.copy.replica-of\ncaches.sessions"));
            QVERIFY(run.finished->safety == Safety::NothingTouched);
        }
        QVERIFY(!lab.look().isUp());
    }

    void withoutAJournalNothingIsTouched()
    {
        QTemporaryDir broken;
        QVERIFY(QDir(broken.path()).mkpath(QStringLiteral("journal.sqlite"))); // a folder where the file should be
        BackendOperations operations(broken.path());
        Lab lab(&operations, simulatedBlueprint());
        const Run up = lab.run(UpIntent{});
        QCOMPARE(up.finished->outcome, OutcomeKind::Failed);
        QCOMPARE(up.finished->safety, Safety::NothingTouched);
        QVERIFY(!lab.look().isUp());
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<BackendOperations> m_operations;
    std::unique_ptr<Lab> m_lab;
};

QTEST_GUILESS_MAIN(TestBackendOperations)
#include "tst_backend_operations.moc"
