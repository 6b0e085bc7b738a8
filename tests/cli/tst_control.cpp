// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "models/domain/code_names.h"
#include "models/wording/wording.h"

using namespace snowmelt;
using namespace snowmelt::sample;

/// Verbs that tell a running deployment something.
class TestControl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void commandsReachTheDeployment_data();
    void commandsReachTheDeployment();
    void timesToExtendBy_data();
    void timesToExtendBy();
    void everyCommandHasItsVerb();
};

void TestControl::commandsReachTheDeployment_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("command");
    QTest::newRow("rollback") << QStringList{u"rollback"_qs, u"web"_qs, u"--yes"_qs} << codeName(Command::RollBack);
    QTest::newRow("pause") << QStringList{u"pause"_qs, u"web"_qs} << codeName(Command::Pause);
    QTest::newRow("continue") << QStringList{u"continue"_qs, u"web"_qs} << codeName(Command::Continue);
    QTest::newRow("abort") << QStringList{u"abort"_qs, u"web"_qs} << codeName(Command::Abort);
    QTest::newRow("extend-drain") << QStringList{u"extend-drain"_qs, u"web"_qs, u"--by=90"_qs}
                                  << codeName(Command::ExtendDrain);
}

void TestControl::commandsReachTheDeployment()
{
    QFETCH(QStringList, words);
    QFETCH(QString, command);
    CliFixture cli;
    const Command wanted = *codeFromName<Command>(command);
    cli.script = {Controlled{wanted, u"mina@laptop"_qs, 90, {}}, ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run(words + QStringList{cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.log.requests.size(), 1);
    QVERIFY(cli.intent<ControlIntent>());
    QCOMPARE(cli.intent<ControlIntent>()->group, u"web"_qs);
    QCOMPARE(cli.intent<ControlIntent>()->command, wanted);
    QVERIFY2(cli.out.contains(sentence(Controlled{wanted, u"mina@laptop"_qs, 90, {}})), qPrintable(cli.out));

    cli.run(words + QStringList{u"--json"_qs, cli.blueprint()});
    QVERIFY(cli.isJsonLines());
    QCOMPARE(cli.out.count(u'\n'), 3);
    QCOMPARE(cli.err, QString());

    const Error refused{ErrorCode::NotNow, {words.first(), u"web"_qs, u"goingBack"_qs}, {}};
    cli.script = {Finished{OutcomeKind::Failed, Safety::NothingTouched, refused, 1}};
    cli.run(words + QStringList{cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.err.contains(u"next: It is on its way back to blue already."_qs), qPrintable(cli.err));
}

void TestControl::timesToExtendBy_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<int>("seconds");
    QTest::newRow("plain") << u"90"_qs << 90;
    QTest::newRow("seconds") << u"90s"_qs << 90;
    QTest::newRow("minutes") << u"5m"_qs << 300;
    QTest::newRow("hours") << u"2h"_qs << 7200;
    QTest::newRow("a day") << u"86400"_qs << 86400;
}

void TestControl::timesToExtendBy()
{
    QFETCH(QString, said);
    QFETCH(int, seconds);
    CliFixture cli;
    cli.run({u"extend-drain"_qs, u"web"_qs, u"--by"_qs, said, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<ControlIntent>()->command, Command::ExtendDrain);
    QCOMPARE(cli.intent<ControlIntent>()->seconds, seconds);
}

void TestControl::everyCommandHasItsVerb()
{
    for (const Command command : allCodes<Command>()) {
        const std::optional<Verb> verb = findVerb(verbOf(command));
        QVERIFY2(verb, qPrintable(codeName(command)));
        QCOMPARE(verb->words, QStringList{u"GROUP"_qs});
    }
}

QTEST_GUILESS_MAIN(TestControl)
#include "tst_control.moc"
