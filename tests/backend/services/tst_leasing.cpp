// SPDX-License-Identifier: GPL-3.0-or-later
// A deployment and its lease on the simulation platform: what lies with the lease at each moment, and what is left of
// a deployment that loses it.
#include "backend/lease/lease_book.h"
#include "backend/platform/simulation/simulation_platform.h"
#include "backend/services/leasing.h"
#include "backend/services/verbs.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/domain/event_json.h"

#include <QCoro/QCoroTask>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUuid>

using namespace snowmelt;

namespace {

const QString web = QStringLiteral("web");
const ImageRef next{QStringLiteral("shop"), QStringLiteral("1.1.0")};

Blueprint blueprint()
{
    const QString path = QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/two-groups/two-groups.yaml");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no blueprint");
    return parseBlueprint(file.readAll(), path).value;
}

LeaseHolder jun()
{
    return {QStringLiteral("jun@desk"), QStringLiteral("desk"),   815,
            QStringLiteral("op-9"),     QStringLiteral("resume"), web};
}

} // namespace

class TestLeasing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_rooms = std::make_unique<Rooms>(m_home->path());
        QCOMPARE(run(UpIntent{}).outcome, OutcomeKind::Done);
        m_calls = 0;
    }
    void cleanup()
    {
        platform().clearFaults();
        host()->book.reset();
        (void)run(DownIntent{true}); // addresses are of the host: none may stay behind
        m_rooms.reset();
    }

    void whatIsToldIsNotedAlready();
    void aTakeoverStopsItWhereverItStands_data();
    void aTakeoverStopsItWhereverItStands();
    void aHostThatIsAwayForAWhileCostsNothing();

private:
    SimulationPlatform& platform() { return *dynamic_cast<SimulationPlatform*>(m_rooms->platform(u"simulation"_qs)); }
    std::shared_ptr<MemoryLeaseHost> host() { return m_rooms->leaseHosts.first(); }
    LeaseReading reading()
    {
        const Result<LeaseBook> book = parseBook(host()->book, u"book"_qs);
        return book ? readingOf(*book, host()->clock()) : LeaseReading();
    }
    int notedStep()
    {
        const LeaseReading seen = reading();
        const LeaseWork* work = seen.workOf(web);
        return work ? work->step : -2;
    }
    /// Runs this before each call that follows to the world.
    void beforeEachCall(std::function<void()> action)
    {
        SimulatedFault watched;
        watched.nth = 0;
        watched.kind = SimulatedFault::Kind::Happening;
        watched.happening = std::move(action);
        platform().addFault(watched);
    }
    void takenOver()
    {
        m_other = std::make_shared<FleetLeases>(std::make_shared<MemoryLeaseStore>(host()), u"two-groups"_qs);
        m_taking = std::make_unique<Task<HeldLease>>(m_other->take(web, jun(), u"why"_qs, CallContext()));
    }
    /// As the backend runs an act.
    Finished run(
        const Intent& intent, Operation::Sink sink = [](const Event&) {})
    {
        const auto operation = std::make_shared<Operation>(QUuid::createUuid().toString(QUuid::WithoutBraces),
                                                           Request{blueprint(), intent, {}}, *m_rooms, std::move(sink));
        operation->say(Started{verbOf(intent), u"two-groups"_qs, subjectOf(intent)});
        const Result<std::shared_ptr<LeaseKeeper>> keeper = QCoro::waitFor(takeLease(operation));
        if (!keeper)
            qFatal("no lease");
        const Finished finished = QCoro::waitFor(std::visit(
            [&operation](const auto& one) -> QCoro::Task<Finished> {
                if constexpr (std::is_same_v<std::decay_t<decltype(one)>, ControlIntent>)
                    Q_UNREACHABLE();
                else
                    return runVerb(operation, one);
            },
            intent));
        (void)QCoro::waitFor(endLease(*keeper, finished));
        operation->finish(finished);
        return finished;
    }
    SwapIntent swap()
    {
        SwapIntent intent{web, next, 0};
        intent.options.accepted = {u"driftUnknown"_qs, u"memoryUnknown"_qs, u"diskUnknown"_qs};
        return intent;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Rooms> m_rooms;
    std::shared_ptr<FleetLeases> m_other;
    std::unique_ptr<Task<HeldLease>> m_taking;
    int m_calls = 0;
};

/// Whatever moment kills this process: another machine finds the plan from the moment it is told, and the step before
/// any call of it.
void TestLeasing::whatIsToldIsNotedAlready()
{
    int begun = -2;
    int planMade = 0;
    QStringList wrong;
    beforeEachCall([&] {
        if (begun >= 0 && notedStep() != begun)
            wrong += u"step %1, noted %2"_qs.arg(begun).arg(notedStep());
        m_calls += begun >= 0 ? 1 : 0;
    });
    const Finished finished = run(swap(), [&](const Event& event) {
        if (const auto* made = std::get_if<PlanMade>(&event.body)) {
            ++planMade;
            const LeaseReading seen = reading();
            const LeaseWork* work = seen.workOf(web);
            const Result<Plan> noted = work ? planFromJson(work->plan) : Result<Plan>();
            if (!noted || noted->deployment != made->plan.deployment || work->step != -1)
                wrong += u"no plan"_qs;
        }
        if (const auto* step = std::get_if<StepBegun>(&event.body))
            begun = step->step;
    });
    QCOMPARE(finished.outcome, OutcomeKind::Done);
    QCOMPARE(wrong, QStringList());
    QCOMPARE(planMade, 1);
    QVERIFY(m_calls > 40);
    QVERIFY(reading().work.isEmpty());
}

void TestLeasing::aTakeoverStopsItWhereverItStands_data()
{
    QTest::addColumn<int>("step");
    const QStringList names{u"check"_qs,     u"createNodes"_qs, u"awaitHealthy"_qs, u"moveTraffic"_qs,
                            u"drainBlue"_qs, u"retireBlue"_qs,  u"destroyBlue"_qs};
    for (int step = 0; step < names.size(); ++step)
        QTest::newRow(qPrintable(names.at(step))) << step;
}

/// Past the point of no return too. What lies with the lease stays for the new holder, who ends it.
void TestLeasing::aTakeoverStopsItWhereverItStands()
{
    QFETCH(int, step);
    qsizetype callsAtLoss = -1;
    int stepsAfter = 0;
    const Finished finished = run(swap(), [&](const Event& event) {
        const auto* begun = std::get_if<StepBegun>(&event.body);
        stepsAfter += begun && callsAtLoss >= 0 ? 1 : 0;
        if (begun && begun->step == step) {
            takenOver();
            callsAtLoss = platform().callLog().size();
        }
    });
    QVERIFY(callsAtLoss >= 0);
    QVERIFY(QCoro::waitFor(std::move(*m_taking)).ok());
    QCOMPARE(finished.outcome, OutcomeKind::Failed);
    QCOMPARE(finished.error->code, ErrorCode::LeaseLost);
    QCOMPARE(finished.error->args, (QStringList{u"two-groups"_qs, u"jun@desk"_qs, u"why"_qs}));
    QCOMPARE(finished.safety, Safety::Uncertain);
    QCOMPARE(stepsAfter, 0);
    // The takeover is three turns of the event loop away: at most what was begun by then.
    const QStringList after = platform().callLog().mid(callsAtLoss);
    QVERIFY2(after.size() <= 4, qPrintable(after.join(u'\n')));
    const LeaseReading seen = reading();
    QVERIFY(seen.workOf(web));
    QCOMPARE(seen.leases.first().holder, jun());
}

void TestLeasing::aHostThatIsAwayForAWhileCostsNothing()
{
    int times = 0;
    const Finished finished = run(swap(), [&](const Event& event) {
        if (!std::holds_alternative<StepBegun>(event.body))
            return;
        ++times;
        host()->unreachable = true;
        QTimer::singleShot(300, &platform(), [this] { host()->unreachable = false; });
    });
    QCOMPARE(finished.outcome, OutcomeKind::Done);
    QCOMPARE(times, 7);
}

QTEST_GUILESS_MAIN(TestLeasing)
#include "tst_leasing.moc"
