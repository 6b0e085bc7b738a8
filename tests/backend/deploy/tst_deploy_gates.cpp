// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/drain_lens.h"
#include "backend/deploy/gates.h"
#include "backend/deploy/http_check.h"
#include "backend/deploy/prober.h"
#include "backend/deploy/traffic_meter.h"
#include "backend/execution/timing.h"

#include <QTest>

using namespace snowmelt;

/// What is judged of green, by value.
class DeployGatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void failedRequests_data();
    void failedRequests();
    void latency_data();
    void latency();
    void aCheckThatFails();
    void aGreenThatFlaps();
    void gatesThatAreOffSayNothing();
    void percentiles();
    void unwellNodes();
    void onlyTheLastHundredCount();
    void checksOfPathAndText_data();
    void checksOfPathAndText();
    void aSideIsMetered();
    void theDrainLens();
    void aCheckFailsTwiceInARow();
    void whatNobodyAnsweredSaysNothing();
    void whoIsSilentKeepsNobodyWaiting();
};

static GateFacts healthy()
{
    GateFacts facts;
    facts.greens = 3;
    facts.greensUp = 3;
    facts.healthPath = QStringLiteral("/healthz");
    facts.blueAnswers = 50;
    facts.greenAnswers = 50;
    facts.blue.probeP95 = 10;
    facts.green.probeP95 = 10;
    return facts;
}

static const GateReading* find(const GateVerdict& verdict, const QString& gate)
{
    const auto it = std::find_if(verdict.readings.cbegin(), verdict.readings.cend(),
                                 [&gate](const GateReading& one) { return one.gate == gate; });
    return it == verdict.readings.cend() ? nullptr : &*it;
}

void DeployGatesTest::failedRequests_data()
{
    QTest::addColumn<double>("limit");
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("failed");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("trips");
    QTest::newRow("none failed") << 1.0 << 1000 << 0 << true << false;
    QTest::newRow("at the limit") << 1.0 << 1000 << 10 << true << false;
    QTest::newRow("above it") << 1.0 << 1000 << 11 << true << true;
    QTest::newRow("too few to say") << 1.0 << 19 << 19 << false << false;
    QTest::newRow("just enough") << 1.0 << 20 << 1 << true << true;
    QTest::newRow("not one may fail") << 0.0 << 1000 << 1 << true << true;
    QTest::newRow("no request yet") << 1.0 << 0 << 0 << false << false;
}

void DeployGatesTest::failedRequests()
{
    QFETCH(double, limit);
    QFETCH(int, requests);
    QFETCH(int, failed);
    QFETCH(bool, known);
    QFETCH(bool, trips);
    Gates gates;
    gates.failedPercent = limit;
    GateFacts facts = healthy();
    facts.green.requests = requests;
    facts.green.failed = failed;
    const GateVerdict verdict = judge(gates, facts);
    const GateReading* reading = find(verdict, QStringLiteral("failed"));
    QVERIFY(reading);
    QCOMPARE(reading->known, known);
    QCOMPARE(reading->passes, !trips);
    QCOMPARE(verdict.tripped.has_value(), trips);
    if (trips)
        QCOMPARE(verdict.tripped->args.value(0), QStringLiteral("failed"));
}

void DeployGatesTest::latency_data()
{
    QTest::addColumn<int>("blue");
    QTest::addColumn<int>("green");
    QTest::addColumn<int>("answers");
    QTest::addColumn<bool>("trips");
    QTest::newRow("as fast") << 100 << 100 << 50 << false;
    QTest::newRow("at the limit") << 100 << 200 << 50 << false;
    QTest::newRow("too slow") << 100 << 201 << 50 << true;
    QTest::newRow("tenfold, but noise") << 2 << 22 << 50 << false;
    QTest::newRow("beyond noise") << 2 << 23 << 50 << true;
    QTest::newRow("too few answers") << 100 << 900 << 19 << false;
    QTest::newRow("blue was never asked") << -1 << 900 << 0 << false;
}

void DeployGatesTest::latency()
{
    QFETCH(int, blue);
    QFETCH(int, green);
    QFETCH(int, answers);
    QFETCH(bool, trips);
    Gates gates;
    gates.latencyFactor = 2;
    GateFacts facts = healthy();
    facts.blue.probeP95 = blue;
    facts.green.probeP95 = green;
    facts.blueAnswers = facts.greenAnswers = answers;
    const GateVerdict verdict = judge(gates, facts);
    QCOMPARE(verdict.tripped.has_value(), trips);
    QCOMPARE(find(verdict, QStringLiteral("latency"))->known, answers >= 20);
}

void DeployGatesTest::aCheckThatFails()
{
    Gates gates;
    gates.checks = QStringList{QStringLiteral("/version=1.1.0"), QStringLiteral("/cart")};
    GateFacts facts = healthy();
    QVERIFY(!judge(gates, facts).tripped);
    facts.failedCheck = FailedCheck{QStringLiteral("web-5"), gates.checks.first(), QStringLiteral("200 without")};
    const GateVerdict verdict = judge(gates, facts);
    QVERIFY(verdict.tripped);
    QCOMPARE(verdict.tripped->code, ErrorCode::GateTripped);
    QCOMPARE(verdict.tripped->args, (QStringList{QStringLiteral("check"), QStringLiteral("200 without"),
                                                 QStringLiteral("/version=1.1.0"), QStringLiteral("web-5")}));
    QCOMPARE(find(verdict, QStringLiteral("check"))->measured, 1.0);
    QCOMPARE(find(verdict, QStringLiteral("check"))->limit, 2.0);
}

void DeployGatesTest::aGreenThatFlaps()
{
    GateFacts facts = healthy();
    facts.unwell = {QStringLiteral("web-6"), 3};
    const GateVerdict verdict = judge({}, facts);
    QVERIFY(verdict.tripped);
    QCOMPARE(verdict.tripped->args, (QStringList{QStringLiteral("health"), QStringLiteral("3/10"),
                                                 QStringLiteral("/healthz"), QStringLiteral("web-6")}));
    QVERIFY(!verdict.readings.first().passes);
}

void DeployGatesTest::gatesThatAreOffSayNothing()
{
    Gates gates;
    gates.failedPercent = -1;
    GateFacts facts = healthy();
    facts.green.requests = 100;
    facts.green.failed = 100;
    const GateVerdict verdict = judge(gates, facts);
    QVERIFY(!verdict.tripped);
    QCOMPARE(verdict.readings.size(), 1); // health, which is never off
}

void DeployGatesTest::percentiles()
{
    ProbeTally tally;
    QCOMPARE(tally.percentile(95), -1);
    tally.note(QStringLiteral("a"), true, 7);
    QCOMPARE(tally.percentile(50), 7);
    for (int ms = 1; ms <= 100; ++ms)
        tally.note(QStringLiteral("a"), true, ms);
    QCOMPARE(tally.percentile(50), 50);
    QCOMPARE(tally.percentile(95), 95);
    QCOMPARE(tally.percentile(100), 100);
    QCOMPARE(tally.asked(), 101);
}

void DeployGatesTest::unwellNodes()
{
    ProbeTally tally;
    const auto note = [&tally](const QString& node, const QString& answers) {
        for (const QChar answer : answers)
            tally.note(node, answer == u'+', 1);
    };
    note(QStringLiteral("a"), QStringLiteral("+-+++++++"));
    note(QStringLiteral("b"), QStringLiteral("++++"));
    QVERIFY(tally.unwell().node.isEmpty()); // one lost question is no fault
    note(QStringLiteral("b"), QStringLiteral("-+-+"));
    QCOMPARE(tally.unwell().node, QStringLiteral("b"));
    QCOMPARE(tally.unwell().failed, 2);
    note(QStringLiteral("b"), QStringLiteral("++++++++"));
    QVERIFY(tally.unwell().node.isEmpty()); // forgotten after ten
    QCOMPARE(tally.failed(), 3);
}

void DeployGatesTest::onlyTheLastHundredCount()
{
    ProbeTally tally;
    for (int i = 0; i < 100; ++i)
        tally.note(QStringLiteral("a"), true, 900);
    for (int i = 0; i < 100; ++i)
        tally.note(QStringLiteral("a"), true, 5);
    QCOMPARE(tally.percentile(95), 5);
    QCOMPARE(tally.answers(), 100);
}

void DeployGatesTest::checksOfPathAndText_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("well");
    QTest::newRow("path alone") << QStringLiteral("/") << 200 << true;
    QTest::newRow("path alone, 503") << QStringLiteral("/") << 503 << false;
    QTest::newRow("text is there") << QStringLiteral("/version=1.1.0") << 200 << true;
    QTest::newRow("text is there, but 500") << QStringLiteral("/version=1.1.0") << 500 << false;
    QTest::newRow("wrong version") << QStringLiteral("/version=1.2.0") << 200 << false;
    QTest::newRow("the first = ends the path") << QStringLiteral("/=a=b") << 200 << true;
}

void DeployGatesTest::checksOfPathAndText()
{
    QFETCH(QString, check);
    QFETCH(int, status);
    QFETCH(bool, well);
    const HttpCheck parsed = parseCheck(check);
    QCOMPARE(parsed.path, check.section(u'=', 0, 0));
    const HttpAnswer answer = held(parsed, {status, "version 1.1.0, a=b", {}, 1});
    QCOMPARE(answer.status == 200, well);
    QVERIFY(well || !saidBy(answer).isEmpty());
}

static BackendState backend(qint64 requests, qint64 failed, int sessions)
{
    SlotState slot;
    slot.name = QStringLiteral("b1");
    slot.requests = requests;
    slot.failed = failed;
    slot.sessions = sessions;
    slot.requestRate = 5;
    slot.meanMs = 12;
    BackendState state;
    state.slots_ = QList<SlotState>{slot};
    return state;
}

static const QList<PlannedNode> side{{QStringLiteral("web-4"), QStringLiteral("b1"), {}, {}}};

void DeployGatesTest::aSideIsMetered()
{
    SideMeter meter;
    meter.note(backend(1000, 7, 0), side); // of the node that had the slot before
    QCOMPARE(meter.seen().requests, 0);
    meter.note(backend(1010, 9, 3), side);
    QCOMPARE(meter.seen().requests, 10);
    QCOMPARE(meter.seen().failed, 2);
    QCOMPARE(meter.seen().sessions, 3);
    QCOMPARE(meter.seen().meanMs, 12);
    meter.note(backend(4, 1, 0), side); // HAProxy restarted
    QCOMPARE(meter.seen().requests, 14);
    QCOMPARE(meter.seen().failed, 3);
}

void DeployGatesTest::theDrainLens()
{
    SlotState a1;
    a1.name = QStringLiteral("a1");
    a1.sessions = 1;
    SlotState a2 = a1;
    a2.name = QStringLiteral("a2");
    a2.sessions = 2;
    SlotState a3 = a1;
    a3.name = QStringLiteral("a3");
    a3.sessions = 0;
    BackendState state;
    state.slots_ = QList<SlotState>{a1, a2, a3};
    const QList<PlannedNode> blue{{QStringLiteral("web-1"), QStringLiteral("a1"), {}, {}},
                                  {QStringLiteral("web-2"), QStringLiteral("a2"), {}, {}},
                                  {QStringLiteral("web-3"), QStringLiteral("a3"), {}, {}}};
    const QList<OpenSession> open{
        {QStringLiteral("a2"), 48, true}, {QStringLiteral("a2"), 3, false}, {QStringLiteral("b1"), 900, true}};
    const QList<DrainingNode> seen = drainingNodes(state, blue, open);
    QCOMPARE(seen, (QList<DrainingNode>{{QStringLiteral("web-2"), 2, 48, 1}, {QStringLiteral("web-1"), 1, 0, 0}}));
}

/// Answers as told; a status of -1 is silence until it is cancelled.
class ScriptedProbe : public HttpProbe
{
public:
    Task<HttpAnswer> get(Endpoint, QString, CallContext context) override
    {
        const int status = statuses.isEmpty() ? 200 : statuses.takeFirst();
        if (status >= 0)
            co_return HttpAnswer{status, "version 1.1.0", {}, 5};
        const Result<Done> waited = co_await pause(std::chrono::hours(1), context);
        co_return waited.as<HttpAnswer>();
    }
    QList<int> statuses;
};

static Prober::Question question(const QString& node, const QString& check = {})
{
    return {true, node, {}, check, QStringLiteral("/")};
}

static void askOnce(Prober& prober, ScriptedProbe& probe, const Prober::Question& question, bool networkAway = false)
{
    prober.ask(&probe, QList<Prober::Question>{question}, {});
    QVERIFY(QCoro::waitFor(prober.collect(networkAway)).ok());
    QVERIFY(prober.idle());
}

void DeployGatesTest::aCheckFailsTwiceInARow()
{
    Prober prober;
    ScriptedProbe probe;
    probe.statuses = QList<int>{503, 200, 503, 503};
    const Prober::Question asked = question(QStringLiteral("web-4"), QStringLiteral("/cart"));
    for (int i = 0; i < 3; ++i)
        askOnce(prober, probe, asked);
    QVERIFY(!prober.failedCheck());
    askOnce(prober, probe, asked);
    QVERIFY(prober.failedCheck());
    QCOMPARE(prober.failedCheck()->node, QStringLiteral("web-4"));
    QCOMPARE(prober.failedCheck()->check, QStringLiteral("/cart"));
    QCOMPARE(prober.green().asked(), 0); // checks are not what percentiles are made of

    Prober version;
    const Prober::Question wrong = question(QStringLiteral("web-4"), QStringLiteral("/=1.2.0"));
    for (int i = 0; i < 2; ++i)
        askOnce(version, probe, wrong);
    QVERIFY(version.failedCheck());
}

void DeployGatesTest::whatNobodyAnsweredSaysNothing()
{
    Prober prober;
    ScriptedProbe probe;
    probe.statuses = QList<int>{0, 0, 503};
    askOnce(prober, probe, question(QStringLiteral("web-4")), true);
    QCOMPARE(prober.green().asked(), 0);
    askOnce(prober, probe, question(QStringLiteral("web-4")), false);
    QCOMPARE(prober.green().failed(), 1);
    askOnce(prober, probe, question(QStringLiteral("web-4")), true); // an answer is one, whoever else was silent
    QCOMPARE(prober.green().failed(), 2);
}

void DeployGatesTest::whoIsSilentKeepsNobodyWaiting()
{
    Prober prober;
    ScriptedProbe probe;
    probe.statuses = QList<int>{-1, 200};
    prober.ask(&probe, QList<Prober::Question>{question(QStringLiteral("web-4")), question(QStringLiteral("web-5"))},
               {});
    QVERIFY(QCoro::waitFor(prober.collect(false)).ok());
    QCOMPARE(prober.green().asked(), 1);
    QVERIFY(!prober.idle());
    QVERIFY(QCoro::waitFor(prober.end()).ok());
    QVERIFY(prober.idle());
}

QTEST_GUILESS_MAIN(DeployGatesTest)
#include "tst_deploy_gates.moc"
