// SPDX-License-Identifier: GPL-3.0-or-later
// Deployments that stand still: told what to do while they run, and taken up again once nobody works on them.
#include "backend/services/backend_operations.h"
#include "tests/support/lab.h"

#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

const QString web = QStringLiteral("web");
const QString api = QStringLiteral("api");
const ImageRef next{QStringLiteral("shop"), QStringLiteral("1.1.0")};
constexpr int longBake = 600;

QString blueprint()
{
    return QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/two-groups/two-groups.yaml");
}

bool isBaking(const Event& event)
{
    const auto* progress = std::get_if<Progress>(&event.body);
    return progress && progress->phase == Phase::Baking;
}

bool isPaused(const Event& event)
{
    return std::holds_alternative<Paused>(event.body);
}

bool tellsOpen(const Event& event)
{
    const auto* seen = std::get_if<OpenDeploymentsSeen>(&event.body);
    return seen && !seen->open.isEmpty();
}

QStringList nodesOf(const FleetState& fleet, const QString& group)
{
    QStringList names;
    for (const NodeState& node : fleet.findGroup(group)->nodes)
        names.append(node.name);
    return names;
}

QStringList servingOf(const FleetState& fleet, const QString& group)
{
    QStringList names;
    for (const NodeState& node : fleet.findGroup(group)->nodes) {
        if (node.share > 0)
            names.append(node.name);
    }
    return names;
}

} // namespace

class TestOpenDeployments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_operations = std::make_unique<BackendOperations>(m_home->path());
        m_lab = std::make_unique<Lab>(m_operations.get(), blueprint());
        QCOMPARE(m_lab->run(UpIntent{}).ending(), QStringLiteral("done"));
    }
    void cleanup()
    {
        m_lab->run(DownIntent{true}); // leases are of the host: none may stay behind
        m_lab.reset();
        m_operations.reset();
    }

    void everyCommandIsObeyedOrRefusedWithTheReason()
    {
        const OperationId swap = m_lab->begin(SwapIntent{web, next, longBake});
        QVERIFY(m_lab->waitFor(swap, isBaking));
        QCOMPARE(tell(Command::Continue), QStringLiteral("failed notNow continue|web|notPaused"));
        QCOMPARE(tell(Command::ExtendDrain, 60), QStringLiteral("failed notNow extend-drain|web|drained"));
        QCOMPARE(tell(Command::Pause), QStringLiteral("done"));
        QVERIFY(m_lab->waitFor(swap, isPaused));
        QCOMPARE(tell(Command::Pause), QStringLiteral("failed notNow pause|web|paused"));
        QCOMPARE(tell(Command::Continue), QStringLiteral("done"));
        QCOMPARE(tell(Command::RollBack), QStringLiteral("done"));
        const Run ended = m_lab->end(swap);
        QCOMPARE(ended.finished->safety, Safety::BlueServes);
        // All six are in the deployment's own record, the refused ones with their reason.
        const QList<Controlled> told = ended.all<Controlled>();
        QCOMPARE(told.size(), 6);
        QCOMPARE(std::count_if(told.begin(), told.end(), [](const Controlled& one) { return one.refused.has_value(); }),
                 3);
        QVERIFY(told.first().person.contains(u'@'));
        QCOMPARE(tell(Command::Pause), QStringLiteral("failed nothingToRollBack web|"));
    }

    void anotherProcessIsHeardAsWell()
    {
        const OperationId swap = m_lab->begin(SwapIntent{web, next, longBake});
        QVERIFY(m_lab->waitFor(swap, isBaking));
        BackendOperations other(m_home->path());
        Lab terminal(&other, blueprint());
        QCOMPARE(terminal.run(ControlIntent{web, Command::Continue}).ending(),
                 QStringLiteral("failed notNow continue|web|notPaused"));
        QCOMPARE(terminal.run(ControlIntent{web, Command::Pause}).ending(), QStringLiteral("done"));
        QVERIFY(m_lab->waitFor(swap, isPaused));
        QCOMPARE(terminal.run(ControlIntent{web, Command::Continue}).ending(), QStringLiteral("done"));
        QCOMPARE(terminal.run(ControlIntent{web, Command::RollBack}).ending(), QStringLiteral("done"));
        QCOMPARE(m_lab->end(swap).finished->safety, Safety::BlueServes);
    }

    void anAbortedDeploymentIsOpenAndBlocksTheNext()
    {
        abortWhileBaking();
        const Run resume = m_lab->run(ResumeIntent{});
        QCOMPARE(resume.finished->outcome, OutcomeKind::Differences);
        const QList<OpenDeployment> open = resume.all<OpenDeploymentsSeen>().first().open;
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().plan.group, web);
        QCOMPARE(open.first().verb, QStringLiteral("swap"));
        QCOMPARE(open.first().serving, ServingSide::Green);
        QVERIFY(!open.first().died);
        QCOMPARE(open.first().ways, (QList<Way>{Way::RollBack, Way::Continue, Way::Adopt}));
        QCOMPARE(m_lab->run(SwapIntent{web, next, 0}).ending(), QStringLiteral("failed deploymentOpen web|swap"));
        QCOMPARE(m_lab->run(UpIntent{}).finished->error->code, ErrorCode::DeploymentOpen);
        // The other group is nobody's business of it.
        QCOMPARE(m_lab->run(SwapIntent{api, next, 0}).ending(), QStringLiteral("done"));
        QVERIFY(m_lab->run(OrphansIntent{}).all<OrphansSeen>().first().orphans.isEmpty());
        m_lab->run(ResumeIntent{web, Way::RollBack});
    }

    void continueDoesTheRest()
    {
        abortWhileBaking(1);
        const Run resumed = m_lab->run(ResumeIntent{{}, Way::Continue});
        QCOMPARE(resumed.ending(), QStringLiteral("done"));
        QCOMPARE(resumed.finished->safety, Safety::AsWanted);
        isSettled({QStringLiteral("web-3"), QStringLiteral("web-4")});
        // The whole story is the deployment's own, whoever told which part of it.
        const DeploymentReport report = m_lab->run(ReportIntent{m_swap}).all<ReportMade>().first().report;
        QCOMPARE(report.outcome, std::optional(OutcomeKind::Done));
        QCOMPARE(report.steps.last().end, StepEnd::Done);
        QCOMPARE(report.asked.size(), 1);
        QCOMPARE(report.asked.first().command, Command::Abort);
    }

    void rollBackGivesBlueItsTrafficBack()
    {
        abortWhileBaking();
        QCOMPARE(m_lab->run(ResumeIntent{web, Way::RollBack}).ending(), QStringLiteral("done"));
        isSettled({QStringLiteral("web-1"), QStringLiteral("web-2")});
    }

    void adoptTakesTheWorldAsItIs()
    {
        abortWhileBaking();
        QCOMPARE(m_lab->run(ResumeIntent{web, Way::Adopt}).ending(), QStringLiteral("done"));
        QCOMPARE(servingOf(m_lab->look(), web), (QStringList{QStringLiteral("web-3"), QStringLiteral("web-4")}));
        QVERIFY(m_lab->run(ResumeIntent{}).all<OpenDeploymentsSeen>().first().open.isEmpty());
        // What was blue is listed, and goes when it is told to.
        const QList<Orphan> orphans = m_lab->run(OrphansIntent{}).all<OrphansSeen>().first().orphans;
        QCOMPARE(orphans.size(), 2);
        QCOMPARE(orphans.first().name, QStringLiteral("web-1"));
        QCOMPARE(orphans.first().reason, QStringLiteral("noTraffic"));
        QCOMPARE(m_lab->run(OrphansIntent{{QStringLiteral("web-3")}}).ending(),
                 QStringLiteral("failed notAnOrphan web-3"));
        QCOMPARE(m_lab->run(OrphansIntent{{QStringLiteral("web-1"), QStringLiteral("web-2")}}).ending(),
                 QStringLiteral("done"));
        isSettled({QStringLiteral("web-3"), QStringLiteral("web-4")});
    }

    void aWatchTellsWhatIsOpenAndThatItIsNotAnyMore()
    {
        abortWhileBaking();
        const OperationId watch = m_lab->begin(WatchIntent{});
        QVERIFY(m_lab->waitFor(watch, tellsOpen));
        m_lab->run(ResumeIntent{web, Way::RollBack});
        QVERIFY(Lab::until([&] { return m_lab->soFar(watch).all<OpenDeploymentsSeen>().last().open.isEmpty(); },
                           std::chrono::seconds(20)));
        m_operations->cancel(watch);
        m_lab->end(watch);
    }

    void twoGroupsAtOnce()
    {
        const OperationId one = m_lab->begin(SwapIntent{web, next, 1});
        const OperationId other = m_lab->begin(SwapIntent{api, next, 1});
        QCOMPARE(m_lab->run(DownIntent{}).finished->error->code, ErrorCode::FleetBusy);
        QCOMPARE(m_lab->end(one).ending(), QStringLiteral("done"));
        QCOMPARE(m_lab->end(other).ending(), QStringLiteral("done"));
        const FleetState fleet = m_lab->look();
        QCOMPARE(servingOf(fleet, web), (QStringList{QStringLiteral("web-3"), QStringLiteral("web-4")}));
        QCOMPARE(servingOf(fleet, api), (QStringList{QStringLiteral("api-3"), QStringLiteral("api-4")}));
    }

    void aWarningNobodyAcceptedStopsTheStart()
    {
        SwapIntent swap{web, next, 0};
        swap.options.accepted = {QStringLiteral("something else")};
        const Run refused = m_lab->run(swap);
        QCOMPARE(refused.finished->error->code, ErrorCode::WarningNotAccepted);
        QCOMPARE(refused.finished->safety, Safety::NothingTouched);
        QVERIFY(m_lab->run(ResumeIntent{}).all<OpenDeploymentsSeen>().first().open.isEmpty());
        const Run accepted = m_lab->run(SwapIntent{web, next, 0});
        QCOMPARE(accepted.ending(), QStringLiteral("done"));
        QVERIFY(accepted.all<WarningsAccepted>().first().codes.contains(QStringLiteral("driftUnknown")));
    }

    void afterTheEndTheWayBackIsASwapToTheImageBefore()
    {
        QCOMPARE(m_lab->run(SwapIntent{web, next, 0}).ending(), QStringLiteral("done"));
        QCOMPARE(tell(Command::RollBack), QStringLiteral("failed nothingToRollBack web|shop@1.0.0"));
    }

    void whatWasRecordedIsPlayedBack()
    {
        const OperationId swap = m_lab->begin(SwapIntent{web, next, 0});
        QCOMPARE(m_lab->end(swap).ending(), QStringLiteral("done"));
        const Run replay = m_lab->run(ReplayIntent{swap});
        QStringList types;
        for (const Recorded& recorded : replay.all<Recorded>())
            types.append(recorded.event.value(QStringLiteral("type")).toString());
        QCOMPARE(types.first(), QStringLiteral("started"));
        QVERIFY(types.contains(QStringLiteral("fleetObserved")));
        QCOMPARE(types.count(QStringLiteral("stepDone")), 7);
        QCOMPARE(types.last(), QStringLiteral("finished"));
        QCOMPARE(m_lab->run(ReplayIntent{QStringLiteral("nobody")}).ending(),
                 QStringLiteral("failed deploymentUnknown nobody"));
    }

private:
    QString tell(Command command, int seconds = 0) { return m_lab->run(ControlIntent{web, command, seconds}).ending(); }

    /// Leaves web with green serving and blue standing.
    void abortWhileBaking(int bakeSeconds = longBake)
    {
        m_swap = m_lab->begin(SwapIntent{web, next, bakeSeconds});
        QVERIFY(m_lab->waitFor(m_swap, isBaking));
        QCOMPARE(tell(Command::Abort), QStringLiteral("done"));
        QCOMPARE(m_lab->end(m_swap).finished->safety, Safety::GreenServes);
    }

    void isSettled(const QStringList& nodes)
    {
        const FleetState fleet = m_lab->look();
        QCOMPARE(nodesOf(fleet, web), nodes);
        QCOMPARE(servingOf(fleet, web), nodes);
        QVERIFY(m_lab->run(ResumeIntent{}).all<OpenDeploymentsSeen>().first().open.isEmpty());
        QVERIFY(m_lab->run(OrphansIntent{}).all<OrphansSeen>().first().orphans.isEmpty());
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<BackendOperations> m_operations;
    std::unique_ptr<Lab> m_lab;
    OperationId m_swap;
};

QTEST_GUILESS_MAIN(TestOpenDeployments)
#include "tst_open_deployments.moc"
