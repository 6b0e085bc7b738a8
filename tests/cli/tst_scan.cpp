// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "models/domain/code_names.h"
#include "models/domain/event_json.h"
#include "models/wording/wording.h"

#include <QGuiApplication>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

DriftReport driftOf(const QString& node)
{
    DriftReport report;
    report.node = node;
    report.baselineImage = shop10;
    report.differences = {
        Difference{DriftSection::Files,
                   DifferenceKind::Changed,
                   "/etc/a\x1b[31m",
                   {{u"mode"_qs, u"0644"_qs, u"0600"_qs}},
                   u"one\ntwo\nthree"_qs,
                   u"one\n2\nthree"_qs},
        Difference{DriftSection::Packages, DifferenceKind::Added, "htop", {{u"version"_qs, {}, u"3.2"_qs}}, {}, {}}};
    report.unseen = {Unseen{DriftSection::Files, "/root/\xff", u"permissionDenied"_qs}};
    report.leftOut = {LeftOut{u"/var/log/*"_qs, u"log"_qs, 7}};
    return report;
}

} // namespace

class TestScan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void scan();
    void inTheOrderOfNames();
    void whatWasAcceptedIsSaid();
    void whatTheHostSaidStandsBelow();
    void scanVerbose();
    void whatRulesHideIsCounted();
    void whatRulesHideCanBeSeen();
    void scanAsJson();
    void nothingOfANodeReachesTheTerminalRaw();
};

namespace {

/// One difference that is shown, two that rules hide, and a rule that is over.
DriftReport judgedReport()
{
    DriftReport report;
    report.node = u"web-1"_qs;
    report.baselineImage = shop10;
    const QList<FieldChange> content{{u"content"_qs, u"aa"_qs, u"bb"_qs}};
    const auto change = [&content](const char* path) {
        return Difference{DriftSection::Files, DifferenceKind::Changed, path, content, {}, {}};
    };
    IgnoreRule motd{DriftSection::Files, u"/etc/motd"_qs};
    motd.reason = u"the banner job"_qs;
    motd.until = QDate(2027, 1, 31);
    IgnoreRule pack{DriftSection::Files, u"/var/lib/logrotate/*"_qs};
    pack.reason = u"log"_qs;
    pack.pack = u"logrotate"_qs;
    IgnoreRule over = motd;
    over.match = u"/etc/issue"_qs;
    over.until = QDate(2026, 1, 31);
    report.differences = {change("/usr/share/doc/a"), change("/etc/issue"), change("/etc/ssh/sshd_config")};
    report.hidden = {{change("/etc/motd"), motd}, {change("/var/lib/logrotate/x"), pack}};
    report.expired = {{over, 1}};
    return report;
}

const QString rulesAtTheEnd =
    u"\n"
    "On 1 node, 2 differences hidden by 2 rules of the blueprint:\n"
    "  1  Files /etc/motd: the banner job (until 2027-01-31)\n"
    "  1  Files /var/lib/logrotate/*, pack logrotate: logs\n"
    "! The rule for Files /etc/issue ended on 2026-01-31 and hides nothing any more; shown again: 1 difference.\n"_qs;

} // namespace

void TestScan::whatRulesHideIsCounted()
{
    CliFixture cli;
    cli.script = {NodeScanned{judgedReport()}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"scan"_qs, cli.blueprint()});
    const QString differences = u"web-1  shop@1.0.0  3 differences · 2 differences hidden by 2 rules of the blueprint\n"
                                "  Files\n"
                                "    ~ /etc/ssh/sshd_config  changed  ▲ high\n"
                                "        content: aa → bb\n"
                                "    ~ /etc/issue  changed  ◆ medium\n"
                                "        content: aa → bb\n"
                                "    ~ /usr/share/doc/a  changed  ▽ low\n"
                                "        content: aa → bb\n"_qs;
    QCOMPARE(cli.out, QString(differences + rulesAtTheEnd));
    DriftReport nothingElse = judgedReport();
    nothingElse.differences.clear();
    nothingElse.expired.clear();
    cli.script = {NodeScanned{nothingElse}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.log = {};
    cli.run({u"scan"_qs, cli.blueprint()});
    // Not "as born": something differs, and somebody wants it so.
    const QString head = u"web-1  shop@1.0.0  0 differences · 2 differences hidden by 2 rules of the blueprint\n"_qs;
    QVERIFY2(cli.out.startsWith(head), qPrintable(cli.out));
}

void TestScan::whatRulesHideCanBeSeen()
{
    CliFixture cli;
    DriftReport report = judgedReport();
    report.differences.clear();
    cli.script = {NodeScanned{report}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"scan"_qs, u"--verbose"_qs, cli.blueprint()});
    const QString hidden = u"web-1  shop@1.0.0  0 differences · 2 differences hidden by 2 rules of the blueprint\n"
                           "  Hidden by rules of the blueprint\n"
                           "    ~ /etc/motd  changed  ◆ medium\n"
                           "        content: aa → bb\n"
                           "        hidden by Files /etc/motd: the banner job (until 2027-01-31)\n"
                           "    ~ /var/lib/logrotate/x  changed  ◆ medium\n"
                           "        content: aa → bb\n"
                           "        hidden by Files /var/lib/logrotate/*, pack logrotate: logs\n"_qs;
    QCOMPARE(cli.out, QString(hidden + rulesAtTheEnd));
}

// They end in any order; two runs over the same fleet read alike.
void TestScan::inTheOrderOfNames()
{
    CliFixture cli;
    cli.script = {NodeScanned{driftOf(u"web-10"_qs)}, NodeScanned{driftOf(u"web-2"_qs)},
                  ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"scan"_qs, cli.blueprint()});
    QVERIFY(cli.out.startsWith(u"web-2  "_qs));
    QVERIFY(cli.out.contains(u"\nweb-10  "_qs));
    cli.run({u"scan"_qs, u"--json"_qs, cli.blueprint()});
    QVERIFY(cli.out.indexOf(u"\"web-2\""_qs) < cli.out.indexOf(u"\"web-10\""_qs));
}

void TestScan::whatWasAcceptedIsSaid()
{
    CliFixture cli;
    cli.script = {NodeScanned{driftOf(u"web-1"_qs)}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    const QString accepted = u"Accepted: from now on 1 node is compared with this look.\n"_qs;
    cli.run({u"scan"_qs, u"--accept"_qs, cli.blueprint()});
    QVERIFY2(cli.out.endsWith(accepted), qPrintable(cli.out));
    cli.run({u"scan"_qs, cli.blueprint()});
    QVERIFY(!cli.out.contains(accepted));
    cli.script.last() = ended(OutcomeKind::Failed, Safety::Unchanged);
    cli.run({u"scan"_qs, u"--accept"_qs, cli.blueprint()});
    QVERIFY(!cli.out.contains(accepted));
}

void TestScan::whatTheHostSaidStandsBelow()
{
    CliFixture cli;
    const Error refused{ErrorCode::SshUnreachable, {u"web-3"_qs, u"10.0.0.3:22"_qs}, u"Connection refused\x1b[2J"_qs};
    cli.script = {NodeUnseen{u"web-3"_qs, refused}, ended(OutcomeKind::Incomplete, Safety::Unchanged)};
    cli.run({u"scan"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u"  | Connection refused\\x1b[2J\n"_qs), qPrintable(cli.out));
    cli.script = {
        NodeUnseen{u"web-3"_qs, Error{ErrorCode::SshUnreachable, {u"web-3"_qs, u"wbe:22"_qs, u"noAddress"_qs}, {}}},
        ended(OutcomeKind::Incomplete, Safety::Unchanged)};
    cli.run({u"scan"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u"no address was found for wbe:22. Correct the name"_qs), qPrintable(cli.out));
}

void TestScan::scan()
{
    CliFixture cli;
    DriftReport clean;
    clean.node = u"web-2"_qs;
    clean.baselineImage = shop10;
    clean.leftOut = {LeftOut{u"/run/*"_qs, u"runtime"_qs, 1}, LeftOut{u"/var/log/*"_qs, u"log"_qs, 1368}};
    cli.script = {NodeScanned{driftOf(u"web-1"_qs)}, NodeScanned{clean},
                  NodeUnseen{u"web-3"_qs, Error{ErrorCode::SshBroken, {u"web-3"_qs}, {}}},
                  ended(OutcomeKind::Incomplete, Safety::Unchanged)};
    cli.run({u"scan"_qs, cli.blueprint(), u"--node"_qs, u"web-1,web-2"_qs});
    QCOMPARE(cli.status, 3);
    QCOMPARE(cli.intent<ScanIntent>()->nodes, QStringList({u"web-1"_qs, u"web-2"_qs}));
    QVERIFY(!cli.intent<ScanIntent>()->full);
    QCOMPARE(cli.out,
             u"web-1  shop@1.0.0  2 differences · 7 entries left out by 1 rule\n"
             "  Packages\n"
             "    + htop  added  ◆ medium\n"
             "        version 3.2\n"
             "  Files\n"
             "    ~ /etc/a\\x1b[31m  changed  ◆ medium\n"
             "        mode: 0644 → 0600\n"
             "        - two\n"
             "        + 2\n"
             "  ? could not see /root/\\xff: not allowed to read it\n"
             "web-2  shop@1.0.0  as born · 1,369 entries left out by 2 rules\n"
             "web-3  ? could not see it: The connection to web-3 broke off. Try again. If it happens again, look at "
             "the node and the network.\n"
             "\n"
             "On 2 nodes, 1,376 entries left out by 2 rules:\n"
             "  1,375  /var/log/*  logs\n"
             "      1  /run/*      state while it runs\n"_qs);
    QVERIFY(cli.err.startsWith(u"snowmelt: Incomplete."_qs));
}

void TestScan::scanVerbose()
{
    CliFixture cli;
    DriftReport clean;
    clean.node = u"web-2"_qs;
    clean.baselineImage = shop10;
    clean.leftOut = {LeftOut{u"/run/*"_qs, u"runtime"_qs, 1}};
    DriftReport bare = clean;
    bare.node = u"web-3"_qs;
    bare.leftOut.clear();
    cli.script = {NodeScanned{clean}, NodeScanned{bare}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"scan"_qs, u"--verbose"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.out, u"web-2  shop@1.0.0  as born · 1 entry left out by 1 rule\n"
                      "  1  /run/*  state while it runs\n"
                      "web-3  shop@1.0.0  as born\n"
                      "\n"
                      "On 2 nodes, 1 entry left out by 1 rule:\n"
                      "  1  /run/*  state while it runs\n"_qs);
    cli.script = {NodeScanned{clean}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.log = {};
    cli.run({u"scan"_qs, u"--verbose"_qs, cli.blueprint()});
    QCOMPARE(cli.out, u"web-2  shop@1.0.0  as born · 1 entry left out by 1 rule\n"
                      "  1  /run/*  state while it runs\n"_qs);
}

// Whoever owns a node chooses its names: none of them moves the cursor, retitles a window or turns the text around.
void TestScan::nothingOfANodeReachesTheTerminalRaw()
{
    const QByteArray bytes = "a\x1b]0;owned\x07\x1b[2J\r\x08\x9b\xff\xe2\x80\xae"
                             "b";
    const QString evil = QString::fromUtf8(bytes);
    DriftReport report = judgedReport();
    report.node = evil;
    for (const DriftSection section : allCodes<DriftSection>())
        report.differences.append(
            {section, DifferenceKind::Changed, bytes, {{evil, evil, evil + evil}}, evil, evil + u'\n' + evil});
    report.unseen = {Unseen{DriftSection::Files, bytes, evil}, Unseen{DriftSection::Users, {}, evil}};
    report.hidden.first().difference.key = bytes;
    report.hidden.first().rule.reason = evil;
    report.leftOut = {LeftOut{evil, evil, 7}};
    const Error broken{ErrorCode::ProbeUnreadable, {evil}, evil};
    for (const QString& form : {u"--verbose"_qs, u"--json"_qs}) {
        CliFixture cli;
        cli.script = {NodeScanned{report}, NodeUnseen{evil, broken}, ended(OutcomeKind::Incomplete, Safety::Unchanged)};
        cli.run({u"scan"_qs, form, cli.blueprint()});
        const QString said = cli.out + cli.err;
        QVERIFY(said.contains(u"owned"));
        for (const QChar letter : said)
            QVERIFY2(letter == u'\n' || letter.category() != QChar::Other_Control, qPrintable(form));
        QVERIFY(form == u"--json" || !said.contains(QChar(0x202e)));
    }
}

void TestScan::scanAsJson()
{
    CliFixture cli;
    DriftReport report = driftOf(u"web-1"_qs);
    report.hidden = judgedReport().hidden;
    report.expired = judgedReport().expired;
    cli.script = {NodeScanned{report}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"scan"_qs, u"--full"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    QVERIFY(cli.intent<ScanIntent>()->nodes.isEmpty());
    QVERIFY(cli.intent<ScanIntent>()->full);
    const QJsonObject json = document(cli.out);
    QCOMPARE(json.value(u"schema"_qs).toString(), u"snowmelt.drift/1"_qs);
    const Result<DriftReport> back = driftReportFromJson(json.value(u"reports"_qs).toArray().at(0).toObject());
    QVERIFY(back.ok() && back.value() == report);
    const QJsonObject first = json.value(u"reports"_qs).toArray().at(0).toObject();
    QCOMPARE(first.value(u"differences"_qs).toArray().at(0).toObject().value(u"severity"_qs).toString(), u"medium"_qs);
    const QJsonObject hidden = first.value(u"hidden"_qs).toArray().at(0).toObject();
    QCOMPARE(hidden.value(u"difference"_qs).toObject().value(u"severity"_qs).toString(), u"medium"_qs);
    QCOMPARE(hidden.value(u"rule"_qs).toObject().value(u"until"_qs).toString(), u"2027-01-31"_qs);
}

QTEST_MAIN(TestScan)
#include "tst_scan.moc"
