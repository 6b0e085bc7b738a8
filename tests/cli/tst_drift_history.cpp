// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "app/cli/print_drift_history.h"
#include "app/cli/values.h"
#include "models/wording/wording.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace snowmelt;

namespace {

QDateTime hour(int day, int number)
{
    return QDateTime(QDate(2026, 11, day), QTime(number, 0), Qt::LocalTime).toUTC();
}

DriftHistory someHistory()
{
    DatedDifference one;
    one.node = u"web-1"_qs;
    one.group = u"web"_qs;
    one.difference = {
        DriftSection::Files, DifferenceKind::Changed, "/etc/motd", {{u"mode"_qs, u"0644"_qs, u"0600"_qs}}, {}, {}};
    one.absentAt = hour(2, 3);
    one.firstSeen = hour(3, 3);
    one.lastSeen = hour(5, 3);
    one.causes = {{LikelyCauseKind::PackageRun,
                   u"mina"_qs,
                   {{EvidenceKind::AptLog, hour(2, 14), u"apt-get upgrade"_qs},
                    {EvidenceKind::PackageLog, hour(2, 14), u"upgrade nginx:amd64 1 2"_qs}},
                   {0}}};
    DriftHistory history{{one}, {}};
    history.counts = {{u"web"_qs, hour(2, 3), 3, 0, 0, 0, 0},
                      {u"web"_qs, hour(3, 3), 3, 1, 1, 2, 0},
                      {u"web"_qs, hour(3, 9), 3, 2, 4, 2, 1}};
    return history;
}

DriftReport lookedAt()
{
    DriftReport report;
    report.node = u"web-1"_qs;
    report.scannedAt = hour(5, 3);
    report.baselineAt = hour(3, 14);
    return report;
}

} // namespace

class TestDriftHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void asATable();
    void nothingKeptSaysWhatToDo();
    void asJson();
    void intents();
    void ofEachDayTheLastCount();
    void pastTimes_data();
    void pastTimes();
    void scanSince();
    void theFirstLookIsNotTheSame();
    void causesStandBelowTheDifferences();
    void wrongCalls_data();
    void wrongCalls();
};

void TestDriftHistory::asATable()
{
    CliFixture cli;
    cli.script = {DriftHistoryRead{someHistory()}, Finished{}};
    cli.run({u"drift-history"_qs, cli.blueprint()});
    QCOMPARE(cli.status, exitOk);
    for (const QString& text :
         {u"Files /etc/motd"_qs, u"between 2026-11-02 03:00 and 2026-11-03 03:00"_qs, u"2026-11-05 03:00"_qs,
          u"still there"_qs,
          u"likely: apt-get upgrade by mina, 2026-11-02 14:00 (inferred from apt’s history, dpkg’s log)"_qs,
          u"2026-11-03"_qs, u"▇▇▇"_qs, u"2 of 3"_qs})
        QVERIFY2(cli.out.contains(text), qPrintable(text + u'\n' + cli.out));
    QVERIFY(!cli.out.contains(u"1 of 3"_qs)); // of a day the last
}

void TestDriftHistory::nothingKeptSaysWhatToDo()
{
    CliFixture cli;
    cli.script = {DriftHistoryRead{}, Finished{}};
    cli.run({u"drift-history"_qs, cli.blueprint()});
    QVERIFY(cli.out.contains(u"scan again later"_qs));
}

void TestDriftHistory::asJson()
{
    CliFixture cli;
    cli.script = {DriftHistoryRead{someHistory()}, Finished{}};
    cli.run({u"drift-history"_qs, u"--json"_qs, cli.blueprint()});
    const QJsonObject json = QJsonDocument::fromJson(cli.out.toUtf8()).object();
    QCOMPARE(json.value(u"schema"_qs).toString(), u"snowmelt.drift-history/1"_qs);
    const QJsonObject history = json.value(u"history"_qs).toObject();
    QCOMPARE(history.value(u"counts"_qs).toArray().size(), 3);
    const QJsonObject one = history.value(u"differences"_qs).toArray().first().toObject();
    QCOMPARE(one.value(u"causes"_qs).toArray().first().toObject().value(u"person"_qs).toString(), u"mina"_qs);
    QVERIFY(one.value(u"goneAt"_qs).isNull());

    const Error error{ErrorCode::StoreNewer, {u"x"_qs}, {}};
    cli.script = {Finished{OutcomeKind::Failed, Safety::Unchanged, error, 0}};
    cli.run({u"drift-history"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, exitFailed);
    QVERIFY(QJsonDocument::fromJson(cli.out.toUtf8()).object().value(u"history"_qs).isNull());
}

void TestDriftHistory::intents()
{
    CliFixture cli;
    cli.run({u"drift-history"_qs, u"web-1"_qs, u"web-2"_qs, u"--group"_qs, u"web"_qs, u"--gone"_qs, cli.blueprint()});
    const auto intent = std::get<DriftHistoryIntent>(cli.log.requests.last().intent);
    QCOMPARE(intent.nodes, (QStringList{u"web-1"_qs, u"web-2"_qs}));
    QCOMPARE(intent.group, u"web"_qs);
    QVERIFY(intent.gone);
}

void TestDriftHistory::ofEachDayTheLastCount()
{
    const QList<DriftCount> days = countPerDay(someHistory().counts);
    QCOMPARE(days.size(), 2);
    QCOMPARE(days.last().differences, 4);
}

void TestDriftHistory::pastTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("time");
    QTest::newRow("day") << u"2026-11-01"_qs << hour(1, 0);
    QTest::newRow("minute") << u"2026-11-01T14:00"_qs << hour(1, 14);
    QTest::newRow("a day ago") << u"1d"_qs << hour(4, 12);
    QTest::newRow("hours ago") << u"12h"_qs << hour(5, 0);
    QTest::newRow("a week ago") << u"1w"_qs << hour(5, 12).addDays(-7);
    QTest::newRow("minutes ago") << u"30m"_qs << hour(5, 12).addSecs(-1800);
    QTest::newRow("not over") << u"2026-12-01"_qs << QDateTime();
    QTest::newRow("no day") << u"2026-02-30"_qs << QDateTime();
    QTest::newRow("now") << u"0d"_qs << QDateTime();
    QTest::newRow("no unit") << u"5"_qs << QDateTime();
    QTest::newRow("words") << u"yesterday"_qs << QDateTime();
    QTest::newRow("nothing") << QString() << QDateTime();
}

void TestDriftHistory::pastTimes()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, time);
    QCOMPARE(pastTime(text, hour(5, 12).toLocalTime()), time);
}

void TestDriftHistory::scanSince()
{
    CliFixture cli;
    cli.script = {NodeScanned{lookedAt()}, Finished{}};
    cli.run({u"scan"_qs, u"--since"_qs, u"2026-11-01"_qs, cli.blueprint()});
    QCOMPARE(std::get<ScanIntent>(cli.log.requests.last().intent).since, hour(1, 0));
    QVERIFY2(cli.out.contains(u"compared with the look of 2026-11-03 14:00"_qs), qPrintable(cli.out));
    QVERIFY(cli.out.contains(u"as it was then"_qs));
    QVERIFY(!cli.out.contains(u"as born"_qs));
    cli.run({u"scan"_qs, u"--accept"_qs, cli.blueprint()});
    QVERIFY(std::get<ScanIntent>(cli.log.requests.last().intent).accept);
    QVERIFY(std::get<ScanIntent>(cli.log.requests.last().intent).since.isNull());
}

void TestDriftHistory::theFirstLookIsNotTheSame()
{
    DriftReport report = lookedAt();
    report.baselineAt = {};
    report.unseen = {{DriftSection::Files, {}, u"firstLook"_qs},
                     {DriftSection::Packages, {}, u"firstLook"_qs},
                     {DriftSection::Mounts, {}, u"timedOut"_qs}};
    CliFixture cli;
    cli.script = {NodeScanned{report}, Finished{OutcomeKind::Incomplete, Safety::Unchanged, {}, 0}};
    cli.run({u"scan"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 3);
    QCOMPARE(cli.out.count(u"first look"_qs), 1);
    QVERIFY(!cli.out.contains(u"as born"_qs) && !cli.out.contains(u'@'));
    QVERIFY(cli.out.contains(u"it took too long"_qs));
}

void TestDriftHistory::causesStandBelowTheDifferences()
{
    DriftReport report = lookedAt();
    report.differences = {someHistory().differences.first().difference};
    report.causes = someHistory().differences.first().causes;
    CliFixture cli;
    cli.script = {NodeScanned{report}, Finished{OutcomeKind::Differences, Safety::Unchanged, {}, 0}};
    cli.run({u"scan"_qs, cli.blueprint()});
    QVERIFY2(cli.out.indexOf(u"likely: apt-get upgrade by mina"_qs) > cli.out.indexOf(u"/etc/motd"_qs),
             qPrintable(cli.out));
    QVERIFY(cli.out.contains(u"inferred from"_qs));
}

void TestDriftHistory::wrongCalls_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no time") << QStringList{u"--since"_qs, u"soon"_qs};
    QTest::newRow("not over") << QStringList{u"--since"_qs, u"2999-01-01"_qs};
    QTest::newRow("both") << QStringList{u"--since"_qs, u"1d"_qs, u"--accept"_qs};
}

void TestDriftHistory::wrongCalls()
{
    QFETCH(QStringList, words);
    CliFixture cli;
    cli.run(QStringList{u"scan"_qs} + words + QStringList{cli.blueprint()});
    QCOMPARE(cli.status, exitUsage);
    QVERIFY(cli.log.requests.isEmpty());
    QVERIFY(!cli.err.isEmpty());
}

QTEST_MAIN(TestDriftHistory)
#include "tst_drift_history.moc"
