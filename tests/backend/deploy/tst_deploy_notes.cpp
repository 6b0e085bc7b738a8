// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/code_names.h"
#include "tests/backend/deploy/deploy_run.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

Task<Done> answered(Result<Done> answer)
{
    co_return answer;
}

QString text(const EventBody& body)
{
    if (const auto* begun = std::get_if<StepBegun>(&body))
        return codeName(begun->kind);
    const auto* back = std::get_if<RollingBack>(&body);
    return back ? u"back "_qs + back->reason : u"?"_qs;
}

const Error unreachable{ErrorCode::SshUnreachable, {QStringLiteral("edge"), QString()}, {}};

} // namespace

/// What the engine tells other machines before it acts.
class DeployNotesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepBeforeItsFirstCall();
    void theWayBackBeforeItsFirstCall();
    void aStepThatCannotBeNotedIsNotDone_data();
    void aStepThatCannotBeNotedIsNotDone();
    void aWayBackGoesOnWithoutItsNote();
};

void DeployNotesTest::everyStepBeforeItsFirstCall()
{
    DeployRun run(1);
    QStringList noted;
    qsizetype callsAtNote = -1;
    QStringList late;
    run.control->noteWith([&](EventBody body, CallContext) {
        noted += text(body);
        callsAtNote = run.fleet.platform.callLog().size();
        if (run.log.last() != u"begun "_qs + text(body))
            late += run.log.last();
        return answered(Done{});
    });
    qsizetype callsBefore = 0;
    for (const Step& step : run.plan.steps)
        run.on(u"begun "_qs + codeName(step.kind), [&] { callsBefore = run.fleet.platform.callLog().size(); });
    for (const Step& step : run.plan.steps) {
        run.on(u"done "_qs + codeName(step.kind), [&] {
            if (callsAtNote != callsBefore)
                late += run.log.last();
        });
    }
    run.run();
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QStringList steps;
    for (const Step& step : run.plan.steps)
        steps += codeName(step.kind);
    QCOMPARE(noted, steps);
    QCOMPARE(late, QStringList());
}

void DeployNotesTest::theWayBackBeforeItsFirstCall()
{
    DeployRun run(1);
    QStringList noted;
    qsizetype callsAtNote = -1;
    qsizetype callsBefore = -1;
    run.control->noteWith([&](EventBody body, CallContext) {
        if (std::holds_alternative<RollingBack>(body) && noted.filter(u"back"_qs).isEmpty())
            callsAtNote = run.fleet.platform.callLog().size();
        noted += text(body);
        return answered(Done{});
    });
    run.on(u"begun bake"_qs, [&] { run.rollBack(); });
    run.on(u"back asked from bake"_qs, [&] { callsBefore = run.fleet.platform.callLog().size(); });
    run.run();
    QCOMPARE(run.log.last(), u"end cancelled blueServes"_qs);
    QVERIFY(noted.contains(u"back asked"_qs));
    QCOMPARE(callsAtNote, callsBefore);
}

void DeployNotesTest::aStepThatCannotBeNotedIsNotDone_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("end");
    const QString blue = u"end failed blueServes sshUnreachable"_qs;
    QTest::newRow("check") << 0 << u"end failed nothingTouched sshUnreachable"_qs;
    QTest::newRow("createNodes") << 1 << blue;
    QTest::newRow("moveTraffic") << 3 << blue;
    QTest::newRow("bake") << 5 << blue;
    QTest::newRow("retireBlue") << 6 << u"end failed greenServes sshUnreachable"_qs; // a person decides
}

void DeployNotesTest::aStepThatCannotBeNotedIsNotDone()
{
    QFETCH(int, step);
    QFETCH(QString, end);
    DeployRun run(1);
    run.control->noteWith([step](EventBody body, CallContext) {
        const auto* begun = std::get_if<StepBegun>(&body);
        return answered(begun && begun->step == step ? Result<Done>(unreachable) : Done{});
    });
    run.run();
    QCOMPARE(run.log.last(), end);
    const QString kind = codeName(run.plan.steps.at(step).kind);
    QVERIFY2(run.text().contains(u"begun %1\nfailed %1 sshUnreachable edge"_qs.arg(kind)), qPrintable(run.text()));
    QVERIFY(run.leastServing >= 3);
    QCOMPARE(run.failedRequests(), 0);
}

void DeployNotesTest::aWayBackGoesOnWithoutItsNote()
{
    DeployRun run(1);
    run.control->noteWith([](EventBody body, CallContext) {
        return answered(std::holds_alternative<RollingBack>(body) ? Result<Done>(unreachable) : Done{});
    });
    run.on(u"begun bake"_qs, [&] { run.rollBack(); });
    run.run();
    QCOMPARE(run.log.last(), u"end cancelled blueServes"_qs);
    QCOMPARE(run.failedRequests(), 0);
}

QTEST_GUILESS_MAIN(DeployNotesTest)
#include "tst_deploy_notes.moc"
