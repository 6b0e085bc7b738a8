// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "models/wording/wording.h"

#include <QGuiApplication>

#include <sys/stat.h>

using namespace snowmelt;
using namespace snowmelt::sample;

class TestExports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void exportsAPicture();
    void exportsEveryFormat();
    void exportsTheLiveFleet();
    void exportsWhereAPersonPutThings();
    void exportsAMode();
    void writesToStdoutAndNothingElse();
    void replacesNothingThatIsNoFile();
    void neverReplacesTheBlueprint();
    void refusesWhatTheFormatHasNoUseFor();
    void saysWhatIsDrawnSmaller();
};

void TestExports::exportsAPicture()
{
    CliFixture cli;
    const QString path = cli.folder.filePath(u"shop.svg"_qs);
    cli.run({u"export"_qs, u"-o"_qs, path, cli.blueprint()});
    QVERIFY2(cli.status == 0, qPrintable(cli.err));
    QVERIFY(cli.log.requests.isEmpty()); // the blueprint alone needs no backend
    QVERIFY(cli.contentOf(u"shop.svg"_qs).contains("<svg"));
    QCOMPARE(cli.out, QString(path + u" is written.\n"));
    cli.run({u"export"_qs, u"-o"_qs, u"/nowhere/at/all.svg"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY(cli.err.contains(u"/nowhere/at/all.svg"_qs));
}

/// By what the name ends in or by --format; the same date gives the same bytes.
void TestExports::exportsEveryFormat()
{
    CliFixture cli;
    const QString date = u"2026-03-05"_qs;
    const QMap<QString, QByteArray> begins{
        {u"a.svg"_qs, "<?xml"},      {u"a.pdf"_qs, "%PDF-"},   {u"a.png"_qs, "\x89PNG"},   {u"a.drawio"_qs, "<?xml"},
        {u"a.mmd"_qs, "---\ntitle"}, {u"a.dot"_qs, "digraph"}, {u"a.md"_qs, "# Review of"}};
    for (auto format = begins.begin(); format != begins.end(); ++format) {
        const QStringList arguments{u"export"_qs, u"-o"_qs,     cli.folder.filePath(format.key()),
                                    u"--date"_qs, date,         u"--lang"_qs,
                                    u"en"_qs,     u"--dark"_qs, cli.blueprint()};
        cli.run(arguments);
        QVERIFY2(cli.status == 0, qPrintable(cli.err));
        const QByteArray first = cli.contentOf(format.key());
        QVERIFY2(first.startsWith(*format), qPrintable(format.key()));
        cli.run(arguments);
        QVERIFY2(cli.contentOf(format.key()) == first, qPrintable(format.key()));
    }
    cli.run({u"export"_qs, u"--json"_qs, u"--report"_qs, u"--page"_qs, u"letter"_qs, u"--format"_qs, u"pdf"_qs,
             u"-o"_qs, cli.folder.filePath(u"review"_qs), cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(document(cli.out).value(u"format"_qs).toString(), u"pdf"_qs);
    QVERIFY(cli.contentOf(u"review"_qs).startsWith("%PDF-"));
}

void TestExports::exportsTheLiveFleet()
{
    CliFixture cli;
    cli.script = {FleetObserved{runningFleet()}, ended(OutcomeKind::Incomplete, Safety::Unchanged)};
    cli.run({u"export"_qs, u"--live"_qs, u"--dark"_qs, u"-o"_qs, cli.folder.filePath(u"live.svg"_qs), cli.blueprint()});
    QCOMPARE(cli.status, 3); // written, with a blind spot
    QVERIFY(cli.intent<StatusIntent>());
    QVERIFY(!cli.contentOf(u"live.svg"_qs).isEmpty());
    CliFixture blind;
    blind.script = {failed(ErrorCode::PlatformUnavailable, {u"podman"_qs})};
    blind.run({u"export"_qs, u"--live"_qs, u"-o"_qs, blind.folder.filePath(u"live.svg"_qs), blind.blueprint()});
    QCOMPARE(blind.status, 1);
    QVERIFY(!QFile::exists(blind.folder.filePath(u"live.svg"_qs)));
}

void TestExports::exportsWhereAPersonPutThings()
{
    CliFixture cli;
    const auto drawn = [&cli] {
        cli.run({u"export"_qs, u"--date"_qs, u"2026-03-05"_qs, u"-o"_qs, cli.folder.filePath(u"a.svg"_qs),
                 cli.blueprint()});
        return cli.contentOf(u"a.svg"_qs);
    };
    const QByteArray fresh = drawn();
    const QString sidecar = u"shop.yaml.layout.json"_qs;
    const QByteArray places = "{\"schema\": \"snowmelt.layout/1\", \"placed\": {\"web\": [400, 2000]}, \"seats\": {}, "
                              "\"fields\": {}, \"collapsed\": [\"web\"]}";
    cli.write(sidecar, places);
    const QByteArray placed = drawn();
    QVERIFY(cli.err.isEmpty());
    QVERIFY(placed != fresh);
    QVERIFY(placed.contains("web-1")); // closed in the window, open on paper
    cli.write(sidecar, "<<<<<<< HEAD\n" + places);
    QCOMPARE(drawn(), fresh);
    QCOMPARE(cli.status, 0);
    QVERIFY2(cli.err.contains(sidecar), qPrintable(cli.err));
    QVERIFY(cli.contentOf(sidecar).startsWith("<<<<<<<")); // who only draws changes no files
}

void TestExports::exportsAMode()
{
    FleetState fleet = runningFleet();
    fleet.groups[0].nodes[0].health = Health::Healthy;
    fleet.groups[0].nodes[0].driftCount = 2;
    CliFixture cli;
    cli.script = {FleetObserved{fleet}, Finished{}};
    QList<QByteArray> drawn;
    for (const QString& mode : {u"health"_qs, u"drift"_qs}) {
        cli.run({u"export"_qs, u"--live"_qs, u"--date"_qs, u"2026-03-05"_qs, u"--show"_qs, mode, u"-o"_qs,
                 cli.folder.filePath(u"a.svg"_qs), cli.blueprint()});
        QVERIFY2(cli.status == 0 || cli.status == 3, qPrintable(cli.err));
        drawn << cli.contentOf(u"a.svg"_qs);
        QVERIFY(drawn.last().contains(">drift: number of differences<"));
    }
    QVERIFY(drawn[0] != drawn[1]);
}

void TestExports::writesToStdoutAndNothingElse()
{
    CliFixture cli;
    cli.write(u"shop.yaml.layout.json"_qs, "<<<<<<< HEAD\n");
    cli.run({u"export"_qs, u"-o"_qs, u"-"_qs, u"--format"_qs, u"dot"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY2(cli.out.startsWith(u"digraph fleet {"), qPrintable(cli.out.left(200)));
    QVERIFY(cli.out.endsWith(u"}\n"));
    QVERIFY(cli.err.contains(u"shop.yaml.layout.json")); // what is said is said elsewhere
    QVERIFY(!QFile::exists(u"-"_qs));

    cli.run({u"export"_qs, u"-o"_qs, u"-"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 64); // it ends in nothing that would say a format
    cli.run({u"export"_qs, u"--json"_qs, u"-o"_qs, u"-"_qs, u"--format"_qs, u"dot"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 64);
    QVERIFY(cli.out.isEmpty());
}

void TestExports::replacesNothingThatIsNoFile()
{
    CliFixture cli;
    const QString pipe = cli.folder.filePath(u"pipe.svg"_qs);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    cli.run({u"export"_qs, u"-o"_qs, pipe, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.err.contains(u"not a regular file"), qPrintable(cli.err));
    struct stat there
    {
    };
    QCOMPARE(stat(QFile::encodeName(pipe).constData(), &there), 0);
    QVERIFY(S_ISFIFO(there.st_mode));
}

/// By whatever way a path leads there.
void TestExports::neverReplacesTheBlueprint()
{
    CliFixture cli;
    const QString blueprint = cli.blueprint();
    const QString link = cli.folder.filePath(u"link.svg"_qs);
    QVERIFY(QFile::link(blueprint, link));
    for (const QString& target : {blueprint, link, cli.folder.filePath(u"./shop.yaml.layout.json"_qs)}) {
        cli.run({u"export"_qs, u"--format"_qs, u"svg"_qs, u"-o"_qs, target, blueprint});
        QVERIFY2(cli.status == 64, qPrintable(target));
        QCOMPARE(cli.contentOf(u"shop.yaml.blueprint"_qs), CliFixture::blueprintText());
        QVERIFY(!QFile::exists(cli.folder.filePath(u"shop.yaml.layout.json"_qs)));
    }
}

void TestExports::refusesWhatTheFormatHasNoUseFor()
{
    CliFixture cli;
    const QList<QStringList> wrong{{u"a.svg"_qs, u"--scale"_qs, u"2"_qs},
                                   {u"a.png"_qs, u"--page"_qs, u"a4"_qs},
                                   {u"a.dot"_qs, u"--show"_qs, u"drift"_qs},
                                   {u"a.svg"_qs, u"--show"_qs, u"money"_qs}};
    for (const QStringList& words : wrong) {
        cli.run(QStringList{u"export"_qs, u"-o"_qs, cli.folder.filePath(words[0])} + words.mid(1) +
                QStringList{cli.blueprint()});
        QVERIFY2(cli.status == 64, qPrintable(words.join(u' ')));
        QVERIFY2(cli.err.contains(words[1]), qPrintable(cli.err));
        QVERIFY(!QFile::exists(cli.folder.filePath(words[0])));
    }
}

/// A picture has 48 million pixels at most.
void TestExports::saysWhatIsDrawnSmaller()
{
    CliFixture cli;
    const QString path = cli.folder.filePath(u"a.png"_qs);
    cli.run({u"export"_qs, u"--json"_qs, u"--scale"_qs, u"3"_qs, u"-o"_qs, path, cli.blueprint()});
    QCOMPARE(document(cli.out).value(u"scale"_qs).toDouble(), 3.0);
    const QByteArray large = QByteArray(CliFixture::blueprintText()).replace("size: 2", "size: 20000");
    cli.run({u"export"_qs, u"--scale"_qs, u"4"_qs, u"-o"_qs, path, cli.write(u"large.yaml"_qs, large)});
    QCOMPARE(cli.status, 0);
    QVERIFY2(cli.out.contains(u"instead of 4×"), qPrintable(cli.out));
}

QTEST_MAIN(TestExports)
#include "tst_exports.moc"
