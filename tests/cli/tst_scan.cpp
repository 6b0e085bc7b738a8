// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

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
    void scanVerbose();
    void scanAsJson();
};

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
    QCOMPARE(cli.out,
             u"web-1  shop@1.0.0  2 differences · 7 entries left out by 1 rule\n"
             "  Packages\n"
             "    + htop  added\n"
             "        version: ∅ → 3.2\n"
             "  Files\n"
             "    ~ /etc/a\\x1b[31m  changed\n"
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

void TestScan::scanAsJson()
{
    CliFixture cli;
    const DriftReport report = driftOf(u"web-1"_qs);
    cli.script = {NodeScanned{report}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"scan"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    QVERIFY(cli.intent<ScanIntent>()->nodes.isEmpty());
    const QJsonObject json = document(cli.out);
    QCOMPARE(json.value(u"schema"_qs).toString(), u"snowmelt.drift/1"_qs);
    const Result<DriftReport> back = driftReportFromJson(json.value(u"reports"_qs).toArray().at(0).toObject());
    QVERIFY(back.ok() && back.value() == report);
}

QTEST_MAIN(TestScan)
#include "tst_scan.moc"
