// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "models/domain/code_names.h"
#include "models/domain/event_json.h"
#include "models/wording/wording.h"

#include <QGuiApplication>

using namespace snowmelt;
using namespace snowmelt::sample;

class TestVerbs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void up();
    void upAsksBeforeItMakesMany();
    void upOfManyThatRunAsksNothing();
    void down();
    void images();
    void build();
    void buildOnAHost();
    void prove();
    void buildSaysWhatIsDue();
    void updateLooks();
    void updateWrites();
    void plan();
    void planAsJson();
    void swap();
    void swapWritesTheBlueprint();
    void swapThatFailsWritesNothing();
    void rollback();
    void rebirth();
    void history();
    void actsSpeakJsonLines();
    void check();
    void everyOutcomeHasItsExitStatus_data();
    void everyOutcomeHasItsExitStatus();
    void everyErrorIsSaid_data();
    void everyErrorIsSaid();
    void interruptCancels();
};

void TestVerbs::up()
{
    CliFixture cli;
    cli.script = {Progress{Phase::CreatingNode, {u"web-1"_qs}, 1, 2},
                  Progress{Phase::AwaitingHealth, {u"web"_qs, u"1"_qs, u"2"_qs}, 1, 2}, FleetObserved{runningFleet()},
                  ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run({u"up"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.intent<UpIntent>());
    QCOMPARE(cli.log.requests[0].blueprint.name, u"shop"_qs);
    QCOMPARE(cli.out, u"Up · shop\nCreating web-1 (1/2)\nWaiting until web is healthy (1 of 2)\nedge answers at "
                      u"http://127.77.1.2:8080/\n"
                      "Done (1.5 s). Everything is as you asked.\n"_qs);
    QCOMPARE(cli.err, QString());
}

void TestVerbs::upAsksBeforeItMakesMany()
{
    const QByteArray text = CliFixture::blueprintText().replace("size: 2,", "size: 100000,");
    CliFixture cli;
    const QString file = cli.write(u"typed.yaml"_qs, text);
    const auto acted = [&cli] { return cli.intent<UpIntent>() != nullptr; };
    cli.run({u"up"_qs, file});
    QCOMPARE(cli.status, 64); // nobody to ask
    QVERIFY2(cli.err.contains(u"100"_qs) && cli.err.contains(u"machines for the fleet shop"_qs), qPrintable(cli.err));
    QVERIFY(cli.err.contains(u"--yes"_qs));
    QVERIFY(!acted());
    cli.terminal = true;
    cli.answer = u"no"_qs;
    cli.run({u"up"_qs, file});
    QCOMPARE(cli.status, 130);
    QVERIFY(cli.err.contains(u"Nothing was touched."_qs));
    QVERIFY(!acted());
    cli.answer = u"yes"_qs;
    cli.run({u"up"_qs, file});
    QCOMPARE(cli.status, 0);
    QVERIFY(acted());
    cli.terminal = false;
    cli.run({u"up"_qs, u"--yes"_qs, file});
    QCOMPARE(cli.status, 0);
    QVERIFY(acted());
}

void TestVerbs::upOfManyThatRunAsksNothing()
{
    CliFixture cli;
    FleetState fleet = runningFleet();
    while (fleet.groups[0].nodes.size() < 200)
        fleet.groups[0].nodes.append(fleet.groups[0].nodes.first());
    cli.script = {FleetObserved{fleet}, ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run({u"up"_qs, cli.write(u"many.yaml"_qs, CliFixture::blueprintText().replace("size: 2,", "size: 200,"))});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.intent<UpIntent>());
}

void TestVerbs::down()
{
    CliFixture cli;
    cli.run({u"down"_qs, u"--yes"_qs, u"--volumes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.intent<DownIntent>() && cli.intent<DownIntent>()->volumes);
}

void TestVerbs::images()
{
    CliFixture cli;
    ImageRecord built{shop10, Digest::ofBytes("x"), {}, Tier::Immutable, {}, 191'000'000, 1, 88, 1, false, 2};
    ImageRecord planned{shop11, {}, {}, Tier::Immutable, {}, 0, 0, 0, 0, false, 0};
    cli.script = {ImagesListed{{built, planned}}, Finished{}};
    cli.run({u"images"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.intent<ImagesIntent>());
    QVERIFY2(cli.out.contains(u"shop@1.0.0  Immutable  built      191 MB        88      2"_qs), qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u"shop@1.1.0  Immutable  not built\n"_qs), qPrintable(cli.out));
    cli.run({u"images"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(document(cli.out).value(u"images"_qs).toArray().size(), 2);
}

void TestVerbs::buildSaysWhatIsDue()
{
    CliFixture cli;
    cli.script = {ImageDue{shop10, {{Due::ParentChanged, {u"web@1"_qs}}, {Due::LockChanged, {u"3"_qs}}}, 40'000, 3},
                  ImageDue{shop11, {}}, ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run({u"build"_qs, u"shop"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u"shop@1.0.0 will be built anew: web 1, on which it rests, changed; "
                              "3 packages of its lock differ  about 40 s, as 3 earlier builds took\n"_qs),
             qPrintable(cli.out));
    QVERIFY2(!cli.out.contains(u"shop@1.1.0 is built"_qs), qPrintable(cli.out));
    CliFixture first;
    first.script = {ImageDue{shop10, {{Due::NeverBuilt, {}}}}, ended(OutcomeKind::Done, Safety::AsWanted)};
    first.run({u"build"_qs, u"shop"_qs, first.blueprint()});
    QVERIFY2(first.out.contains(u"it was never built  no earlier build says how long that takes\n"_qs),
             qPrintable(first.out));
}

void TestVerbs::updateLooks()
{
    CliFixture cli;
    const auto change = [](ImageChange kind, const char* key, const char* was, const char* is) {
        return ImageDifference{ImagePart::Package, kind, key, QLatin1String(was), QLatin1String(is)};
    };
    const LockMoved moved{
        shop11,
        {change(ImageChange::Added, "socat:amd64", "", "1.7"), change(ImageChange::Removed, "gone:all", "2", ""),
         change(ImageChange::Newer, "libssl3:amd64", "3.0.11", "3.0.13"),
         change(ImageChange::Older, "bash:amd64", "5.2", "5.1"), change(ImageChange::Changed, "tini:amd64", "1", "1")},
        false};
    cli.script = {LockMoved{shop10, {}, false}, moved, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"update"_qs, u"shop"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    QCOMPARE(cli.intent<UpdateLockIntent>()->image, shop11);
    QVERIFY(!cli.intent<UpdateLockIntent>()->write);
    for (const QString& line :
         {u"shop@1.0.0  nothing moved\n"_qs,
          u"shop@1.1.0  1 package added, 1 package removed, 1 package newer, 1 package older, "
          "1 package with other bytes\n"_qs,
          u"  + socat:amd64 1.7\n"_qs, u"  − gone:all 2\n"_qs, u"  ▲ libssl3:amd64 3.0.11 → 3.0.13\n"_qs,
          u"  ▼ bash:amd64 5.2 → 5.1\n"_qs, u"  ~ tini:amd64 1, other bytes\n"_qs, u"--write"_qs})
        QVERIFY2(cli.out.contains(line), qPrintable(line + u"not in\n" + cli.out));
}

void TestVerbs::updateWrites()
{
    CliFixture cli;
    cli.script = {LockMoved{shop10, {{ImagePart::Recipe, ImageChange::Added, "tini", {}, {}}}, true},
                  ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run({u"update"_qs, u"shop@1.0.0"_qs, u"--write"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.intent<UpdateLockIntent>()->write);
    QVERIFY2(cli.out.contains(u"shop@1.0.0 the recipe asks for something else; its lock is written\n"_qs),
             qPrintable(cli.out));
    CliFixture events;
    events.script = cli.script;
    events.run({u"update"_qs, u"shop"_qs, u"--json"_qs, events.blueprint()});
    QVERIFY2(events.out.contains(u"\"lockMoved\""_qs), qPrintable(events.out));
}

void TestVerbs::build()
{
    CliFixture cli;
    ImageRecord built{shop11, Digest::ofBytes("x"), shop10, Tier::Immutable, {}, 191'000'000, 1, 88, 4200, false, 0};
    cli.script = {ImageBuilt{built, false}, ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run({u"build"_qs, u"shop"_qs, u"--from-scratch"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<BuildIntent>()->image, shop11); // the last version in the file's order
    QVERIFY(cli.intent<BuildIntent>()->fromScratch);
    QVERIFY2(cli.out.contains(u"shop@1.1.0 was built in 4.2 s  191 MB  "_qs), qPrintable(cli.out));
    QVERIFY2(!cli.out.contains(u"its lock says"_qs), qPrintable(cli.out));
    CliFixture unlike;
    unlike.script = {ImageBuilt{built, false, Digest::ofBytes("y")}, ended(OutcomeKind::Done, Safety::AsWanted)};
    unlike.run({u"build"_qs, u"shop"_qs, unlike.blueprint()});
    QVERIFY2(unlike.out.contains(u"not the image "_qs + Digest::ofBytes("y").shortHex() + u" its lock says"_qs),
             qPrintable(unlike.out));
    CliFixture other;
    other.run({u"build"_qs, u"shop@1.0.0"_qs, other.blueprint()});
    QCOMPARE(other.intent<BuildIntent>()->image, shop10);
    QVERIFY(!other.intent<BuildIntent>()->fromScratch);
    QVERIFY(!other.intent<BuildIntent>()->prove && !other.intent<BuildIntent>()->keepFailed);
    CliFixture keeping;
    keeping.run({u"build"_qs, u"shop"_qs, u"--keep-failed"_qs, keeping.blueprint()});
    QVERIFY(keeping.intent<BuildIntent>()->keepFailed);
}

void TestVerbs::buildOnAHost()
{
    CliFixture neither;
    neither.run({u"build"_qs, u"shop"_qs, u"--prove"_qs, u"--keep-failed"_qs, neither.blueprint()});
    QCOMPARE(neither.status, 64);
    QVERIFY2(neither.err.contains(u"--keep-failed and --prove exclude each other."_qs), qPrintable(neither.err));
    CliFixture away;
    away.run({u"build"_qs, u"shop"_qs, u"--on"_qs, u"mina@forge:2222"_qs, away.blueprint()});
    QCOMPARE(away.intent<BuildIntent>()->host, u"mina@forge:2222"_qs);
    for (const QString& other : {u"--prove"_qs, u"--keep-failed"_qs}) {
        CliFixture both;
        both.run({u"build"_qs, u"shop"_qs, u"--on"_qs, u"forge"_qs, other, both.blueprint()});
        QCOMPARE(both.status, 64);
        QVERIFY2(both.err.contains(other), qPrintable(both.err));
    }
    CliFixture nowhere;
    nowhere.run({u"build"_qs, u"shop"_qs, u"--on"_qs, u"forge:x"_qs, nowhere.blueprint()});
    QCOMPARE(nowhere.status, 64);
    QVERIFY(nowhere.err.contains(u"forge:x"_qs));
}

void TestVerbs::prove()
{
    CliFixture cli;
    ImageRecord image{shop11, Digest::ofBytes("x"), shop10, Tier::Immutable, {}, 1, 1, 1, 1, false, 0};
    const ImageDifference differs{ImagePart::File, ImageChange::Changed, "/etc/\x1bx", u"12 B"_qs, u"13 B"_qs};
    cli.script = {ImageProved{image, {differs}}, ended(OutcomeKind::Differences, Safety::StoreAsBefore)};
    cli.run({u"build"_qs, u"shop"_qs, u"--prove"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    QVERIFY(cli.intent<BuildIntent>()->prove);
    QVERIFY2(cli.out.contains(u"shop@1.1.0 came out otherwise the second time: 1 file"_qs), qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u": 12 B → 13 B\n"_qs) && !cli.out.contains(u'\x1b'), qPrintable(cli.out));
}

void TestVerbs::plan()
{
    CliFixture cli;
    cli.looked = planned(swapPlan());
    cli.run({u"plan"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--bake=30"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    QCOMPARE(cli.intent<PlanIntent>()->group, u"web"_qs);
    QCOMPARE(cli.intent<PlanIntent>()->to, shop11);
    QCOMPARE(cli.intent<PlanIntent>()->bakeSeconds, 30);
    QCOMPARE(cli.out, u"Blue-green swap: web  shop@1.0.0 → shop@1.1.0\n"
                      "! Not every node that goes has been scanned, so what is lost with them is not known.  "
                      "driftUnknown\n"
                      "1. Move the traffic from web-1 to web-2\n"
                      "     set server web/b1 state ready\n"
                      "── point of no return ──\n"
                      "2. Take web-1 out of the balancer\n"
                      "Warnings to be accepted: driftUnknown\n"_qs);
}

void TestVerbs::planAsJson()
{
    CliFixture cli;
    cli.looked = {failed(ErrorCode::GroupUnknown, {u"wep"_qs})};
    cli.run({u"plan"_qs, u"wep"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY(document(cli.out).value(u"plan"_qs).isNull());
    QCOMPARE(document(cli.out).value(u"error"_qs).toObject().value(u"code"_qs).toString(), u"groupUnknown"_qs);
    QCOMPARE(cli.err, QString());
}

void TestVerbs::swap()
{
    CliFixture cli;
    cli.script = {PlanMade{swapPlan()}, StepBegun{0, StepKind::MoveTraffic},
                  StepDone{0, StepKind::MoveTraffic, 300, {}}, TrafficCounted{12345, 0},
                  ended(OutcomeKind::Done, Safety::GreenServesAlone)};
    const QString file = cli.blueprint();
    cli.run(
        {u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--strategy"_qs, u"blue-green"_qs, u"--yes"_qs, file});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<SwapIntent>()->to, shop11);
    QVERIFY2(cli.out.contains(u"[1/2] Move the traffic from web-1 to web-2\n"
                              "✓ [1/2] Move the traffic from web-1 to web-2  300 ms\n"_qs),
             qPrintable(cli.out));
    QVERIFY(cli.out.contains(u"Requests 12,345, failed 0\n"_qs));
    QVERIFY(cli.out.endsWith(u"Done (1.5 s). The new nodes serve all traffic; the old ones are gone.\n"_qs));
    QCOMPARE(cli.contentOf(u"shop.yaml.blueprint"_qs), CliFixture::blueprintText());
}

void TestVerbs::swapWritesTheBlueprint()
{
    CliFixture cli;
    cli.run({u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--write"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QByteArray expected = CliFixture::blueprintText();
    expected.replace("image: shop@1.0.0", "image: shop@1.1.0");
    QCOMPARE(cli.contentOf(u"shop.yaml.blueprint"_qs), expected);
}

void TestVerbs::swapThatFailsWritesNothing()
{
    CliFixture cli;
    cli.script = {Finished{OutcomeKind::Failed, Safety::BlueServes,
                           Error{ErrorCode::NeverHealthy, {u"web-2"_qs, u"60"_qs, u"503"_qs}, {}}, 1}};
    cli.run({u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--write"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QCOMPARE(cli.contentOf(u"shop.yaml.blueprint"_qs), CliFixture::blueprintText());
    QCOMPARE(cli.err,
             u"snowmelt: web-2 did not become healthy within 60 seconds: 503\n"
             "  safe: The old nodes (blue) serve all traffic; the new ones (green) were removed.\n"
             "  next: Correct what the reason says. If the image is at fault, build it again. Then try again.\n"_qs);
}

void TestVerbs::rollback()
{
    CliFixture cli;
    cli.script = {RollingBack{5, u"asked"_qs}, ended(OutcomeKind::Done, Safety::BlueServes)};
    cli.run({u"rollback"_qs, u"web"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<ControlIntent>()->group, u"web"_qs);
    QVERIFY(cli.out.contains(u"The traffic goes back to blue, as asked."_qs));
}

void TestVerbs::rebirth()
{
    CliFixture cli;
    cli.run({u"rebirth"_qs, u"web-2"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<RebirthIntent>()->node, u"web-2"_qs);
}

void TestVerbs::history()
{
    CliFixture cli;
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    cli.script = {HistoryListed{{{u"3f2a1b2c-0000"_qs, u"swap"_qs, u"shop"_qs, u"web → shop@1.1.0"_qs, u"ada@desk"_qs,
                                  start, start.addSecs(65), u"done"_qs},
                                 {u"3f2a1b2d-0000"_qs, u"up"_qs, u"shop"_qs, {}, u"ada@desk"_qs, start, {}, {}}}},
                  Finished{}};
    cli.run({u"history"_qs, u"--limit"_qs, u"2"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<HistoryIntent>()->limit, 2);
    QVERIFY2(cli.out.startsWith(u"ID        STARTED "_qs) && cli.out.contains(u"\n3f2a1b2c  "_qs), qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u"Swap web to shop 1.1.0  ada@desk  1 min 5 s  Done\n"_qs), qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u"Up                      ada@desk             no end recorded\n"_qs),
             qPrintable(cli.out));
    cli.run({u"history"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(document(cli.out).value(u"entries"_qs).toArray().size(), 2);
}

void TestVerbs::actsSpeakJsonLines()
{
    CliFixture cli;
    cli.script = {PlanMade{swapPlan()}, StepBegun{0, StepKind::MoveTraffic},
                  ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run({u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--yes"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.log.requests.size(), 2); // the plan is looked at; stdout is the act's alone
    const QStringList lines = cli.out.split(u'\n', Qt::SkipEmptyParts);
    QStringList types;
    for (const QString& line : lines) {
        QVERIFY(eventFromJson(document(line)).ok());
        types.append(document(line).value(u"type"_qs).toString());
    }
    QCOMPARE(types, QStringList({u"started"_qs, u"planMade"_qs, u"stepBegun"_qs, u"finished"_qs}));
    QCOMPARE(cli.err, QString());
}

void TestVerbs::check()
{
    CliFixture cli;
    const QString file = cli.blueprint();
    const QByteArray os = "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\n";
    cli.write(u"base.yaml"_qs, os);
    cli.write(u"shop.yaml"_qs, os);
    cli.run({u"check"_qs, file});
    QVERIFY2(cli.status == 0, qPrintable(cli.err));
    QFile text(file);
    QVERIFY(text.open(QIODevice::Append) && text.write("caches:\n  hot: {engine: redis, image: base@1}\n") > 0);
    text.close();
    cli.run({u"check"_qs, file});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.err.contains(u"caches.hot"_qs), qPrintable(cli.err));
    cli.run({u"check"_qs, u"--json"_qs, file});
    QCOMPARE(cli.status, 1);
    QCOMPARE(document(cli.out).value(u"unsupported"_qs), QJsonValue(QJsonArray{u"caches.hot"_qs}));
    cli.write(u"shop.yaml"_qs, "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\npakages: [htop]\n");
    cli.run({u"check"_qs, file});
    QCOMPARE(cli.status, 65);
    const QString place = cli.folder.filePath(u"shop.yaml"_qs) + u":4:1: error: unknown key “pakages”";
    QVERIFY2(cli.err.startsWith(place) && cli.err.count(u'\n') == 1, qPrintable(cli.err)); // once, not per version
    cli.run({u"check"_qs, u"--json"_qs, file});
    QCOMPARE(document(cli.out).value(u"problems"_qs).toArray().size(), 1);
    QVERIFY(QFile::remove(cli.folder.filePath(u"base.yaml"_qs)));
    cli.run({u"check"_qs, file});
    QCOMPARE(cli.status, 65);
    QVERIFY(cli.err.contains(u"the recipe of base@1, “base.yaml”, cannot be read"_qs));
    QVERIFY(cli.log.requests.isEmpty());
}

void TestVerbs::everyOutcomeHasItsExitStatus_data()
{
    QTest::addColumn<QString>("outcome");
    for (const OutcomeKind outcome : allCodes<OutcomeKind>())
        QTest::newRow(qPrintable(codeName(outcome))) << codeName(outcome);
}

void TestVerbs::everyOutcomeHasItsExitStatus()
{
    QFETCH(QString, outcome);
    const OutcomeKind kind = *codeFromName<OutcomeKind>(outcome);
    for (const QStringList& words :
         {QStringList{u"up"_qs}, QStringList{u"scan"_qs}, QStringList{u"rebirth"_qs, u"web-1"_qs, u"--yes"_qs}}) {
        CliFixture cli;
        cli.script = {ended(kind, Safety::Unchanged)};
        cli.run(words + QStringList{cli.blueprint()});
        QCOMPARE(cli.status, exitCode(kind));
        const bool good = kind == OutcomeKind::Done || kind == OutcomeKind::Differences;
        QCOMPARE(cli.err.isEmpty(), good);
    }
}

void TestVerbs::everyErrorIsSaid_data()
{
    QTest::addColumn<QString>("code");
    for (const ErrorCode code : allCodes<ErrorCode>())
        QTest::newRow(qPrintable(codeName(code))) << codeName(code);
}

void TestVerbs::everyErrorIsSaid()
{
    QFETCH(QString, code);
    const Error error{*codeFromName<ErrorCode>(code), {u"a"_qs, u"2"_qs, u"3"_qs, u"d"_qs}, {}};
    for (const QString& verb : {u"up"_qs, u"status"_qs}) {
        CliFixture cli;
        cli.script = {failed(error.code, error.args)};
        cli.run({verb, cli.blueprint()});
        QCOMPARE(cli.status, 1);
        QCOMPARE(cli.err,
                 QString(u"snowmelt: " + sentence(error).what + u"\n  | first line\n  | second line\n  safe: " +
                         sentence(Safety::Unchanged) + u"\n  next: " + sentence(error).next + u'\n'));
    }
}

void TestVerbs::interruptCancels()
{
    CliFixture cli;
    cli.waitsForCancel = true;
    cli.script = {ended(OutcomeKind::Cancelled, Safety::BlueServes)};
    cli.run({u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.log.cancels, 1);
    QCOMPARE(cli.status, 130);
    QVERIFY(cli.err.contains(u"Cancelling"_qs));
    QVERIFY(cli.err.contains(u"The old nodes (blue) serve all traffic"_qs));
}

QTEST_MAIN(TestVerbs)
#include "tst_verbs.moc"
