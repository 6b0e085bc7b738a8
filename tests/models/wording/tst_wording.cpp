// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/code_names.h"
#include "models/domain/drift/compare_looks.h"
#include "models/wording/drift_history_wording.h"
#include "models/wording/product_name.h"
#include "models/wording/store_wording.h"
#include "models/wording/wording.h"

#include <QSet>
#include <QTest>

using namespace snowmelt;

class TestWording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void everyCodeHasWords();
    void whatCouldNotBeKeptIsToldToPeople();
    void plurals();
    void aCauseAtOneDifferenceDoesNotCount();
    void korean();
    void unknownLanguageStaysEnglish();
    void stepsNameTheirNodes();
    void longNodeListsAreShort();
    void planChecks_data();
    void planChecks();
    void problems_data();
    void problems();
    void keysAndVerbatimReasons();
    void productsHaveTheirOwnSpelling();
    void titles_data();
    void titles();
    void aDeploymentIsCalledAsItWasStarted();
    void anEndNamesWhatADeploymentMade();
    void causes_data();
    void causes();
    void durations_data();
    void durations();
    void ages();
    void sizes();

private:
    template <typename E, typename Say>
    void everyOne(Say say);
};

namespace {

Plan somePlan(int nodes)
{
    Plan plan;
    for (int i = 1; i <= nodes; ++i) {
        plan.blue.append({u"web-%1"_qs.arg(i), {}});
        plan.green.append({u"web-%1"_qs.arg(nodes + i), {}});
    }
    plan.to = {u"shop"_qs, u"1.1.0"_qs};
    plan.bakeSeconds = 90;
    return plan;
}

} // namespace

// Where a difference stands alone, how many others changed with it is not known any more.
void TestWording::aCauseAtOneDifferenceDoesNotCount()
{
    LikelyCause cause;
    cause.kind = LikelyCauseKind::ChangedAlso;
    cause.differences = {0};
    QVERIFY(likelyCauseText(cause).startsWith(u"changed within a minute of other things"_qs));
    cause.differences = {0, 1, 2};
    QVERIFY(likelyCauseText(cause).startsWith(u"3 things changed within a minute"_qs));
}

void TestWording::whatCouldNotBeKeptIsToldToPeople()
{
    const QString path = u"/home/looks/e4/x"_qs;
    const StoreNote note{StoreGap::Looks, {ErrorCode::DiskFull, {path}, u"No space left on device"_qs}, 2};
    const std::optional<StoreNote> back = storeNote(logLine(note));
    QCOMPARE(back, std::optional(note));
    const QString said = storeNoteText(*back);
    QVERIFY2(said.startsWith(u"What was seen on 2 "_qs), qPrintable(said));
    QVERIFY(said.contains(u"The disk that holds %1 is full. (No space left on device)"_qs.arg(path)));
    QVERIFY(!said.contains(u"diskFull"_qs));
    QSet<QString> gaps;
    for (StoreGap gap :
         {StoreGap::Looks, StoreGap::Salt, StoreGap::Drift, StoreGap::Earlier, StoreGap::LastDrift, StoreGap::Journal})
        gaps.insert(storeNoteText({gap, note.error, 1}));
    QCOMPARE(gaps.size(), 6);
    QVERIFY(!storeNote({u"ssh_config"_qs, u"x"_qs}));
}

template <typename E, typename Say>
void TestWording::everyOne(Say say)
{
    QSet<QString> seen;
    for (const E code : allCodes<E>()) {
        const QString text = say(code);
        QVERIFY2(!text.isEmpty(), qPrintable(codeName(code)));
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
}

void TestWording::everyCodeHasWords()
{
    for (const QLocale::Language language : {QLocale::English, QLocale::Korean}) {
        installTranslator(QLocale(language));
        everyOne<Safety>([](Safety code) { return sentence(code); });
        everyOne<Phase>([](Phase code) { return sentence(Progress{code, {u"7"_qs, u"2"_qs, u"3"_qs}, 0, 0}); });
        everyOne<OutcomeKind>([](OutcomeKind code) { return outcomeText(code); });
        everyOne<StepKind>([](StepKind code) { return stepTitle(code, somePlan(2)); });
        everyOne<StepKind>([](StepKind code) { return stepName(code); });
        everyOne<Strategy>([](Strategy code) { return strategyText(code); });
        everyOne<Verdict>([](Verdict code) { return verdictText(code); });
        everyOne<Health>([](Health code) { return healthText(code); });
        everyOne<Lifecycle>([](Lifecycle code) { return lifecycleText(code); });
        everyOne<Role>([](Role code) { return roleText(code); });
        everyOne<Tier>([](Tier code) { return tierText(code); });
        everyOne<DriftSection>([](DriftSection code) { return sectionText(code); });
        everyOne<DriftSection>([](DriftSection code) { return thingCount(code, 2); });
        everyOne<DifferenceKind>([](DifferenceKind code) { return kindText(code); });
        everyOne<DriftSeverity>([](DriftSeverity code) { return severityMark(code); });
    }
    QVERIFY(sideText(Side::None).isEmpty());
    QVERIFY(!sideText(Side::Blue).isEmpty() && sideText(Side::Blue) != sideText(Side::Green));
}

void TestWording::plurals()
{
    QCOMPARE(differenceCount(0), u"0 differences"_qs);
    QCOMPARE(differenceCount(1), u"1 difference"_qs);
    QCOMPARE(differenceCount(2), u"2 differences"_qs);
    const Progress draining{Phase::Draining, {u"1"_qs, u"web-1"_qs}, 0, 0};
    QCOMPARE(sentence(draining), u"Waiting because 1 session is still open, on web-1"_qs);
    const Progress drained{Phase::Draining, {u"0"_qs, QString()}, 0, 0};
    QCOMPARE(sentence(drained), u"No session is open any more; looking again to be sure"_qs);
    QCOMPARE(sentence(Progress{Phase::Baking, {u"2"_qs}, 0, 0}), u"Watching green, 2 s to go"_qs);
    QCOMPARE(sentence(Progress{Phase::Baking, {u"0"_qs}, 0, 0}), u"Watching green, one last look"_qs);
    QCOMPARE(stepTitle(StepKind::AwaitHealthy, somePlan(1)), u"Wait until web-2 is healthy"_qs);
    QCOMPARE(stepTitle(StepKind::AwaitHealthy, somePlan(2)), u"Wait until web-3, web-4 are healthy"_qs);
}

void TestWording::korean()
{
    QVERIFY(installTranslator(QLocale(QLocale::Korean)));
    QCOMPARE(sentence(Safety::NothingTouched), u"아무것도 건드리지 않았습니다."_qs);
    QCOMPARE(differenceCount(3), u"차이 3개"_qs);
    QCOMPARE(durationText(185'000), u"3분 5초"_qs);
    QVERIFY(installTranslator(QLocale(QLocale::English)));
    QCOMPARE(sentence(Safety::NothingTouched), u"Nothing was touched."_qs);
}

void TestWording::unknownLanguageStaysEnglish()
{
    QVERIFY(!installTranslator(QLocale(QLocale::Icelandic)));
    QCOMPARE(differenceCount(1), u"1 difference"_qs);
}

void TestWording::stepsNameTheirNodes()
{
    const Plan plan = somePlan(2);
    QCOMPARE(stepTitle(StepKind::MoveTraffic, plan), u"Move the traffic from web-1, web-2 to web-3, web-4"_qs);
    QCOMPARE(stepTitle(StepKind::CreateNodes, plan), u"Create web-3, web-4 from shop 1.1.0"_qs);
    QCOMPARE(stepTitle(StepKind::Bake, plan), u"Watch web-3, web-4 for 1 min 30 s, with web-1, web-2 kept ready"_qs);
}

void TestWording::longNodeListsAreShort()
{
    QCOMPARE(stepTitle(StepKind::RetireBlue, somePlan(40)), u"Take web-1 … web-40 (40 nodes) out of the balancer"_qs);
}

void TestWording::planChecks_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* code, const QStringList& args, const QString& text) {
        QTest::newRow(code) << QString::fromLatin1(code) << args << text;
    };
    row("driftLost", {u"web-2"_qs, u"1"_qs}, u"web-2 differs from its image in 1 place; that ends with the node."_qs);
    row("healthyNow", {u"2"_qs, u"3"_qs}, u"2 of 3 nodes are healthy now."_qs);
    row("slotsFree", {u"1"_qs, u"3"_qs}, u"Slots free in the balancer: 1, needed: 3."_qs);
    row("imageNotBuilt", {u"shop@2"_qs}, u"shop 2 is not built yet."_qs);
    row("imageBuilt", {u"shop@2"_qs}, u"shop 2 is built."_qs);
    row("manyMachines", {u"100000"_qs, u"3"_qs},
        u"Green has 100000 nodes, and there are 3 now: is the group’s size in the blueprint what you mean?"_qs);
    const QStringList window{u"shop@2"_qs, u"orders"_qs, u"6"_qs, u"3"_qs, u"5"_qs};
    row("schemaFits", window, u"shop 2 works with schema 6 of the database orders."_qs);
    row("schemaOutside", window, u"shop 2 works with schema 3 to 5 of the database orders, which has schema 6."_qs);
    row("schemaNoWayBack", {u"shop@1"_qs, u"orders"_qs, u"6"_qs, u"3"_qs, u"3"_qs},
        u"No safe way back: shop 1, which serves now, works with schema 3 of the database orders, which has schema 6."_qs);
    row("schemaUnknown", window.mid(0, 3),
        u"The database orders has schema 6, and shop 2 does not say which it works with."_qs);
    row("schemaNotSaid", window.mid(0, 2),
        u"shop 2 says which schemas it works with, and the blueprint does not say which the database orders has."_qs);
    row("schemaWayBackUnknown", window.mid(0, 3),
        u"Whether there is a safe way back is not known: the database orders has schema 6, and shop 2, which serves "
        "now, does not say which it works with."_qs);
    row("newCheckOfLater", {u"x"_qs}, u"newCheckOfLater x"_qs);
}

void TestWording::planChecks()
{
    QFETCH(QString, code);
    QFETCH(QStringList, args);
    QFETCH(QString, text);
    QCOMPARE(sentence(PlanCheck{code, Verdict::Warn, args}), text);
}

void TestWording::problems_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("text");
    const auto row = [](ProblemCode code, const QStringList& args, const QString& text) {
        QTest::newRow(qPrintable(codeName(code))) << static_cast<int>(code) << args << text;
    };
    row(ProblemCode::UnknownKey, {u"grups"_qs, u"name, groups"_qs, u"groups"_qs},
        u"unknown key “grups”; expected name, groups; did you mean “groups”?"_qs);
    row(ProblemCode::UnknownReference, {u"uses"_qs, u"ordres"_qs, u"orders"_qs},
        u"“uses” names “ordres”, which this file does not have; did you mean “orders”?"_qs);
    row(ProblemCode::UnknownChoice, {u"packs"_qs, u"ngnix"_qs, u"apt, nginx"_qs, u"nginx"_qs},
        u"“packs” is “ngnix”; expected one of apt, nginx; did you mean “nginx”?"_qs);
    row(ProblemCode::WrongType, {u"size"_qs, u"a whole number"_qs},
        u"“size” has the wrong shape; expected a whole number"_qs);
    row(ProblemCode::OutOfRange, {u"size"_qs, u"0"_qs, u"1"_qs, u"50"_qs}, u"“size” is 0; expected 1 to 50"_qs);
    row(ProblemCode::TooLarge, {u"2000000"_qs, u"1000000"_qs}, u"the file has 2 MB; expected at most 1 MB"_qs);
    row(ProblemCode::BadValue, {u"templates"_qs, u""_qs, u"not beside packer"_qs},
        u"“templates” cannot stand beside “packer”; expected one of the two"_qs);
    row(ProblemCode::NotOnPlatform, {u"size"_qs, u"ssh"_qs},
        u"“size” has no meaning on the platform ssh, whose machines exist already; expected them by name in “hosts”"_qs);
    row(ProblemCode::FutureVersion, {u"2"_qs, u"1"_qs}, u"this is version 2; this Snowmelt reads versions up to 1"_qs);
}

void TestWording::problems()
{
    QFETCH(int, code);
    QFETCH(QStringList, args);
    QFETCH(QString, text);
    QCOMPARE(sentence(Problem{static_cast<ProblemCode>(code), 1, 1, args}), text);
}

void TestWording::keysAndVerbatimReasons()
{
    QCOMPARE(unseenReasonText(u"timedOut"_qs), u"it took too long"_qs);
    QCOMPARE(unseenReasonText(u"find: broken pipe"_qs), u"find: broken pipe"_qs);
    const QDateTime older(QDate(2026, 11, 3), QTime(14, 2), Qt::LocalTime);
    QCOMPARE(unseenReasonText(olderLookReason(older.toUTC())),
             u"compared with an older look, of 2026-11-03 14:02: the later one did not look at it"_qs);
    QCOMPARE(leftOutReasonText(u"database data"_qs), u"the database’s data"_qs);
    QCOMPARE(fieldText(u"target"_qs), u"link target"_qs);
    // A person's own words are not taken for one of our keys; those of a pack are such keys.
    IgnoreRule rule{DriftSection::Files, u"/a"_qs, u"mode"_qs, u"log"_qs, QDate(2027, 1, 31)};
    QCOMPARE(ignoreReasonText(rule), u"log (until 2027-01-31)"_qs);
    QCOMPARE(ignoreRuleText(rule), u"Files /a (mode only)"_qs);
    rule.pack = u"nginx"_qs;
    rule.until = {};
    QCOMPARE(ignoreReasonText(rule), u"logs"_qs);
    QCOMPARE(ignoreRuleText(rule), u"Files /a (mode only), pack nginx"_qs);
    QCOMPARE(healthReasonText(u"not asked"_qs), u"not asked"_qs);
    QCOMPARE(healthReasonText(u"sshUnreachable"_qs), u"does not answer SSH"_qs);
    QCOMPARE(healthReasonText(u"nobodyAnswered hostKey"_qs), u"host key not known"_qs);
    QCOMPARE(healthReasonText(u"nobodyAnswered passphrase"_qs), u"passphrase needed"_qs);
    QCOMPARE(healthReasonText(u"nobodyAnswered password"_qs), u"password needed"_qs);
    QCOMPARE(healthReasonText(u"GET /healthz: 503"_qs), u"GET /healthz: 503"_qs);
}

void TestWording::productsHaveTheirOwnSpelling()
{
    QCOMPARE(productName(u"haproxy"_qs, u"2.6.12"_qs), u"HAProxy 2.6.12"_qs);
    QCOMPARE(productName(u"postgresql"_qs, {}), u"PostgreSQL"_qs);
    QCOMPARE(productName(u"somethingNew"_qs), u"somethingNew"_qs);
}

void TestWording::titles_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("title");
    QTest::newRow("up") << QString() << u"Up"_qs;
    QTest::newRow("swap") << u"web → shop@1.1.0"_qs << u"Swap web to shop 1.1.0"_qs;
    QTest::newRow("plan") << u"web → shop@1.1.0"_qs << u"Plan to swap web to shop 1.1.0"_qs;
    QTest::newRow("build") << u"foundation/web@1"_qs << u"Build foundation/web 1"_qs;
    QTest::newRow("rebirth") << u"web-2"_qs << u"Rebirth of web-2"_qs;
    QTest::newRow("rollback") << u"web"_qs << u"Roll back web"_qs;
    QTest::newRow("scan") << u"web-1, web-2"_qs << u"Scan web-1, web-2"_qs;
    QTest::newRow("verbOfLater") << u"web"_qs << u"verbOfLater web"_qs;
}

void TestWording::titles()
{
    QFETCH(QString, subject);
    QFETCH(QString, title);
    QCOMPARE(operationTitle(QString::fromLatin1(QTest::currentDataTag()), subject), title);
}

void TestWording::aDeploymentIsCalledAsItWasStarted()
{
    Plan plan = somePlan(1);
    plan.group = u"web"_qs;
    QCOMPARE(deploymentTitle(u"swap"_qs, plan), u"Swap web to shop 1.1.0"_qs);
    QCOMPARE(deploymentTitle(u"resume"_qs, plan), u"Resume web"_qs);
    plan.strategy = Strategy::Rebirth;
    QCOMPARE(deploymentTitle(u"rebirth"_qs, plan), u"Rebirth of web-1"_qs);
    QCOMPARE(deploymentTitle(u"resume"_qs, plan), u"Resume web"_qs);
    Plan unreadable;
    unreadable.group = u"web"_qs;
    QCOMPARE(deploymentTitle(u"swap"_qs, unreadable), u"Swap web"_qs);
}

void TestWording::anEndNamesWhatADeploymentMade()
{
    Plan plan = somePlan(1);
    QCOMPARE(sentence(Safety::AsWanted, plan), u"The new nodes serve all traffic; the old ones are gone."_qs);
    plan.strategy = Strategy::Rebirth;
    QCOMPARE(sentence(Safety::AsWanted, plan), u"web-2 serves in place of web-1, which is gone."_qs);
    QCOMPARE(sentence(Safety::BlueServes, plan), sentence(Safety::BlueServes));
}

void TestWording::causes_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("nodes");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("baseline");
    QTest::addColumn<bool>("tied");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, CauseKind kind, int nodes, int rows, const QString& baseline, bool tied,
                        const QString& said) {
        QTest::newRow(name) << int(kind) << nodes << rows << baseline << tied << said;
    };
    row("missed", CauseKind::MissedUpdate, 6, 14, {}, false,
        u"6 nodes missed the same update, it seems (14 packages)"_qs);
    row("of one", CauseKind::MissedUpdate, 1, 2, {}, false, u"1 node missed the same update, it seems (2 packages)"_qs);
    row("ahead", CauseKind::AheadUpdate, 2, 3, {}, false,
        u"2 nodes got the same update before the others, it seems (3 packages)"_qs);
    row("tied", CauseKind::MissedUpdate, 1, 2, {}, true,
        u"1 node has 2 packages in an older version than as many others"_qs);
    row("added", CauseKind::Added, 2, 3, {}, false, u"2 nodes have 3 packages that are not on most others"_qs);
    row("removed", CauseKind::Removed, 1, 3, u"web-%1"_qs, false, u"1 node lacks 3 packages that are on web-%1"_qs);
    row("changed", CauseKind::Changed, 2, 3, {}, true, u"2 nodes differ from as many others in the same 3 packages"_qs);
}

void TestWording::causes()
{
    QFETCH(int, kind);
    QFETCH(int, nodes);
    QFETCH(int, rows);
    QFETCH(QString, baseline);
    QFETCH(bool, tied);
    QFETCH(QString, said);
    GroupDrift drift;
    drift.baseline = baseline;
    drift.differences = QList<GroupDifference>(rows);
    drift.differences.last().noMajority = tied;
    SharedCause cause{CauseKind(kind), DriftSection::Packages, QList<int>(nodes), {}};
    for (int i = 0; i < rows; ++i)
        cause.rows.append(i);
    QCOMPARE(causeText(cause, drift), said);
}

void TestWording::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 ms, const QString& text) {
        QTest::addRow("%lld", static_cast<long long>(ms)) << ms << text;
    };
    row(-5, u"0 ms"_qs);
    row(0, u"0 ms"_qs);
    row(999, u"999 ms"_qs);
    row(1000, u"1 s"_qs);
    row(4250, u"4.2 s"_qs);
    row(9999, u"9.9 s"_qs);
    row(59'999, u"59 s"_qs);
    row(60'000, u"1 min 0 s"_qs);
    row(3'599'999, u"59 min 59 s"_qs);
    row(7'800'000, u"2 h 10 min"_qs);
    row(90'000'000, u"1 d 1 h"_qs);
}

void TestWording::durations()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(durationText(ms), text);
}

void TestWording::ages()
{
    const QDateTime now(QDate(2026, 5, 4), QTime(3, 2, 1), Qt::UTC);
    QCOMPARE(ageText(QDateTime(), now), QString());
    QCOMPARE(ageText(now, now), u"just now"_qs);
    QCOMPARE(ageText(now.addSecs(30), now), u"just now"_qs); // another machine's clock is ahead
    QCOMPARE(ageText(now.addSecs(-42), now), u"42 s ago"_qs);
    QCOMPARE(ageText(now.addSecs(-300), now), u"5 min ago"_qs);
    QCOMPARE(ageText(now.addDays(-3), now), u"3 d ago"_qs);
}

void TestWording::sizes()
{
    QCOMPARE(sizeText(190'600'000), u"191 MB"_qs);
    QCOMPARE(sizeText(1'234'000'000), u"1.2 GB"_qs);
    QCOMPARE(shareText(1.0 / 3), u"33 %"_qs);
}

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
