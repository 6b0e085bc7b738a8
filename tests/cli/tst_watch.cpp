// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "app/cli/watch_lines.h"
#include "models/wording/wording.h"

#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

FleetState fleet(const QMap<QString, Health>& nodes)
{
    FleetState state;
    state.name = u"shop"_qs;
    GroupState web;
    web.name = u"web"_qs;
    for (auto it = nodes.begin(); it != nodes.end(); ++it) {
        NodeState node;
        node.name = it.key();
        node.group = u"web"_qs;
        node.lifecycle = Lifecycle::Running;
        node.health = it.value();
        web.nodes.append(node);
    }
    state.groups = {web};
    return state;
}

DriftReport report(int differences, bool complete = true)
{
    DriftReport made;
    made.node = u"web-1"_qs;
    made.scannedAt = QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC);
    for (int i = 0; i < differences; ++i)
        made.differences.append({DriftSection::Packages,
                                 DifferenceKind::Added,
                                 QByteArray::number(i),
                                 {{u"version"_qs, {}, u"1"_qs}},
                                 {},
                                 {}});
    if (!complete)
        made.unseen = {Unseen{DriftSection::Files, {}, u"timeout"_qs}};
    return made;
}

const Error dead{ErrorCode::SshUnreachable, {u"web-1"_qs, u"10.0.0.1:22"_qs}, {}};

/// What is said, without the time before it.
QStringList said(const QString& out)
{
    QStringList lines;
    for (const QString& line : out.split(u'\n', Qt::SkipEmptyParts))
        lines.append(line.mid(10));
    return lines;
}

} // namespace

class TestWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void driftIsNewsOnceForEachChange();
    void whoCannotBeScannedIsToldOnceAndItsRecovery();
    void everyHostThatCannotBeSeenIsNamed();
    void whenAFailedNodeIsScannedAgain();
    void healthComingAndGoing();
    void whatWasSeenLongAgoSaysSo();
    void theIntervalIsAsked_data();
    void theIntervalIsAsked();
    void asJsonOnlyWhatChanged();

private:
    static void runOver(CliFixture& cli, const QList<EventBody>& bodies, const QStringList& options = {})
    {
        cli.script = bodies + QList<EventBody>{ended(OutcomeKind::Cancelled, Safety::Unchanged)};
        cli.waitsForCancel = true;
        cli.run(QStringList{u"watch"_qs} + options + QStringList{cli.blueprint()});
    }
};

void TestWatch::driftIsNewsOnceForEachChange()
{
    CliFixture cli;
    runOver(cli, {NodeScanned{report(0)}, NodeScanned{report(2)}, NodeScanned{report(2)}, NodeScanned{report(1, false)},
                  NodeScanned{report(0)}, NodeScanned{report(0)}});
    QCOMPARE(said(cli.out),
             (QStringList{u"web-1  2 differences"_qs, u"web-1  1 difference; something could not be seen"_qs,
                          u"web-1  no differences"_qs}));
    QCOMPARE(cli.status, 130);
    QCOMPARE(cli.log.cancels, 1);
}

void TestWatch::whoCannotBeScannedIsToldOnceAndItsRecovery()
{
    CliFixture cli;
    runOver(cli, {NodeUnseen{u"web-1"_qs, dead}, NodeUnseen{u"web-1"_qs, dead}, NodeScanned{report(0)},
                  NodeScanned{report(0)}, NodeUnseen{u"web-1"_qs, dead}});
    const QString lost = u"web-1  could not be scanned: "_qs + sentence(dead).what;
    QCOMPARE(said(cli.out), (QStringList{lost, u"web-1  can be scanned again"_qs, lost}));
}

/// Machines that were there before: one dead host hides neither another nor those that are seen.
void TestWatch::everyHostThatCannotBeSeenIsNamed()
{
    const auto farm = [](const QMap<QString, ErrorCode>& dead) {
        FleetState state = fleet({{u"a"_qs, Health::Unknown}, {u"b"_qs, Health::Unknown}, {u"c"_qs, Health::Unknown}});
        for (NodeState& node : state.groups[0].nodes)
            node.healthReason = dead.contains(node.name) ? codeName(dead.value(node.name)) : u"not asked"_qs;
        for (auto one = dead.begin(); one != dead.end(); ++one)
            state.blind.append(Error{*one, {one.key(), u"10.0.0.1:22"_qs, u"5"_qs}, {}});
        return state;
    };
    const auto sentenceOf = [](const FleetState& state, int i) { return sentence(state.blind.at(i)).what; };
    const FleetState two = farm({{u"a"_qs, ErrorCode::SshUnreachable}, {u"b"_qs, ErrorCode::SshSilent}});
    const FleetState other = farm({{u"a"_qs, ErrorCode::HostKeyNotTrusted}, {u"c"_qs, ErrorCode::SshUnreachable}});
    CliFixture cli;
    runOver(cli, {FleetObserved{two}, FleetObserved{two}, FleetObserved{other}, FleetObserved{farm({})},
                  FleetObserved{farm({})}});
    QCOMPARE(said(cli.out),
             (QStringList{u"shop  3 nodes are watched"_qs, u"a  "_qs + sentenceOf(two, 0),
                          u"b  "_qs + sentenceOf(two, 1), u"a  "_qs + sentenceOf(other, 0), u"b  is seen again"_qs,
                          u"c  "_qs + sentenceOf(other, 1), u"a  is seen again"_qs, u"c  is seen again"_qs}));
}

void TestWatch::whenAFailedNodeIsScannedAgain()
{
    WatchLines news;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC);
    const auto due = [&](int failures, int seconds) {
        QStringList lines;
        const ScansDue body{{{u"web-0"_qs, now.addSecs(5), 0}, {u"web-1"_qs, now.addSecs(seconds), failures}}};
        for (const Line& line : news.of({u"op"_qs, now, body}))
            lines.append(line.at(1).text + line.last().text);
        return lines;
    };
    const auto saidOf = [&](int seconds) {
        return QStringList{u"web-1  is scanned again at "_qs +
                           now.addSecs(seconds).toLocalTime().toString(u"HH:mm:ss")};
    };
    QCOMPARE(due(0, 60), QStringList());
    QCOMPARE(due(1, 60), saidOf(60));
    QCOMPARE(due(1, 55), QStringList());
    QCOMPARE(due(2, 120), saidOf(120));
    QCOMPARE(due(3, 121), QStringList()); // the longest pause: no news any more
    (void)news.of({u"op"_qs, now, NodeScanned{report(0)}});
    QCOMPARE(due(1, 60), saidOf(60));
}

void TestWatch::healthComingAndGoing()
{
    const auto seen = [](const QMap<QString, Health>& nodes) { return EventBody(FleetObserved{fleet(nodes)}); };
    CliFixture cli;
    FleetState blind = fleet({{u"web-1"_qs, Health::Unknown}});
    blind.blind = {Error{ErrorCode::PlatformUnavailable, {u"podman"_qs}, {}}};
    runOver(cli, {seen({{u"web-1"_qs, Health::Healthy}, {u"web-2"_qs, Health::Down}}),
                  seen({{u"web-1"_qs, Health::Healthy}, {u"web-2"_qs, Health::Down}}), FleetObserved{blind},
                  FleetObserved{blind}, seen({{u"web-1"_qs, Health::Healthy}, {u"web-3"_qs, Health::Healthy}})});
    QCOMPARE(said(cli.out), (QStringList{u"shop  2 nodes are watched"_qs, u"web-2  down"_qs,
                                         QString(u"shop  "_qs + sentence(blind.blind.first()).what),
                                         u"shop  is seen again"_qs, u"web-3  healthy"_qs, u"web-2  is gone"_qs}));
}

void TestWatch::whatWasSeenLongAgoSaysSo()
{
    WatchLines news;
    DriftReport old = report(1);
    const QDateTime now = old.scannedAt.addSecs(3 * 3600);
    const QList<Line> lines = news.of({u"op"_qs, now, NodeScanned{old}});
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().last().text, u"1 difference · scanned 3 h ago"_qs);
}

void TestWatch::theIntervalIsAsked_data()
{
    QTest::addColumn<QString>("every");
    QTest::addColumn<int>("seconds");
    QTest::newRow("15m") << u"15m"_qs << 900;
    QTest::newRow("10") << u"10"_qs << 10;
    QTest::newRow("too often") << u"9s"_qs << -1;
    QTest::newRow("no time") << u"often"_qs << -1;
}

void TestWatch::theIntervalIsAsked()
{
    QFETCH(QString, every);
    QFETCH(int, seconds);
    CliFixture cli;
    cli.run({u"watch"_qs, u"--scan"_qs, every, cli.blueprint()});
    if (seconds < 0) {
        QCOMPARE(cli.status, 64);
        QVERIFY2(cli.err.contains(u"--scan is “"_qs), qPrintable(cli.err));
        QVERIFY(cli.log.requests.isEmpty());
    } else {
        QCOMPARE(cli.intent<WatchIntent>()->scanSeconds, seconds);
    }
}

void TestWatch::asJsonOnlyWhatChanged()
{
    CliFixture cli;
    const FleetState same = fleet({{u"web-1"_qs, Health::Healthy}});
    runOver(cli,
            {FleetObserved{same}, FleetObserved{same}, NodeScanned{report(1)}, NodeScanned{report(1)},
             ScansDue{{{u"web-1"_qs, QDateTime::fromMSecsSinceEpoch(9000, Qt::UTC), 0}}}},
            {u"--json"_qs});
    QStringList types;
    for (const QString& line : cli.out.split(u'\n', Qt::SkipEmptyParts))
        types.append(QJsonDocument::fromJson(line.toUtf8()).object().value(u"type"_qs).toString());
    QCOMPARE(types, (QStringList{u"started"_qs, u"fleetObserved"_qs, u"nodeScanned"_qs, u"nodeScanned"_qs,
                                 u"scansDue"_qs, u"finished"_qs}));
}

QTEST_MAIN(TestWatch)
#include "tst_watch.moc"
