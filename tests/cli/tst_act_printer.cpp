// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/act_printer.h"
#include "tests/cli/cli_samples.h"

#include "models/wording/wording.h"

#include <QTest>

using namespace snowmelt;

/// What a deployment says while it runs, on a pipe.
class TestActPrinter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void init() { m_out.clear(); }
    void warningsAlreadyReadAreNotRepeated();
    void warningsThatCameUpSinceAreSaid();
    void leaseIsNewsWhenItWasSomeonesElse();
    void whatPeopleToldIt();
    void pausedAndContinued();
    void drainSpeaksEveryTwoSecondsWhenItChanged();
    void drainByNodeReplacesTheBareCount();
    void gatesSpeakWhenTheirVerdictChanges();
    void gatesSpeakAlwaysWhenVerbose();
    void openDeployments();
    void provedTiers();
    void manyDifferencesAreCounted();
    void trafficBySide();
    void trafficWithoutSidesOrProbes();

private:
    struct Timed
    {
        qint64 ms = 0;
        EventBody body;
    };
    QString print(const QList<Timed>& events, const Shown& shown = {}, bool verbose = false);
    QByteArray m_out;
};

QString TestActPrinter::print(const QList<Timed>& events, const Shown& shown, bool verbose)
{
    Console::Ends ends;
    ends.out = [this](const QByteArray& bytes) { m_out += bytes; };
    ends.err = ends.out;
    Console console(ends);
    ActPrinter printer(console, shown, verbose);
    for (const Timed& event : events)
        printer.print(Event{u"op"_qs, QDateTime::fromMSecsSinceEpoch(event.ms, Qt::UTC), event.body});
    return QString::fromUtf8(m_out);
}

void TestActPrinter::warningsAlreadyReadAreNotRepeated()
{
    const Plan plan = sample::swapPlan();
    const QString said = print({{0, PlanMade{plan}}, {0, WarningsAccepted{{u"driftUnknown"_qs}, u"mina@laptop"_qs}}},
                               {plan.checks, {u"driftUnknown"_qs}, {}});
    QCOMPARE(said, QString());
}

void TestActPrinter::warningsThatCameUpSinceAreSaid()
{
    Plan plan = sample::swapPlan();
    const QList<PlanCheck> shown = plan.checks;
    plan.checks.append({u"groupSizeOne"_qs, Verdict::Warn, {u"web"_qs}});
    const QString said =
        print({{0, PlanMade{plan}}, {0, WarningsAccepted{{u"driftUnknown"_qs, u"groupSizeOne"_qs}, u"mina@laptop"_qs}}},
              {shown, {u"driftUnknown"_qs}, {}});
    QCOMPARE(said, u"! The group has a single node: should it fail, no other one takes over.\n"
                   "Accepted: driftUnknown, groupSizeOne  mina@laptop\n"_qs);
}

void TestActPrinter::leaseIsNewsWhenItWasSomeonesElse()
{
    LeaseTaken lease;
    lease.holder = u"mina@laptop"_qs;
    QCOMPARE(print({{0, lease}}), QString());
    lease.from = u"ada@desk"_qs;
    lease.reason = u"she is on the train"_qs;
    QCOMPARE(print({{0, lease}}), u"! mina@laptop took the lease over from ada@desk: she is on the train\n"_qs);
}

void TestActPrinter::whatPeopleToldIt()
{
    const Controlled obeyed{Command::ExtendDrain, u"ada@desk"_qs, 90, {}};
    const Error notNow{ErrorCode::NotNow, {u"pause"_qs, u"web"_qs, u"pastNoReturn"_qs}, {}};
    const Controlled refused{Command::Pause, u"ada@desk"_qs, 0, notNow};
    QCOMPARE(
        print({{0, obeyed}, {0, refused}}),
        u"» ada@desk gave blue’s sessions 1 min 30 s more.\n"
        "» ada@desk asked for “Pause”, which was refused. It is past its point of no return and about to finish.\n"_qs);
}

void TestActPrinter::pausedAndContinued()
{
    QCOMPARE(print({{0, PlanMade{sample::swapPlan()}}, {0, Paused{0}}, {0, Continued{0}}},
                   {sample::swapPlan().checks, {}, {}}),
             u"‖ Paused at [1/2] Move the traffic from web-1 to web-2; “continue web” goes on.\n"
             "▸ Goes on with [1/2] Move the traffic from web-1 to web-2\n"_qs);
}

void TestActPrinter::drainSpeaksEveryTwoSecondsWhenItChanged()
{
    const auto drain = [](int sessions) { return DrainSeen{{{u"web-1"_qs, sessions, 48, 0}}, 60}; };
    const QString said = print({{0, drain(3)},
                                {500, drain(2)},    // too soon
                                {2100, drain(3)},   // the same as was said
                                {4000, drain(2)},   // news
                                {4100, drain(1)},   // too soon
                                {6000, drain(1)}}); // two seconds after the last one
    QCOMPARE(said, QString(sentence(drain(3)) + u'\n' + sentence(drain(2)) + u'\n' + sentence(drain(1)) + u'\n'));
    QVERIFY2(said.startsWith(u"Waiting because web-1 has 3 "_qs), qPrintable(said));
}

void TestActPrinter::drainByNodeReplacesTheBareCount()
{
    const Progress count{Phase::Draining, {u"3"_qs, u"web-1"_qs}, 0, 0};
    const DrainSeen drain{{{u"web-1"_qs, 3, 48, 1}}, 60};
    QCOMPARE(print({{0, drain}, {10, count}}), QString(sentence(drain) + u'\n'));
    m_out.clear();
    QCOMPARE(print({{0, count}}), QString(sentence(count) + u'\n'));
}

void TestActPrinter::gatesSpeakWhenTheirVerdictChanges()
{
    const auto gates = [](bool known, bool passes, double measured) {
        return GatesSeen{{{u"failed"_qs, measured, 1, known, passes}}};
    };
    QCOMPARE(print({{0, gates(true, true, 0.1)},
                    {1000, gates(true, true, 0.2)},
                    {2000, gates(true, false, 3)},
                    {3000, gates(true, false, 4)},
                    {4000, gates(true, true, 0.5)},
                    {5000, gates(false, false, 0)}}), // too little traffic: no verdict
             u"! failed 3 % (allowed 1 %)\n"
             "✓ failed 0.5 % (allowed 1 %)\n"_qs);
}

void TestActPrinter::gatesSpeakAlwaysWhenVerbose()
{
    const GatesSeen gates{{{u"failed"_qs, 0.1, 1, true, true}, {u"health"_qs, 2, 2, true, true}}};
    QCOMPARE(print({{0, gates}, {5000, gates}}, {}, true), u"failed 0.1 % (allowed 1 %) · 2 of 2 green healthy\n"_qs);
}

void TestActPrinter::openDeployments()
{
    const OpenDeploymentsSeen seen{{sample::openDeployment()}};
    QCOMPARE(print({{0, seen}}),
             QString(u"! “Swap web to shop 1.1.0” is open. "_qs + howItStands(sample::openDeployment()) + u'\n'));
    m_out.clear();
    QCOMPARE(print({{0, seen}}, {{}, {}, {sample::swapPlan().deployment}}), QString());
}

static ImageProved provedWith(int files)
{
    ImageProved proved;
    proved.image.ref = sample::shop11;
    proved.image.digest = Digest::ofBytes("x");
    for (int i = 0; i < files; ++i)
        proved.differences.append(
            {ImagePart::File, ImageChange::Added, "/f" + QByteArray::number(i), {}, u"file 0644"_qs});
    return proved;
}

void TestActPrinter::provedTiers()
{
    const QString digest = Digest::ofBytes("x").shortHex();
    QCOMPARE(print({{0, provedWith(0)}}),
             QString(u"= shop@1.1.0 came out as the same bytes twice  "_qs + digest + u'\n'));
    m_out.clear();
    const QString said = print({{0, provedWith(2)}});
    QVERIFY2(said.startsWith(u"≠ shop@1.1.0 came out otherwise the second time: 2 file"_qs), qPrintable(said));
    QVERIFY2(said.endsWith(digest + u"\n    /f0: not there → file 0644\n    /f1: not there → file 0644\n"_qs),
             qPrintable(said));
}

void TestActPrinter::manyDifferencesAreCounted()
{
    const QString said = print({{0, provedWith(103)}});
    QCOMPARE(said.count(u'\n'), 102);
    QVERIFY2(said.endsWith(u"    and 3 more; --json lists all of them\n"_qs), qPrintable(said));
}

void TestActPrinter::trafficBySide()
{
    TrafficCounted counted{13'802, 0};
    counted.blue = {6'100, 0, 0, 0, -1, 70, 0, -1, -1};
    counted.green = {7'702, 0, 0, 0, -1, 50, 2, -1, -1};
    const TrafficCounted earlier{1, 1};
    QCOMPARE(print({{0, earlier}, {0, counted}, {1, Finished{}}}),
             u"Requests 13,802 (blue 6,100, green 7,702), failed 0; own probes 120, failed 2\n"_qs);
}

void TestActPrinter::trafficWithoutSidesOrProbes()
{
    QCOMPARE(print({{0, TrafficCounted{12'345, 1}}, {1, Finished{}}}), u"Requests 12,345, failed 1\n"_qs);
}

QTEST_GUILESS_MAIN(TestActPrinter)
#include "tst_act_printer.moc"
