// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "app/cli/cli.h"
#include "app/cli/lab.h"
#include "models/wording/wording.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace snowmelt;

class TestUsage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void wrongCalls_data();
    void wrongCalls();
    void badBlueprints_data();
    void badBlueprints();
    void unreadableBlueprint();
    void asksBeforeItDestroys_data();
    void asksBeforeItDestroys();
    void wrongValuesReachNoBackend();
    void helpNamesEveryVerb();
    void everyVerbHasHelp();
    void version();
    void whatIsForTheTerminal();
    void labStandsForTheFile();
};

void TestUsage::wrongCalls_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QStringList& words, const QString& said) {
        QTest::newRow(name) << words << said;
    };
    row("unknown verb", {u"sawp"_qs}, u"did you mean “swap”?"_qs);
    row("unknown verb in help", {u"help"_qs, u"sawp"_qs}, u"did you mean “swap”?"_qs);
    row("no file", {u"up"_qs}, u"FILE is missing."_qs);
    row("no group", {u"rollback"_qs}, u"GROUP is missing."_qs);
    row("group but no file", {u"rollback"_qs, u"web"_qs}, u"FILE is missing."_qs);
    row("too many", {u"up"_qs, u"a.yaml"_qs, u"b.yaml"_qs}, u"“b.yaml” is one argument too many."_qs);
    row("too many with the lab", {u"up"_qs, u"--lab"_qs, u"b.yaml"_qs}, u"one argument too many"_qs);
    row("unknown option", {u"up"_qs, u"--jsn"_qs, u"a.yaml"_qs}, u"no option --jsn; did you mean --json?"_qs);
    row("option of another verb", {u"up"_qs, u"--volumes"_qs, u"a.yaml"_qs}, u"no option --volumes"_qs);
    row("twice", {u"up"_qs, u"--json"_qs, u"--json"_qs, u"a.yaml"_qs}, u"--json is given twice."_qs);
    row("value for a switch", {u"up"_qs, u"--json=yes"_qs, u"a.yaml"_qs}, u"--json takes no value."_qs);
    row("value missing", {u"scan"_qs, u"a.yaml"_qs, u"--node"_qs}, u"--node needs a value: NODE."_qs);
    row("no --to", {u"swap"_qs, u"web"_qs, u"a.yaml"_qs}, u"--to IMAGE@VERSION is missing."_qs);
    row("no --by", {u"extend-drain"_qs, u"web"_qs, u"a.yaml"_qs}, u"--by SECONDS is missing."_qs);
    row("empty value", {u"scan"_qs, u"--node="_qs, u"a.yaml"_qs}, u"--node needs a value: NODE."_qs);
    row("takeover without a reason", {u"up"_qs, u"--take-over"_qs, u" "_qs, u"a.yaml"_qs},
        u"--take-over needs a value: REASON."_qs);
    row("takeover of what takes no lease", {u"pause"_qs, u"web"_qs, u"--take-over"_qs, u"x"_qs, u"a.yaml"_qs},
        u"no option --take-over"_qs);
    row("no -o", {u"export"_qs, u"a.yaml"_qs}, u"-o OUT is missing."_qs);
}

void TestUsage::wrongCalls()
{
    QFETCH(QStringList, words);
    QFETCH(QString, said);
    CliFixture cli;
    cli.run(words);
    QCOMPARE(cli.status, 64);
    QCOMPARE(cli.out, QString());
    QVERIFY2(cli.err.contains(said), qPrintable(cli.err));
    QVERIFY(cli.err.contains(u"Nothing was touched."_qs));
    QVERIFY(cli.log.requests.isEmpty());
}

void TestUsage::badBlueprints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("places");
    QTest::newRow("not yaml") << QByteArray("a: [") << QStringList{u":1:"_qs};
    QTest::newRow("two errors at once")
        << CliFixture::blueprintText().replace("size: 2", "size: 0").replace("listen: 8080", "listen: 80808080")
        << QStringList{u":8:"_qs, u":10:"_qs};
    QTest::newRow("misspelt key") << CliFixture::blueprintText().replace("groups:", "grups:")
                                  << QStringList{u"did you mean “groups”?"_qs};
    QTest::newRow("not UTF-8") << QByteArray("name: \xff") << QStringList{u":1:7: error: this is not UTF-8"_qs};
    QTest::newRow("empty") << QByteArray() << QStringList{u":1:1: error:"_qs};
    QTest::newRow("later version") << QByteArray("snowmelt: 2\n") << QStringList{u"reads versions up to 1"_qs};
}

void TestUsage::badBlueprints()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, places);
    for (const QString& verb : {u"check"_qs, u"up"_qs, u"status"_qs}) {
        CliFixture cli;
        const QString file = cli.write(u"bad.yaml"_qs, text);
        cli.run({verb, file});
        QCOMPARE(cli.status, 65);
        QCOMPARE(cli.out, QString());
        for (const QString& line : cli.err.split(u'\n', Qt::SkipEmptyParts))
            QVERIFY2(line.startsWith(file + u':') && line.contains(u": error: "_qs), qPrintable(line));
        for (const QString& place : places)
            QVERIFY2(cli.err.contains(place), qPrintable(cli.err));
        QVERIFY(cli.log.requests.isEmpty());
    }
}

void TestUsage::unreadableBlueprint()
{
    CliFixture cli;
    for (const QString& path : {cli.folder.filePath(u"missing.yaml"_qs), cli.folder.path()}) {
        cli.run({u"up"_qs, path});
        QCOMPARE(cli.status, 65);
        QVERIFY2(cli.err.contains(path + u" cannot be read."), qPrintable(cli.err));
        cli.run({u"check"_qs, path});
        QCOMPARE(cli.status, 65);
    }
    QVERIFY(cli.log.requests.isEmpty());
}

void TestUsage::asksBeforeItDestroys_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("down") << QStringList{u"down"_qs};
    QTest::newRow("swap") << QStringList{u"swap"_qs, u"web"_qs, u"--to"_qs, u"shop@1.1.0"_qs};
    QTest::newRow("rollback") << QStringList{u"rollback"_qs, u"web"_qs};
    QTest::newRow("rebirth") << QStringList{u"rebirth"_qs, u"web-1"_qs};
    QTest::newRow("resume") << QStringList{u"resume"_qs, u"--continue"_qs};
    QTest::newRow("orphans") << QStringList{u"orphans"_qs, u"--remove"_qs, u"web-7"_qs};
}

void TestUsage::asksBeforeItDestroys()
{
    QFETCH(QStringList, words);
    CliFixture cli;
    if (words.first() == u"resume")
        cli.looked = {OpenDeploymentsSeen{{sample::openDeployment()}}, Finished{}};
    if (words.first() == u"orphans")
        cli.looked = {OrphansSeen{{Orphan{OrphanKind::Node, u"web-7"_qs, {}, {}, {}, {}, {}}}}, Finished{}};
    words.append(cli.blueprint());

    cli.run(words);
    QCOMPARE(cli.status, 64); // nobody to ask
    QVERIFY(cli.err.contains(u"--yes"_qs));
    QVERIFY(cli.log.requests.isEmpty());

    cli.terminal = true;
    for (const auto& answer :
         {std::optional(u"no"_qs), std::optional(u"y"_qs), std::optional(QString()), std::optional<QString>()}) {
        cli.answer = answer;
        cli.run(words);
        QCOMPARE(cli.status, 130);
        QVERIFY(cli.err.contains(u"Nothing was touched."_qs));
        for (const Request& request : std::as_const(cli.log.requests))
            QVERIFY(isLooking(request.intent));
    }

    cli.answer = u"yes"_qs;
    cli.run(words);
    QCOMPARE(cli.status, 0);
    QVERIFY(!isLooking(cli.log.requests.last().intent));
}

void TestUsage::wrongValuesReachNoBackend()
{
    CliFixture cli;
    for (const QStringList& words :
         {QStringList{u"--to"_qs, u"shop"_qs}, QStringList{u"--to"_qs, u"shop@1"_qs, u"--bake"_qs, u"-1"_qs},
          QStringList{u"--to"_qs, u"shop@1"_qs, u"--bake"_qs, u"soon"_qs},
          QStringList{u"--to"_qs, u"shop@1"_qs, u"--drain"_qs, u"0"_qs},
          QStringList{u"--to"_qs, u"shop@1"_qs, u"--health"_qs, u"25h"_qs},
          QStringList{u"--to"_qs, u"shop@1"_qs, u"--max-failed"_qs, u"101"_qs},
          QStringList{u"--to"_qs, u"shop@1"_qs, u"--max-failed"_qs, u"nan"_qs},
          QStringList{u"--to"_qs, u"shop@1"_qs, u"--max-latency"_qs, u"0"_qs},
          QStringList{u"--to"_qs, u"shop@1"_qs, u"--check"_qs, u"version=1"_qs},
          QStringList{u"--to"_qs, u"shop@1"_qs, u"--check"_qs, u"/a b"_qs},
          QStringList{u"--to"_qs, u"shop@1"_qs, u"--strategy"_qs, u"hope"_qs}}) {
        cli.run(QStringList{u"swap"_qs, u"web"_qs, u"--yes"_qs} + words + QStringList{cli.blueprint()});
        QCOMPARE(cli.status, 64);
        cli.run(QStringList{u"plan"_qs, u"web"_qs} + words + QStringList{cli.blueprint()});
        QCOMPARE(cli.status, 64);
    }
    cli.run({u"build"_qs, u"Nothing"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 64);
    cli.run({u"history"_qs, u"--limit"_qs, u"0"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 64);
    for (const QString& time : {u"0"_qs, u"-5"_qs, u"5d"_qs, u"1.5m"_qs, u"m"_qs, u"86401"_qs}) {
        cli.run({u"extend-drain"_qs, u"web"_qs, u"--by"_qs, time, cli.blueprint()});
        QCOMPARE(cli.status, 64);
    }
    cli.run({u"resume"_qs, u"--adopt"_qs, u"--continue"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 64);
    cli.run({u"orphans"_qs, u"--remove=web-7"_qs, u"--remove-all"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 64);
    cli.run({u"report"_qs, u"--markdown"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 64);
    for (const QStringList& wrong : {QStringList{u"-o"_qs, u"shop.gif"_qs},
                                     {u"-o"_qs, u"a.svg"_qs, u"--format"_qs, u"gif"_qs},
                                     {u"-o"_qs, u"a.svg"_qs, u"--report"_qs},
                                     {u"-o"_qs, u"a.png"_qs, u"--scale"_qs, u"5"_qs},
                                     {u"-o"_qs, u"a.pdf"_qs, u"--page"_qs, u"a5"_qs},
                                     {u"-o"_qs, u"a.svg"_qs, u"--lang"_qs, u"de"_qs},
                                     {u"-o"_qs, u"a.svg"_qs, u"--date"_qs, u"yesterday"_qs}}) {
        cli.run(QStringList{u"export"_qs} + wrong + QStringList{cli.blueprint()});
        QCOMPARE(cli.status, 64);
    }
    QVERIFY(cli.log.requests.isEmpty());
}

void TestUsage::helpNamesEveryVerb()
{
    CliFixture cli;
    for (const QString& word : {u"help"_qs, u"--help"_qs, u"-h"_qs}) {
        cli.run({word});
        QCOMPARE(cli.status, 0);
        for (const Verb& verb : allVerbs())
            QVERIFY2(cli.out.contains(u"\n  "_qs + verb.name), qPrintable(verb.name));
    }
}

void TestUsage::everyVerbHasHelp()
{
    for (const Verb& verb : allVerbs()) {
        CliFixture cli;
        cli.run({verb.name, u"--help"_qs});
        QCOMPARE(cli.status, 0);
        QVERIFY(cli.out.startsWith(u"snowmelt "_qs + verb.name));
        for (const Option& option : verb.options)
            QVERIFY2(cli.out.contains(option.name), qPrintable(option.name));
        const QString said = cli.out;
        cli.run({u"help"_qs, verb.name});
        QCOMPARE(cli.out, said);
        QVERIFY(cli.log.requests.isEmpty());
    }
}

void TestUsage::version()
{
    CliFixture cli;
    cli.run({u"--version"_qs});
    QCOMPARE(cli.status, 0);
    QVERIFY(QRegularExpression(u"^snowmelt \\d+\\.\\d+\\.\\d+\n$"_qs).match(cli.out).hasMatch());
}

void TestUsage::whatIsForTheTerminal()
{
    for (const QString& word : {u"up"_qs, u"help"_qs, u"--help"_qs, u"-h"_qs, u"--version"_qs, u"sawp"_qs})
        QVERIFY2(isCommandLine({word, u"x"_qs}), qPrintable(word));
    for (const QString& word : {u"shop.yaml"_qs, u"/tmp/shop"_qs, u"-style"_qs})
        QVERIFY2(!isCommandLine({word}), qPrintable(word));
    QVERIFY(!isCommandLine({}));
    QVERIFY(drawsPicture({u"export"_qs, u"-o"_qs, u"x.svg"_qs}));
    QVERIFY(!drawsPicture({u"scan"_qs, u"export"_qs}));
    QVERIFY(!drawsPicture({}));
}

void TestUsage::labStandsForTheFile()
{
    QVERIFY2(labBlueprintPath().endsWith(u"/blueprints/shop/shop.yaml"_qs), qPrintable(labBlueprintPath()));
    if (!QFileInfo::exists(labBlueprintPath()))
        QSKIP("the bundled lab is not in this tree");
    CliFixture cli;
    cli.run({u"status"_qs, u"--lab"_qs});
    QVERIFY2(cli.status == 0, qPrintable(cli.err));
    QCOMPARE(cli.log.requests.at(0).blueprint.path, QFileInfo(labBlueprintPath()).canonicalFilePath());
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
