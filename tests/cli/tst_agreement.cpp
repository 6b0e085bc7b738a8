// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "models/domain/event_json.h"
#include "models/wording/wording.h"

using namespace snowmelt;
using namespace snowmelt::sample;

/// What a person is shown, asked and takes upon themselves before a deployment.
class TestAgreement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void optionsReachPlanAndAct();
    void usualOptions();
    void gatesOff();
    void rebirthPlansFirst();
    void planIsShownBeforeTheQuestion();
    void whatThePlatformRefusesAsksNothing();
    void yesAcceptsWhatWasShown_data();
    void yesAcceptsWhatWasShown();
    void acceptNamesAllThatIsAccepted();
    void unnamedWarningStops();
    void eachWarningIsNamedOnce();
    void blockStops();
    void failedPlanningStops();
    void planningWithoutAPlanStops();
    void cancelWhilePlanning();
    void jsonIsTheActsAlone();
    void jsonOfAStopIsThePlannings();
    void jsonWithAQuestionShowsThePlanOnStderr();
    void takeOverReachesTheAct();
    void openDeploymentPointsAtResume();
    void leaseHeldIs75();
    void planPrintsWhatIsPredicted();

private:
    static QStringList swap(const QStringList& more, CliFixture& cli)
    {
        return QStringList{u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs} + more + QStringList{cli.blueprint()};
    }
    /// A plan with two warnings besides what passes.
    static Plan twoWarnings()
    {
        Plan plan = swapPlan();
        plan.checks.append({u"groupSizeOne"_qs, Verdict::Warn, {u"web"_qs}});
        plan.checks.append({u"balancerAnswers"_qs, Verdict::Pass, {u"edge"_qs, u"2.6"_qs}});
        return plan;
    }
};

void TestAgreement::optionsReachPlanAndAct()
{
    CliFixture cli;
    cli.run(swap({u"--bake=5m"_qs, u"--drain=90s"_qs, u"--health"_qs, u"30"_qs, u"--max-failed=2.5"_qs,
                  u"--max-latency=1.5"_qs, u"--check=/version=1.1.0"_qs, u"--check"_qs, u"/ready"_qs,
                  u"--keep-green"_qs, u"--accept=driftUnknown, driftLost"_qs, u"--yes"_qs},
                 cli));
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.log.requests.size(), 2);
    const auto* plan = std::get_if<PlanIntent>(&cli.log.requests[0].intent);
    const auto* act = cli.intent<SwapIntent>();
    QVERIFY(plan && act);
    for (const DeployOptions& options : {plan->options, act->options}) {
        QCOMPARE(options.drainSeconds, 90);
        QCOMPARE(options.healthSeconds, 30);
        QCOMPARE(options.gates.failedPercent, 2.5);
        QCOMPARE(options.gates.latencyFactor, 1.5);
        QCOMPARE(options.gates.checks, QStringList({u"/version=1.1.0"_qs, u"/ready"_qs}));
        QVERIFY(options.keepGreen);
        QCOMPARE(options.accepted, QStringList({u"driftUnknown"_qs, u"driftLost"_qs}));
    }
    QCOMPARE(plan->bakeSeconds, 300);
    QCOMPARE(act->bakeSeconds, 300);
    QCOMPARE(act->to, shop11);
}

void TestAgreement::usualOptions()
{
    CliFixture cli;
    cli.looked = planned(Plan());
    cli.run(swap({u"--yes"_qs}, cli));
    const DeployOptions usual;
    const DeployOptions said = cli.intent<SwapIntent>()->options;
    QCOMPARE(said.drainSeconds, usual.drainSeconds);
    QCOMPARE(said.healthSeconds, usual.healthSeconds);
    QVERIFY(said.gates == usual.gates);
    QVERIFY(!said.keepGreen && said.accepted.isEmpty());
}

void TestAgreement::gatesOff()
{
    CliFixture cli;
    cli.run(swap({u"--max-failed=off"_qs, u"--max-latency"_qs, u"off"_qs, u"--yes"_qs}, cli));
    QVERIFY(cli.intent<SwapIntent>()->options.gates.failedPercent < 0);
    QCOMPARE(cli.intent<SwapIntent>()->options.gates.latencyFactor, 0.0);
}

void TestAgreement::rebirthPlansFirst()
{
    CliFixture cli;
    cli.run({u"rebirth"_qs, u"web-2"_qs, u"--drain=10"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    const auto* plan = std::get_if<PlanIntent>(&cli.log.requests[0].intent);
    QVERIFY(plan);
    QCOMPARE(plan->node, u"web-2"_qs);
    QCOMPARE(plan->options.drainSeconds, 10);
    QCOMPARE(cli.intent<RebirthIntent>()->node, u"web-2"_qs);
    QCOMPARE(cli.intent<RebirthIntent>()->options.drainSeconds, 10);
    QCOMPARE(cli.intent<RebirthIntent>()->options.accepted, QStringList{u"driftUnknown"_qs});
}

// On machines that exist already the act itself is refused: there is nothing to agree to.
void TestAgreement::whatThePlatformRefusesAsksNothing()
{
    for (const QStringList& verb : {QStringList{u"rebirth"_qs, u"a"_qs}, QStringList{u"down"_qs},
                                    QStringList{u"rollback"_qs, u"web"_qs}, QStringList{u"resume"_qs}}) {
        CliFixture cli;
        cli.script = {Finished{OutcomeKind::Failed, Safety::NothingTouched,
                               Error{ErrorCode::Unsupported, {verb.first(), u"ssh"_qs}, {}}}};
        const QString file = cli.write(u"hosts.yaml"_qs, "snowmelt: 1\nname: old\nplatform: {kind: ssh}\n"
                                                         "groups:\n  web: {hosts: [a, b], port: 80}\n");
        cli.run(verb + QStringList{file});
        QVERIFY2(!cli.err.contains(u"--yes"_qs), qPrintable(cli.err));
        QCOMPARE(cli.status, 1);
    }
}

void TestAgreement::planIsShownBeforeTheQuestion()
{
    CliFixture cli;
    cli.terminal = true;
    cli.answer = u"no"_qs;
    cli.run(swap({}, cli));
    QCOMPARE(cli.status, 130);
    QVERIFY2(cli.out.contains(u"1. Move the traffic from web-1 to web-2\n── point of no return ──\n"_qs),
             qPrintable(cli.out));
    CliFixture verbose;
    verbose.terminal = true;
    verbose.run(swap({u"--verbose"_qs}, verbose));
    QVERIFY2(verbose.out.contains(u"1. Move the traffic from web-1 to web-2\n     set server web/b1 state ready\n"_qs),
             qPrintable(verbose.out));
    QVERIFY(!cli.out.contains(u"Accepted"_qs));
    QVERIFY2(cli.err.contains(u"“yes” also accepts these warnings: driftUnknown."_qs), qPrintable(cli.err));
    QVERIFY(cli.intent<PlanIntent>());
}

void TestAgreement::yesAcceptsWhatWasShown_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("said") << QStringList();
    QTest::newRow("--yes") << QStringList{u"--yes"_qs};
}

void TestAgreement::yesAcceptsWhatWasShown()
{
    QFETCH(QStringList, more);
    CliFixture cli;
    cli.terminal = true;
    cli.answer = u"yes"_qs;
    cli.looked = planned(twoWarnings());
    // The act plans again: what was read is not read out twice, what is new is.
    Plan again = twoWarnings();
    again.checks.append({u"driftLost"_qs, Verdict::Warn, {u"web-1"_qs, u"2"_qs}});
    cli.script = {PlanMade{again}, Finished{}};
    cli.run(swap(more, cli));
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<SwapIntent>()->options.accepted, QStringList({u"driftUnknown"_qs, u"groupSizeOne"_qs}));
    QCOMPARE(cli.out.count(u"Accepted: driftUnknown, groupSizeOne\n"_qs), 1);
    QCOMPARE(cli.out.count(sentence(again.checks[0])), 1);
    QCOMPARE(cli.out.count(sentence(again.checks[3])), 1);
}

void TestAgreement::acceptNamesAllThatIsAccepted()
{
    CliFixture cli;
    cli.looked = planned(twoWarnings());
    cli.run(swap({u"--yes"_qs, u"--accept=driftUnknown,groupSizeOne"_qs}, cli));
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<SwapIntent>()->options.accepted, QStringList({u"driftUnknown"_qs, u"groupSizeOne"_qs}));
}

void TestAgreement::unnamedWarningStops()
{
    for (const bool terminal : {false, true}) {
        CliFixture cli;
        cli.terminal = terminal;
        cli.answer = u"yes"_qs;
        cli.looked = planned(twoWarnings());
        cli.run(swap({u"--yes"_qs, u"--accept"_qs, u"driftUnknown"_qs}, cli));
        QCOMPARE(cli.status, 1);
        QVERIFY2(cli.err.startsWith(u"snowmelt: The plan has warnings nobody accepted: groupSizeOne."_qs),
                 qPrintable(cli.err));
        QVERIFY(cli.err.contains(u"safe: Nothing was touched."_qs));
        QVERIFY(cli.intent<PlanIntent>()); // the last request
        QVERIFY(!cli.out.contains(u"Accepted"_qs));
    }
}

void TestAgreement::eachWarningIsNamedOnce()
{
    Plan plan = swapPlan();
    plan.checks = {PlanCheck{u"driftLost"_qs, Verdict::Warn, {u"web-1"_qs, u"1"_qs}},
                   PlanCheck{u"driftLost"_qs, Verdict::Warn, {u"web-3"_qs, u"4"_qs}}};
    CliFixture cli;
    cli.looked = planned(plan);
    cli.run(swap({u"--yes"_qs}, cli));
    QCOMPARE(cli.intent<SwapIntent>()->options.accepted, QStringList{u"driftLost"_qs});
}

void TestAgreement::blockStops()
{
    Plan plan = swapPlan();
    const PlanCheck block{u"imageNotBuilt"_qs, Verdict::Block, {u"shop@1.1.0"_qs}};
    plan.checks.append(block);
    CliFixture cli;
    cli.terminal = true;
    cli.answer = u"yes"_qs;
    cli.looked = planned(plan);
    cli.run(swap({}, cli));
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.out.contains(u"× shop 1.1.0 is not built yet.\n"_qs), qPrintable(cli.out));
    QVERIFY2(cli.err.startsWith(u"snowmelt: A check before the start says no: shop 1.1.0 is not built yet."_qs),
             qPrintable(cli.err));
    QVERIFY(cli.err.contains(u"safe: Nothing was touched."_qs));
    QVERIFY(!cli.err.contains(u"yes"_qs)); // nobody was asked
    QCOMPARE(cli.log.requests.size(), 1);
}

void TestAgreement::failedPlanningStops()
{
    CliFixture cli;
    cli.looked = {failed(ErrorCode::GroupUnknown, {u"wep"_qs})};
    cli.run(swap({u"--yes"_qs}, cli));
    QCOMPARE(cli.status, 1);
    QVERIFY(cli.err.startsWith(u"snowmelt: "_qs + sentence(Error{ErrorCode::GroupUnknown, {u"wep"_qs}, {}}).what));
    QVERIFY(cli.err.contains(u"safe: Nothing was touched."_qs));
    QCOMPARE(cli.log.requests.size(), 1);
}

void TestAgreement::planningWithoutAPlanStops()
{
    CliFixture cli;
    cli.looked = {ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run(swap({u"--yes"_qs}, cli));
    QCOMPARE(cli.status, 1);
    QCOMPARE(cli.log.requests.size(), 1);
}

void TestAgreement::cancelWhilePlanning()
{
    CliFixture cli;
    cli.lookingWaitsForCancel = true;
    cli.looked = {ended(OutcomeKind::Cancelled, Safety::Unchanged)};
    cli.run(swap({u"--yes"_qs}, cli));
    QCOMPARE(cli.log.cancels, 1);
    QCOMPARE(cli.status, 130);
    QCOMPARE(cli.log.requests.size(), 1);
}

void TestAgreement::jsonIsTheActsAlone()
{
    CliFixture cli;
    cli.script = {WarningsAccepted{{u"driftUnknown"_qs}, u"mina@laptop"_qs}, Finished{}};
    cli.run(swap({u"--yes"_qs, u"--json"_qs}, cli));
    QCOMPARE(cli.status, 0);
    const QStringList lines = cli.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(document(lines[0]).value(u"verb"_qs).toString(), u"swap"_qs);
    QVERIFY(cli.isJsonLines());
    QCOMPARE(cli.err, QString());
}

void TestAgreement::jsonOfAStopIsThePlannings()
{
    CliFixture cli;
    cli.run(swap({u"--yes"_qs, u"--json"_qs, u"--accept=none"_qs}, cli));
    QCOMPARE(cli.status, 1);
    QVERIFY(cli.isJsonLines());
    QCOMPARE(cli.err, QString());
    const QStringList lines = cli.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(document(lines[1]).value(u"type"_qs).toString(), u"planMade"_qs);
    const Result<Event> last = eventFromJson(document(lines[2]));
    QVERIFY(last.ok());
    const auto* end = std::get_if<Finished>(&last->body);
    QVERIFY(end && end->error);
    QCOMPARE(end->outcome, OutcomeKind::Failed);
    QCOMPARE(end->safety, Safety::NothingTouched);
    QCOMPARE(end->error->code, ErrorCode::WarningNotAccepted);
    QCOMPARE(end->error->args, QStringList{u"driftUnknown"_qs});
}

void TestAgreement::jsonWithAQuestionShowsThePlanOnStderr()
{
    CliFixture cli;
    cli.terminal = true;
    cli.answer = u"yes"_qs;
    cli.run(swap({u"--json"_qs}, cli));
    QCOMPARE(cli.status, 0);
    QVERIFY2(cli.isJsonLines(), qPrintable(cli.out));
    QVERIFY2(cli.err.contains(u"1. Move the traffic from web-1 to web-2\n"_qs), qPrintable(cli.err));
}

void TestAgreement::takeOverReachesTheAct()
{
    for (const QStringList& words : {QStringList{u"up"_qs}, QStringList{u"down"_qs, u"--yes"_qs},
                                     QStringList{u"swap"_qs, u"web"_qs, u"--to=shop@1.1.0"_qs, u"--yes"_qs},
                                     QStringList{u"rebirth"_qs, u"web-1"_qs, u"--yes"_qs}}) {
        CliFixture cli;
        cli.run(words + QStringList{u"--take-over"_qs, u" she is on the train "_qs, cli.blueprint()});
        QCOMPARE(cli.status, 0);
        QCOMPARE(cli.log.requests.last().takeOver, u"she is on the train"_qs);
        for (const Request& request : std::as_const(cli.log.requests))
            QCOMPARE(request.takeOver.isEmpty(), isLooking(request.intent));
        cli.run(words + QStringList{cli.blueprint()});
        QCOMPARE(cli.log.requests.last().takeOver, QString());
    }
}

void TestAgreement::openDeploymentPointsAtResume()
{
    CliFixture cli;
    cli.script = {Finished{OutcomeKind::Failed, Safety::NothingTouched,
                           Error{ErrorCode::DeploymentOpen, {u"web"_qs, u"swap"_qs}, {}}, 1}};
    cli.run(swap({u"--yes"_qs}, cli));
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.err.contains(u"next: “resume” shows how it stands"_qs), qPrintable(cli.err));
}

void TestAgreement::leaseHeldIs75()
{
    CliFixture cli;
    const QStringList args{u"shop"_qs, u"ada@desk"_qs, u"2026-11-21T10:00:00Z"_qs, u"2026-11-21T10:01:00Z"_qs,
                           u"swap"_qs};
    cli.script = {Finished{OutcomeKind::Refused, Safety::NothingTouched, Error{ErrorCode::LeaseHeld, args, {}}, 1}};
    cli.run(swap({u"--yes"_qs}, cli));
    QCOMPARE(cli.status, 75);
    QVERIFY2(cli.err.contains(u"--take-over REASON"_qs), qPrintable(cli.err));
}

void TestAgreement::planPrintsWhatIsPredicted()
{
    Plan plan = swapPlan();
    plan.checks.clear();
    Step create;
    create.kind = StepKind::CreateNodes;
    create.commands = {u"podman create web-2"_qs};
    create.undo = {u"podman rm web-2"_qs};
    create.nodes = 2;
    create.serving = 1;
    create.typicalMs = 1'800'000;
    Step await{StepKind::AwaitHealthy, {}, false};
    await.undo = create.undo;
    plan.steps = {create, await};
    plan.prices = {u"₩"_qs, 100};
    CliFixture cli;
    cli.looked = planned(plan);
    cli.run({u"plan"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, cli.blueprint()});
    QCOMPARE(cli.out, u"Blue-green swap: web  shop@1.0.0 → shop@1.1.0\n"
                      "1. Create web-2 from shop 1.1.0  nodes 2, serving 1 · about 30 min 0 s\n"
                      "     podman create web-2\n"
                      "   ↶ podman rm web-2\n"
                      "2. Wait until web-2 is healthy\n"
                      "   ↶ as after step 1\n"
                      "Takes about 30 min 0 s. Both sides at once cost about ₩ 50 more.\n"_qs);
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
