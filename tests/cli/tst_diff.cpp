// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "app/cli/print_group_drift.h"
#include "models/domain/event_json.h"
#include "models/wording/wording.h"

using namespace snowmelt;
using namespace snowmelt::sample;

class TestDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void groupAsLines();
    void sameOnAll();
    void whatWasNotSeen();
    void eachWayHasItsNodes();
    void theGravestComesFirst();
    void hiddenIsCountedAndToldOnRequest();
    void onlyHiddenIsNotTheSame();
    void anEndedRuleIsTold();
    void longListsAreCounted();
    void textsThatDiffer();
    void textsWithWithheldLines();
    void asJson();
    void intents();
    void unknownIsNeverFine_data();
    void unknownIsNeverFine();
    void wrongCalls_data();
    void wrongCalls();
};

namespace {

const QDateTime seen = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);

QString clock(const QDateTime& at)
{
    return at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_qs);
}

GroupDrift nodes(int count)
{
    GroupDrift drift;
    for (int i = 1; i <= count; ++i)
        drift.nodes.append({u"web-%1"_qs.arg(i), seen, {}, {}});
    return drift;
}

Difference changed(DriftSection section, const QByteArray& key, const QString& field, const QString& was,
                   const QString& is)
{
    return {section, DifferenceKind::Changed, key, {{field, was, is}}, {}, {}};
}

GroupDifference rowOf(const Difference& difference, const QList<int>& differing, int asBaseline)
{
    GroupDifference row{difference.section, difference.key, asBaseline, false, {}, {}};
    for (const int node : differing)
        row.differs.append({node, difference});
    return row;
}

/// web-3 and web-7 of seven missed an update; a file's mode differs on web-1, and its name means ill.
GroupDrift sampleDrift()
{
    GroupDrift drift = nodes(7);
    drift.group = u"web"_qs;
    drift.differences = {
        rowOf(changed(DriftSection::Packages, "libssl3", u"version"_qs, u"3.0.11"_qs, u"3.0.9"_qs), {2, 6}, 5),
        rowOf(changed(DriftSection::Packages, "openssl", u"version"_qs, u"3.0.11"_qs, u"3.0.9"_qs), {2, 6}, 5),
        rowOf(changed(DriftSection::Files, "/etc/a\x1b[31m\xff", u"mode"_qs, u"0644"_qs, u"0600"_qs), {0}, 6)};
    drift.causes = {{CauseKind::MissedUpdate, DriftSection::Packages, {2, 6}, {0, 1}}};
    return drift;
}

IgnoreRule motdRule()
{
    IgnoreRule rule{DriftSection::Files, u"/etc/motd"_qs};
    rule.reason = u"the banner job"_qs;
    rule.groups = QStringList{u"api"_qs};
    return rule;
}

/// A new message of the day on three of four nodes; on one of them a rule hides it, on another it could not be seen.
GroupDrift partlyHidden()
{
    GroupDrift drift = nodes(5);
    const Difference motd = changed(DriftSection::Files, "/etc/motd", u"mode"_qs, u"0644"_qs, u"0600"_qs);
    GroupDifference row = rowOf(motd, {1}, 2);
    row.unseen = {4};
    drift.nodes[4].unseen = {{DriftSection::Files, "/etc/motd", u"timedOut"_qs}};
    drift.differences = {row};
    row.differs = {{3, motd}};
    drift.hidden = {{row, motdRule()}};
    return drift;
}

QString printed(const GroupDrift& drift, const QDateTime& now = seen.addSecs(120),
                HiddenRows hidden = HiddenRows::Counted)
{
    QString out;
    Console::Ends ends;
    ends.out = [&out](const QByteArray& bytes) { out += QString::fromUtf8(bytes); };
    Console console(ends);
    printGroupDrift(console, drift, now, hidden);
    return out;
}

} // namespace

void TestDiff::groupAsLines()
{
    const QString expected = u"web  7 nodes, compared with what most of them have  3 differences\n"
                             "  seen WHEN, 2 min ago\n"
                             "  What it may come from, inferred from which nodes differ how:\n"
                             "    ≈ 2 nodes missed the same update, it seems (2 packages)  web-3, web-7\n"
                             "  Packages\n"
                             "    libssl3  ◆ medium  3.0.11 on 5 nodes · 3.0.9 on web-3, web-7\n"
                             "    openssl  ◆ medium  3.0.11 on 5 nodes · 3.0.9 on web-3, web-7\n"
                             "  Files\n"
                             "    /etc/a\\x1b[31m\\xff  ◆ medium  mode 0644 on 6 nodes · mode 0600 on web-1\n"_qs;
    QCOMPARE(printed(sampleDrift()), QString(expected).replace(u"WHEN"_qs, clock(seen)));
}

void TestDiff::sameOnAll()
{
    GroupDrift drift = nodes(2);
    drift.baseline = u"web-1"_qs;
    drift.nodes[0].seenAt = seen.addSecs(-60);
    const QString when = clock(seen.addSecs(-60)) + u" – " + clock(seen);
    QCOMPARE(printed(drift),
             QString(u"2 nodes, compared with web-1  all the same\n  seen "_qs + when + u", 3 min ago\n"));
}

void TestDiff::whatWasNotSeen()
{
    GroupDrift drift = nodes(4);
    for (const int node : {0, 1, 2})
        drift.nodes[node].unseen = {{DriftSection::Files, "/root", u"permissionDenied"_qs}};
    drift.nodes[1].unseen.append({DriftSection::Mounts, {}, u"notLookedAt"_qs});
    drift.nodes[3].seenAt = {};
    drift.nodes[3].error = Error{ErrorCode::SshBroken, {u"web-4"_qs}, {}};
    const QString out = printed(drift, seen);
    QVERIFY2(out.contains(u"no difference in what could be seen\n"_qs), qPrintable(out));
    QVERIFY2(out.endsWith(u"  ? could not see web-4: The connection to web-4 broke off. Try again. If it happens "
                          "again, look at the node and the network.\n"
                          "  ? could not see /root on web-1, web-2, web-3: not allowed to read it\n"
                          "  ? could not see Mounts on web-2: it was not looked at\n"_qs),
             qPrintable(out));
}

void TestDiff::eachWayHasItsNodes()
{
    GroupDrift drift = nodes(6);
    GroupDifference row =
        rowOf(changed(DriftSection::Files, "/x", u"content"_qs, QString(64, u'a'), QString(64, u'b')), {1}, 2);
    const Difference other = changed(DriftSection::Files, "/x", u"content"_qs, QString(64, u'a'), QString(64, u'c'));
    const Difference gone{DriftSection::Files, DifferenceKind::Removed, "/x", {{u"type"_qs, u"file"_qs, {}}}, {}, {}};
    row.differs.append({2, other});
    row.differs.append({3, gone});
    row.unseen = {5};
    row.noMajority = true;
    QCOMPARE(waysText(drift, row), u"content aaaaaaaaaaaa…, type file on web-1, web-5 · content bbbbbbbbbbbb… on web-2 "
                                   "· content cccccccccccc… on web-3 · absent on web-4 · not seen on web-6"_qs);
    drift.differences = {row};
    QVERIFY(printed(drift).endsWith(u"not seen on web-6  (no majority)\n"_qs));
    const Difference added{
        DriftSection::Packages, DifferenceKind::Added, "htop", {{u"version"_qs, {}, u"3"_qs}}, {}, {}};
    QCOMPARE(waysText(drift, rowOf(added, {0}, 5)), u"absent on 5 nodes · 3 on web-1"_qs);
}

void TestDiff::theGravestComesFirst()
{
    GroupDrift drift = nodes(3);
    const auto row = [](const char* path) {
        return rowOf(changed(DriftSection::Files, path, u"mode"_qs, u"0644"_qs, u"0600"_qs), {1}, 2);
    };
    drift.differences = {row("/etc/app.conf"), row("/etc/ssh/sshd_config"), row("/usr/share/doc/x")};
    const QString out = printed(drift);
    QVERIFY2(out.endsWith(u"  Files\n"
                          "    /etc/ssh/sshd_config  ▲ high  mode 0644 on web-1, web-3 · mode 0600 on web-2\n"
                          "    /etc/app.conf  ◆ medium  mode 0644 on web-1, web-3 · mode 0600 on web-2\n"
                          "    /usr/share/doc/x  ▽ low  mode 0644 on web-1, web-3 · mode 0600 on web-2\n"_qs),
             qPrintable(out));
}

void TestDiff::hiddenIsCountedAndToldOnRequest()
{
    const QString head = u"5 nodes, compared with what most of them have  1 difference · 1 difference hidden by 1 rule "
                         "of the blueprint\n  seen WHEN, 2 min ago\n"
                         "  Files\n"
                         "    /etc/motd  ◆ medium  mode 0644 on web-1, web-3 · mode 0600 on web-2 · hidden on web-4 · "
                         "not seen on web-5\n"
                         "  ? could not see /etc/motd on web-5: it took too long\n"_qs.replace(u"WHEN"_qs, clock(seen));
    const QString rules = u"\nOn 5 nodes, 1 difference hidden by 1 rule of the blueprint:\n"
                          "  1  Files /etc/motd: the banner job\n"_qs;
    QCOMPARE(printed(partlyHidden()), QString(head + rules));
    const QString listed = u"  Hidden by rules of the blueprint\n"
                           "    /etc/motd  ◆ medium  mode 0644 on web-1, web-3 · mode 0600 on web-4 · not seen on "
                           "web-5\n"
                           "        hidden by Files /etc/motd: the banner job\n"_qs;
    QCOMPARE(printed(partlyHidden(), seen.addSecs(120), HiddenRows::Listed), QString(head + listed + rules));
}

void TestDiff::onlyHiddenIsNotTheSame()
{
    GroupDrift drift = partlyHidden();
    drift.differences.clear();
    drift.nodes[4].unseen.clear();
    QVERIFY2(printed(drift).startsWith(u"5 nodes, compared with what most of them have  0 differences · 1 difference "
                                       "hidden by 1 rule of the blueprint\n"_qs),
             qPrintable(printed(drift)));
    CliFixture cli;
    cli.script = {NodesCompared{drift}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"diff"_qs, u"web-1"_qs, u"web-2"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0); // by what is shown
    QVERIFY(!cli.out.contains(u"/etc/motd  "_qs));
    cli.run({u"diff"_qs, u"--verbose"_qs, u"web-1"_qs, u"web-2"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.out.contains(u"/etc/motd  ◆ medium  "_qs));
}

void TestDiff::anEndedRuleIsTold()
{
    GroupDrift drift = sampleDrift();
    drift.expired = {{motdRule(), 2}};
    drift.expired[0].rule.until = QDate(2026, 11, 1);
    QVERIFY2(printed(drift).endsWith(u"\n! The rule for Files /etc/motd ended on 2026-11-01 and hides nothing any "
                                     "more; shown again: 2 differences.\n"_qs),
             qPrintable(printed(drift)));
}

void TestDiff::longListsAreCounted()
{
    const GroupDrift drift = nodes(500);
    QCOMPARE(nodesText(drift, {0, 1, 2, 3}), u"web-1, web-2, web-3, web-4"_qs);
    QCOMPARE(nodesText(drift, {0, 1, 2, 3, 4}), u"web-1, web-2, web-3 and 2 more"_qs);
    const Difference many = changed(DriftSection::Groups, "adm", u"members"_qs, u"a"_qs, QString(200, u'm'));
    const QString shown = QString(80, u'm') + u"… (200 characters)";
    QCOMPARE(waysText(drift, rowOf(many, {7}, 499)),
             QString(u"members a on 499 nodes · members "_qs + shown + u" on web-8"));
}

void TestDiff::textsThatDiffer()
{
    GroupDrift drift = nodes(3);
    Difference difference = changed(DriftSection::Files, "/etc/motd", u"content"_qs, u"a"_qs, u"b"_qs);
    difference.baselineText = u"one\ntwo"_qs;
    difference.actualText = u"one\n2\x1b"_qs;
    drift.differences = {rowOf(difference, {1, 2}, 1)};
    QVERIFY(printed(drift).endsWith(u"    /etc/motd  ◆ medium  content a on web-1 · content b on web-2, web-3\n"
                                    "      web-2:\n"
                                    "        - two\n"
                                    "        + 2\\x1b\n"_qs));
}

void TestDiff::textsWithWithheldLines()
{
    GroupDrift drift = nodes(3);
    Difference difference = changed(DriftSection::Files, "/etc/my.cnf", u"content"_qs, u"a"_qs, u"b"_qs);
    difference.baselineText = u"port=1\n"_qs;
    difference.actualText = u"port=1\npassword=… sha256 0123456789abcdef\n"_qs;
    drift.differences = {rowOf(difference, {1, 2}, 1)};
    QVERIFY2(printed(drift).endsWith(u"        + password=… sha256 0123456789abcdef\n"
                                     "        1 line may hold a secret: shown as a digest, which only tells whether it "
                                     "differs\n"_qs),
             qPrintable(printed(drift)));
}

void TestDiff::asJson()
{
    CliFixture cli;
    GroupDrift drift = sampleDrift();
    drift.hidden = partlyHidden().hidden;
    drift.expired = {{motdRule(), 2}};
    cli.script = {NodesCompared{drift}, ended(OutcomeKind::Differences, Safety::Unchanged)};
    cli.run({u"diff"_qs, u"--json"_qs, u"--group"_qs, u"web"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    const QJsonObject json = document(cli.out);
    QCOMPARE(json.value(u"schema"_qs).toString(), u"snowmelt.diff/1"_qs);
    QJsonObject told = json.value(u"drift"_qs).toObject();
    const QJsonObject row = told.value(u"differences"_qs).toArray().at(2).toObject();
    QCOMPARE(row.value(u"severity"_qs).toString(), u"medium"_qs);
    const QJsonObject one = row.value(u"differs"_qs).toArray().at(0).toObject();
    QCOMPARE(one.value(u"difference"_qs).toObject().value(u"severity"_qs).toString(), u"medium"_qs);
    const QJsonObject hidden = told.value(u"hidden"_qs).toArray().at(0).toObject();
    QCOMPARE(hidden.value(u"rule"_qs).toObject().value(u"reason"_qs).toString(), u"the banner job"_qs);
    QCOMPARE(hidden.value(u"difference"_qs).toObject().value(u"severity"_qs).toString(), u"medium"_qs);
    QCOMPARE(told.value(u"expired"_qs).toArray().at(0).toObject().value(u"count"_qs).toInt(), 2);
    // all else is as the event has it
    QJsonObject whole = toJson(drift);
    for (const QString& list : {u"differences"_qs, u"hidden"_qs}) {
        QCOMPARE(told.value(list).toArray().size(), whole.value(list).toArray().size());
        told.remove(list);
        whole.remove(list);
    }
    QCOMPARE(told, whole);
    cli.script = {failed(ErrorCode::GroupUnknown, {u"web"_qs})};
    cli.run({u"diff"_qs, u"--json"_qs, u"--group"_qs, u"web"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY(document(cli.out).value(u"drift"_qs).isNull());
}

void TestDiff::intents()
{
    CliFixture cli;
    cli.script = {NodesCompared{nodes(2)}, ended(OutcomeKind::Done, Safety::Unchanged)};
    cli.run({u"diff"_qs, u"web-1"_qs, u"web-2"_qs, u"web-9"_qs, u"--baseline"_qs, u"web-2"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<DiffIntent>()->nodes, QStringList({u"web-1"_qs, u"web-2"_qs, u"web-9"_qs}));
    QCOMPARE(cli.intent<DiffIntent>()->baseline, u"web-2"_qs);
    QVERIFY(cli.intent<DiffIntent>()->group.isEmpty());
    QVERIFY(cli.out.startsWith(u"2 nodes, compared with what most of them have  all the same\n"_qs));
    cli.run({u"diff"_qs, u"--group=web"_qs, cli.blueprint()});
    QCOMPARE(cli.intent<DiffIntent>()->group, u"web"_qs);
    QVERIFY(cli.intent<DiffIntent>()->nodes.isEmpty());
}

void TestDiff::unknownIsNeverFine_data()
{
    QTest::addColumn<QList<EventBody>>("script");
    QTest::addColumn<int>("status");
    const EventBody done = ended(OutcomeKind::Done, Safety::Unchanged);
    const EventBody incomplete = ended(OutcomeKind::Incomplete, Safety::Unchanged);
    GroupDrift blind = nodes(2);
    blind.nodes[1].unseen = {{DriftSection::Files, "/root", u"permissionDenied"_qs}};
    GroupDrift blindAndOther = sampleDrift();
    blindAndOther.nodes[1].unseen = blind.nodes[1].unseen;
    const auto row = [](const char* name, const QList<EventBody>& script, int status) {
        QTest::newRow(name) << script << status;
    };
    row("same", {NodesCompared{nodes(2)}, done}, 0);
    row("nothing compared", {done}, 3);
    row("something unseen", {NodesCompared{blind}, done}, 3);
    row("something unseen, said", {NodesCompared{blind}, incomplete}, 3);
    row("differences", {NodesCompared{sampleDrift()}, ended(OutcomeKind::Differences, Safety::Unchanged)}, 2);
    row("differences, and something unseen", {NodesCompared{blindAndOther}, incomplete}, 3);
    row("failed", {failed(ErrorCode::NodeUnknown, {u"web-9"_qs})}, 1);
}

void TestDiff::unknownIsNeverFine()
{
    QFETCH(QList<EventBody>, script);
    QFETCH(int, status);
    CliFixture cli;
    cli.script = script;
    cli.run({u"diff"_qs, u"web-1"_qs, u"web-2"_qs, cli.blueprint()});
    QCOMPARE(cli.status, status);
    QCOMPARE(cli.err.isEmpty(), status == 0 || status == 2);
}

void TestDiff::wrongCalls_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QStringList& words, const QString& said) {
        QTest::newRow(name) << words << said;
    };
    row("nothing", {u"diff"_qs}, u"FILE is missing."_qs);
    row("no nodes", {u"diff"_qs, u"a.yaml"_qs}, u"Two nodes at least, or --group, must be named."_qs);
    row("one node", {u"diff"_qs, u"web-1"_qs, u"a.yaml"_qs}, u"Two nodes at least"_qs);
    row("both", {u"diff"_qs, u"web-1"_qs, u"--group"_qs, u"web"_qs, u"a.yaml"_qs}, u"not both."_qs);
    row("twice", {u"diff"_qs, u"web-1"_qs, u"web-1"_qs, u"a.yaml"_qs}, u"A node is named twice."_qs);
    row("other baseline", {u"diff"_qs, u"web-1"_qs, u"web-2"_qs, u"--baseline"_qs, u"web-3"_qs, u"a.yaml"_qs},
        u"“web-3” is the baseline, but not one of the nodes."_qs);
}

void TestDiff::wrongCalls()
{
    QFETCH(QStringList, words);
    QFETCH(QString, said);
    CliFixture cli;
    cli.run(words);
    QCOMPARE(cli.status, 64);
    QVERIFY2(cli.err.contains(said), qPrintable(cli.err));
    QVERIFY(cli.err.contains(u"Nothing was touched."_qs));
    QVERIFY(cli.log.requests.isEmpty());
}

QTEST_MAIN(TestDiff)
#include "tst_diff.moc"
