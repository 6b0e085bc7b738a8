// SPDX-License-Identifier: GPL-3.0-or-later
// Several nodes reborn in batches, on the simulation platform.
#include "backend/platform/simulation/simulation_platform.h"
#include "backend/services/open_deployments.h"
#include "backend/services/verbs.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/domain/code_names.h"

#include <QCoro/QCoroTask>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <algorithm>

using namespace snowmelt;

namespace {

const QString web = QStringLiteral("web");

/// Five nodes of web, two of api.
Blueprint blueprint()
{
    const QString path = QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/two-groups/two-groups.yaml");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no blueprint");
    Blueprint made = parseBlueprint(file.readAll(), path).value;
    made.groups[0].size = 5;
    return made;
}

QStringList namesOf(const QList<PlannedNode>& nodes)
{
    QStringList names;
    for (const PlannedNode& node : nodes)
        names.append(node.name);
    return names;
}

} // namespace

class TestRebirthRound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_rooms = std::make_unique<Rooms>(m_home->path());
        QCOMPARE(run(UpIntent{}).outcome, OutcomeKind::Done);
        m_told.clear();
    }
    void cleanup()
    {
        platform().clearFaults();
        (void)run(DownIntent{true}); // addresses are of the host: none may stay behind
        m_rooms.reset();
    }

    void twoByTwo();
    void theThirdOfFiveIsNeverHealthy();
    void aWarningThatNobodyAcceptedStopsTheRest();
    void aNodeThatIsGoneStopsTheRest();
    void aCancelTurnsTheBatchAtHandAndBeginsNoOther();
    void aDeathLeavesTheBatchAtHandOpen();

private:
    SimulationPlatform& platform() { return *dynamic_cast<SimulationPlatform*>(m_rooms->platform(u"simulation"_qs)); }
    OperationPtr make(const Intent& intent, Operation::Sink sink)
    {
        const OperationId id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const auto operation =
            std::make_shared<Operation>(id, Request{blueprint(), intent, {}}, *m_rooms, std::move(sink));
        operation->say(Started{verbOf(intent), blueprint().name, subjectOf(intent)});
        return operation;
    }
    Finished run(
        const Intent& intent,
        const std::function<void(Operation&, const Event&)>& hear = [](Operation&, const Event&) {})
    {
        std::weak_ptr<Operation> weak;
        const OperationPtr operation = make(intent, [&](const Event& event) {
            m_told.append(event);
            if (const OperationPtr held = weak.lock())
                hear(*held, event);
        });
        weak = operation;
        const Finished finished = QCoro::waitFor(std::visit(
            [&operation](const auto& one) -> QCoro::Task<Finished> {
                if constexpr (std::is_same_v<std::decay_t<decltype(one)>, ControlIntent>)
                    Q_UNREACHABLE();
                else
                    return runVerb(operation, one);
            },
            intent));
        operation->finish(finished);
        return finished;
    }
    static RebirthIntent round(const QStringList& nodes, int atOnce)
    {
        RebirthIntent intent{nodes.first(), {}, {nodes.mid(1), atOnce, 1}};
        intent.options.accepted = {u"driftUnknown"_qs, u"memoryUnknown"_qs, u"diskUnknown"_qs};
        intent.options.healthSeconds = 3;
        return intent;
    }
    QList<Plan> plans() const
    {
        QList<Plan> made;
        for (const Event& event : m_told)
            if (const auto* plan = std::get_if<PlanMade>(&event.body))
                made.append(plan->plan);
        return made;
    }
    QString webNodes()
    {
        (void)run(StatusIntent{});
        QStringList names;
        for (const Event& event : m_told)
            if (const auto* seen = std::get_if<FleetObserved>(&event.body)) {
                names.clear();
                for (const NodeState& node : seen->fleet.findGroup(web)->nodes)
                    names.append(node.name + (node.share > 0 ? QString() : u"!"_qs));
            }
        names.sort();
        return names.join(u' ');
    }
    QList<OpenRecord> open()
    {
        const OperationPtr asking = make(StatusIntent{}, [](const Event&) {});
        return openRecords(*asking);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Rooms> m_rooms;
    QList<Event> m_told;
};

void TestRebirthRound::twoByTwo()
{
    const Finished finished = run(round({u"web-4"_qs, u"web-1"_qs, u"web-2"_qs}, 2));
    QCOMPARE(finished.outcome, OutcomeKind::Done);
    QCOMPARE(finished.safety, Safety::AsWanted);
    const QList<Plan> made = plans();
    QCOMPARE(made.size(), 2);
    QCOMPARE(namesOf(made[0].blue), (QStringList{u"web-4"_qs, u"web-1"_qs}));
    QCOMPARE(made[0].toFollow, QStringList{u"web-2"_qs});
    QCOMPARE(namesOf(made[1].blue), QStringList{u"web-2"_qs});
    QCOMPARE(made[1].rebornBefore, (QStringList{u"web-4"_qs, u"web-1"_qs}));
    QVERIFY(made[1].toFollow.isEmpty());
    QCOMPARE(webNodes(), u"web-3 web-5 web-6 web-7 web-8"_qs);
    QVERIFY(open().isEmpty());

    m_told.clear();
    QCOMPARE(run(ReportIntent{}).outcome, OutcomeKind::Done);
    const auto isReport = [](const Event& event) { return std::holds_alternative<ReportMade>(event.body); };
    const auto told = std::find_if(m_told.begin(), m_told.end(), isReport);
    QVERIFY(told != m_told.end());
    const DeploymentReport report = std::get<ReportMade>(told->body).report;
    QCOMPARE(report.plan.rebornBefore, (QStringList{u"web-4"_qs, u"web-1"_qs}));
    QCOMPARE(report.accepted.count(u"driftUnknown"_qs), 1);
    QCOMPARE(report.steps.last().end, StepEnd::Done);
}

void TestRebirthRound::theThirdOfFiveIsNeverHealthy()
{
    platform().world().setUnhealthy(u"web-8"_qs);
    const Finished finished = run(round({u"web-1"_qs, u"web-2"_qs, u"web-3"_qs, u"web-4"_qs, u"web-5"_qs}, 1));
    QCOMPARE(finished.outcome, OutcomeKind::Failed);
    QCOMPARE(finished.error->code, ErrorCode::NeverHealthy);
    QCOMPARE(finished.safety, Safety::BlueServes);
    const Plan last = plans().last();
    QCOMPARE(last.rebornBefore, (QStringList{u"web-1"_qs, u"web-2"_qs}));
    QCOMPARE(namesOf(last.blue), QStringList{u"web-3"_qs});
    QCOMPARE(last.toFollow, (QStringList{u"web-4"_qs, u"web-5"_qs}));
    QCOMPARE(webNodes(), u"web-3 web-4 web-5 web-6 web-7"_qs);
    QVERIFY(open().isEmpty());
}

/// What nobody has read is not slipped through because it comes later.
void TestRebirthRound::aWarningThatNobodyAcceptedStopsTheRest()
{
    RebirthIntent intent = round({u"web-1"_qs, u"web-2"_qs}, 1);
    const Finished finished = run(intent, [this](Operation& operation, const Event& event) {
        const auto* done = std::get_if<StepDone>(&event.body);
        if (!done || done->kind != StepKind::DestroyBlue)
            return;
        DriftReport report;
        report.node = u"web-2"_qs;
        report.scannedAt = QDateTime::currentDateTimeUtc().addSecs(60);
        report.differences = {Difference{}};
        for (const NodeFacts& facts : platform().world().list({m_rooms->registry.find(blueprint())->fleetId, {}}))
            if (facts.name == report.node)
                report.baselineDigest = facts.digest;
        QVERIFY(m_rooms->journal->noteReport(operation.blueprint().name,
                                             {operation.id(), report.scannedAt, NodeScanned{report}}));
    });
    QCOMPARE(finished.outcome, OutcomeKind::Failed);
    QCOMPARE(finished.error->code, ErrorCode::WarningNotAccepted);
    QCOMPARE(finished.error->args, QStringList{u"driftLost"_qs});
    QCOMPARE(finished.safety, Safety::GreenServesAlone);
    QCOMPARE(plans().size(), 1);
    QCOMPARE(webNodes(), u"web-2 web-3 web-4 web-5 web-6"_qs);
    QVERIFY(open().isEmpty());
}

void TestRebirthRound::aNodeThatIsGoneStopsTheRest()
{
    const Finished finished = run(round({u"web-1"_qs, u"web-2"_qs}, 1), [this](Operation&, const Event& event) {
        const auto* done = std::get_if<StepDone>(&event.body);
        if (done && done->kind == StepKind::DestroyBlue) {
            const FleetLease lease = m_rooms->registry.find(blueprint()).take();
            (void)platform().world().destroy({lease.fleetId, blueprint().name}, u"web-2"_qs);
        }
    });
    QCOMPARE(finished.error->code, ErrorCode::NodeUnknown);
    QCOMPARE(finished.safety, Safety::GreenServesAlone);
    QVERIFY(open().isEmpty());
}

void TestRebirthRound::aCancelTurnsTheBatchAtHandAndBeginsNoOther()
{
    int created = 0;
    const Finished finished =
        run(round({u"web-1"_qs, u"web-2"_qs, u"web-3"_qs}, 1), [&created](Operation& operation, const Event& event) {
            const auto* done = std::get_if<StepDone>(&event.body);
            if (done && done->kind == StepKind::CreateNodes && ++created == 2)
                operation.cancel();
        });
    QCOMPARE(finished.outcome, OutcomeKind::Cancelled);
    QCOMPARE(finished.safety, Safety::BlueServes);
    QCOMPARE(plans().size(), 2);
    QCOMPARE(webNodes(), u"web-2 web-3 web-4 web-5 web-6"_qs);
}

/// As after kill -9: the second batch is open, the first is history, the third was not begun, and all of it is known.
void TestRebirthRound::aDeathLeavesTheBatchAtHandOpen()
{
    int begun = 0;
    (void)run(round({u"web-1"_qs, u"web-2"_qs, u"web-3"_qs}, 1), [&](Operation& operation, const Event& event) {
        const auto* step = std::get_if<StepBegun>(&event.body);
        if (step && step->kind == StepKind::AwaitHealthy && ++begun == 2)
            operation.loseLease({ErrorCode::LeaseLost, {}, {}}); // stops it where it stands
    });
    const QList<OpenRecord> left = open();
    QCOMPARE(left.size(), 1);
    QCOMPARE(namesOf(left.first().open.plan.blue), QStringList{u"web-2"_qs});
    QCOMPARE(left.first().open.plan.rebornBefore, QStringList{u"web-1"_qs});
    QCOMPARE(left.first().open.plan.toFollow, QStringList{u"web-3"_qs});
    QCOMPARE(left.first().open.plan.steps.at(left.first().reached.step).kind, StepKind::AwaitHealthy);
    m_told.clear();
    QCOMPARE(run(ResumeIntent{web, Way::RollBack}).outcome, OutcomeKind::Done);
    QCOMPARE(webNodes(), u"web-2 web-3 web-4 web-5 web-6"_qs);
    QVERIFY(open().isEmpty());
}

QTEST_GUILESS_MAIN(TestRebirthRound)
#include "tst_rebirth_round.moc"
