// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "models/domain/code_names.h"
#include "models/domain/event_json.h"
#include "models/wording/wording.h"

using namespace snowmelt;
using namespace snowmelt::sample;

/// What is open and what is left over: looking at it, and bringing it to an end.
class TestRecovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void listsWhatIsOpen();
    void listsWhyItStopped();
    void closedWaysSayWhy();
    void nothingOpen();
    void listAsJson();
    void listThatFails();
    void eachWayActs_data();
    void eachWayActs();
    void onlyOfTheGroup();
    void severalOpen();
    void closedWayStops();
    void unreadablePlan();
    void wayWithNothingOpen();
    void wayAsJson();
    void listsOrphans();
    void listsVolumes();
    void noOrphans();
    void orphansAsJson();
    void removesTheNamed();
    void removesAll();
    void removesNoOther();
    void removesNothingWhenThereIsNothing();

private:
    static QList<EventBody> seen(const QList<OpenDeployment>& open)
    {
        return {OpenDeploymentsSeen{open},
                ended(open.isEmpty() ? OutcomeKind::Done : OutcomeKind::Differences, Safety::Unchanged)};
    }
    static OpenDeployment openOf(const QString& group)
    {
        OpenDeployment open = openDeployment();
        open.plan.group = group;
        return open;
    }
    static QList<EventBody> leftOver(const QStringList& names)
    {
        OrphansSeen seen;
        for (const QString& name : names)
            seen.orphans.append({OrphanKind::Node, name, u"web"_qs, u"3f2a1b2c-0000-4000"_qs, shop10,
                                 QDateTime::currentDateTimeUtc().addSecs(-3 * 3600 - 60), u"noTraffic"_qs});
        return {seen, ended(OutcomeKind::Done, Safety::Unchanged)};
    }
};

void TestRecovery::listsWhatIsOpen()
{
    CliFixture cli;
    cli.looked = seen({openDeployment()});
    cli.run({u"resume"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    QVERIFY(cli.intent<ResumeIntent>() && !cli.intent<ResumeIntent>()->way);
    const QStringList lines = cli.out.split(u'\n');
    QVERIFY2(lines.at(0).startsWith(u"Swap web to shop 1.1.0 · mina@laptop · 2023-11-1"_qs) &&
                 lines.at(0).endsWith(u" ago)"_qs),
             qPrintable(lines[0]));
    QCOMPARE(lines.mid(1).join(u'\n'),
             u"  reached: step 1 of 2, “Move the traffic from web-1 to web-2”\n"
             "  stopped: its process died\n"
             "  stands: Blue (web-1) serves; green (web-2) exists and gets no traffic.\n"
             "  ▸ --roll-back  Blue goes on serving; green is removed.\n"
             "  ▸ --continue  Goes on with “Move traffic” and does the rest of the plan.\n"
             "  ▸ --adopt  What runs is right as it is: the configuration is brought to it and the plan is forgotten. "
             "Nodes that get no traffic are listed as orphans.\n"_qs);
    QCOMPARE(cli.err, QString());
}

void TestRecovery::listsWhyItStopped()
{
    OpenDeployment open = openDeployment();
    open.died = false;
    open.goingBack = true;
    CliFixture cli;
    cli.looked = seen({open});
    cli.run({u"resume"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u"  stopped: it was stopped where it stood\n"_qs), qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u"; it was on its way back to blue\n"_qs), qPrintable(cli.out));
    open.error = Error{ErrorCode::DrainTimedOut, {u"web-1"_qs, u"2"_qs, u"120"_qs}, {}};
    open.step = -1;
    cli.looked = seen({open});
    cli.run({u"resume"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u"  stopped: "_qs + sentence(*open.error).what), qPrintable(cli.out));
    QVERIFY(cli.out.contains(u"  reached: no step was begun\n"_qs));
}

void TestRecovery::closedWaysSayWhy()
{
    OpenDeployment open = openDeployment();
    open.serving = ServingSide::Both;
    open.ways = {Way::RollBack, Way::Continue};
    CliFixture cli;
    cli.looked = seen({open});
    cli.run({u"resume"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u"  × --adopt  closed. Both sides take new traffic: continue or roll back"_qs),
             qPrintable(cli.out));
}

void TestRecovery::nothingOpen()
{
    CliFixture cli;
    cli.looked = seen({});
    cli.run({u"resume"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.out, u"No deployment is open.\n"_qs);
}

void TestRecovery::listAsJson()
{
    for (const OutcomeKind outcome : {OutcomeKind::Done, OutcomeKind::Differences}) {
        CliFixture cli;
        cli.looked = {OpenDeploymentsSeen{{openDeployment()}}, ended(outcome, Safety::Unchanged)};
        cli.run({u"resume"_qs, u"--json"_qs, cli.blueprint()});
        QCOMPARE(cli.status, 2);
        const QJsonObject json = document(cli.out);
        QCOMPARE(json.value(u"schema"_qs).toString(), u"snowmelt.resume/1"_qs);
        QCOMPARE(json.value(u"outcome"_qs).toString(), u"differences"_qs);
        QVERIFY(json.value(u"error"_qs).isNull());
        QCOMPARE(json.value(u"open"_qs).toArray().at(0).toObject(), toJson(openDeployment()));
        QCOMPARE(cli.err, QString());
    }
}

void TestRecovery::listThatFails()
{
    CliFixture cli;
    cli.looked = {failed(ErrorCode::StoreNewer, {u"/j"_qs})};
    cli.run({u"resume"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QCOMPARE(cli.out, QString()); // unknown is not "none"
    cli.run({u"resume"_qs, u"--continue"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY(cli.err.contains(u"safe: Nothing was touched."_qs));
    QVERIFY(isLooking(cli.log.requests.last().intent));
}

void TestRecovery::eachWayActs_data()
{
    QTest::addColumn<QString>("way");
    for (const Way way : allCodes<Way>())
        QTest::newRow(qPrintable(codeName(way))) << codeName(way);
}

void TestRecovery::eachWayActs()
{
    QFETCH(QString, way);
    const Way wanted = *codeFromName<Way>(way);
    CliFixture cli;
    cli.terminal = true;
    cli.answer = u"yes"_qs;
    cli.looked = seen({openDeployment()});
    cli.script = {OpenDeploymentsSeen{{openDeployment()}}, ended(OutcomeKind::Done, Safety::BlueServes)};
    cli.run({u"resume"_qs, QString(u"--"_qs + optionOf(wanted)), u"--take-over=gone"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.intent<ResumeIntent>());
    QCOMPARE(cli.intent<ResumeIntent>()->group, u"web"_qs);
    QVERIFY(cli.intent<ResumeIntent>()->way == wanted);
    QCOMPARE(cli.log.requests.last().takeOver, u"gone"_qs);
    const QString asked =
        u"Swap web to shop 1.1.0 · "_qs + wayText(wanted) + u": " + wayConsequence(wanted, openDeployment());
    QVERIFY2(cli.err.contains(asked), qPrintable(cli.err));
    QCOMPARE(cli.out.count(howItStands(openDeployment())), 1); // not again when the act says it
}

void TestRecovery::onlyOfTheGroup()
{
    CliFixture cli;
    cli.looked = seen({openOf(u"api"_qs), openOf(u"web"_qs)});
    cli.run({u"resume"_qs, u"--group=web"_qs, cli.blueprint()});
    QVERIFY(cli.out.contains(u"Swap web"_qs) && !cli.out.contains(u"Swap api"_qs));
    QCOMPARE(cli.intent<ResumeIntent>()->group, u"web"_qs);
    cli.run({u"resume"_qs, u"--group=web"_qs, u"--roll-back"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<ResumeIntent>()->group, u"web"_qs);
}

void TestRecovery::severalOpen()
{
    CliFixture cli;
    cli.looked = seen({openOf(u"api"_qs), openOf(u"web"_qs)});
    cli.run({u"resume"_qs, u"--continue"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 64);
    QVERIFY2(cli.err.contains(u"Several deployments are open (api, web): say which with --group."_qs),
             qPrintable(cli.err));
    QCOMPARE(cli.log.requests.size(), 1);
}

void TestRecovery::closedWayStops()
{
    OpenDeployment open = openDeployment();
    open.serving = ServingSide::Unknown;
    open.ways.clear();
    CliFixture cli;
    cli.looked = seen({open});
    cli.run({u"resume"_qs, u"--adopt"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.err.startsWith(u"snowmelt: The open deployment of web cannot take that way (adopt)."_qs),
             qPrintable(cli.err));
    QVERIFY(cli.err.contains(u"safe: Nothing was touched."_qs));
    QCOMPARE(cli.log.requests.size(), 1);
}

/// Whoever looked knows more than the rule: what cannot be read any more can only be forgotten.
void TestRecovery::unreadablePlan()
{
    OpenDeployment open = openDeployment();
    open.plan = Plan();
    open.plan.group = u"web"_qs;
    open.serving = ServingSide::Unknown;
    open.ways = {Way::Adopt};
    CliFixture cli;
    cli.looked = seen({open});
    cli.run({u"resume"_qs, cli.blueprint()});
    QVERIFY2(cli.out.startsWith(u"Swap web · mina@laptop"_qs), qPrintable(cli.out));
    QVERIFY2(cli.out.contains(u"  ▸ --adopt"_qs) && cli.out.contains(u"  × --continue  closed. "_qs),
             qPrintable(cli.out));
    cli.run({u"resume"_qs, u"--adopt"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.intent<ResumeIntent>()->way == Way::Adopt);
}

void TestRecovery::wayWithNothingOpen()
{
    CliFixture cli;
    cli.looked = seen({});
    cli.run({u"resume"_qs, u"--continue"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.out, u"No deployment is open.\n"_qs);
    cli.run({u"resume"_qs, u"--continue"_qs, u"--group=web"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    cli.run({u"resume"_qs, u"--continue"_qs, u"--group=wep"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.err.contains(u"wep"_qs), qPrintable(cli.err));
    for (const Request& request : std::as_const(cli.log.requests))
        QVERIFY(isLooking(request.intent));
}

void TestRecovery::wayAsJson()
{
    CliFixture cli;
    cli.looked = seen({openDeployment()});
    cli.run({u"resume"_qs, u"--continue"_qs, u"--yes"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.isJsonLines());
    QCOMPARE(cli.out.count(u'\n'), 2); // of the act alone
    cli.looked = seen({});
    cli.run({u"resume"_qs, u"--continue"_qs, u"--yes"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.isJsonLines());
    QVERIFY(cli.out.contains(u"\"openDeploymentsSeen\""_qs));
    QCOMPARE(cli.err, QString());
}

void TestRecovery::listsOrphans()
{
    CliFixture cli;
    cli.looked = leftOver({u"web-7"_qs, u"evil\x1b[2J"_qs});
    cli.run({u"orphans"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    QCOMPARE(
        cli.out,
        u"NAME         WHAT  MADE     IMAGE       DEPLOYMENT  WHY\n"
        "web-7        node  3 h ago  shop@1.0.0  3f2a1b2c    gets no traffic and no deployment refers to it\n"
        "evil\\x1b[2J  node  3 h ago  shop@1.0.0  3f2a1b2c    gets no traffic and no deployment refers to it\n"_qs);
}

/// Of a volume neither the image nor, on some platforms, the age is known.
void TestRecovery::listsVolumes()
{
    CliFixture cli;
    const Orphan volume{OrphanKind::Volume, u"shop-db"_qs, {}, {}, {}, {}, u"partGone"_qs};
    cli.looked = {OrphansSeen{{volume}}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"orphans"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    QCOMPARE(cli.out, u"NAME     WHAT    MADE       WHY\n"
                      "shop-db  volume  not known  the blueprint has no such part any more\n"_qs);
}

void TestRecovery::noOrphans()
{
    CliFixture cli;
    cli.looked = leftOver({});
    cli.run({u"orphans"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY2(cli.out.startsWith(u"There are no orphans"_qs), qPrintable(cli.out));
    cli.looked = {failed(ErrorCode::PlatformUnavailable, {u"podman"_qs})};
    cli.run({u"orphans"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QCOMPARE(cli.out, QString()); // unknown is not "none"
}

void TestRecovery::orphansAsJson()
{
    CliFixture cli;
    cli.looked = leftOver({u"web-7"_qs});
    cli.run({u"orphans"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    const QJsonObject json = document(cli.out);
    QCOMPARE(json.value(u"schema"_qs).toString(), u"snowmelt.orphans/1"_qs);
    QCOMPARE(json.value(u"outcome"_qs).toString(), u"differences"_qs);
    QCOMPARE(json.value(u"orphans"_qs).toArray().at(0).toObject().value(u"name"_qs).toString(), u"web-7"_qs);
    QCOMPARE(cli.err, QString());
}

void TestRecovery::removesTheNamed()
{
    CliFixture cli;
    cli.terminal = true;
    cli.answer = u"yes"_qs;
    cli.looked = leftOver({u"web-7"_qs, u"web-8"_qs, u"web-9"_qs});
    cli.run({u"orphans"_qs, u"--remove"_qs, u"web-9,web-7"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<OrphansIntent>()->remove, QStringList({u"web-9"_qs, u"web-7"_qs}));
    QVERIFY2(cli.err.contains(u"This removes web-9, web-7 for good"_qs), qPrintable(cli.err));
}

void TestRecovery::removesAll()
{
    CliFixture cli;
    cli.looked = leftOver({u"web-7"_qs, u"web-8"_qs});
    cli.run({u"orphans"_qs, u"--remove-all"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<OrphansIntent>()->remove, QStringList({u"web-7"_qs, u"web-8"_qs}));
}

void TestRecovery::removesNoOther()
{
    CliFixture cli;
    cli.looked = leftOver({u"web-7"_qs});
    cli.run({u"orphans"_qs, u"--remove"_qs, u"web-7,web-1"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.err.startsWith(u"snowmelt: web-1 is no orphan"_qs), qPrintable(cli.err));
    QVERIFY(cli.err.contains(u"safe: Nothing was touched."_qs));
    QCOMPARE(cli.log.requests.size(), 1);
}

void TestRecovery::removesNothingWhenThereIsNothing()
{
    CliFixture cli;
    cli.looked = leftOver({});
    cli.run({u"orphans"_qs, u"--remove-all"_qs, u"--yes"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.log.requests.size(), 1);
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
