// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/scan_feed.h"
#include "backend/execution/completion.h"

#include <QTest>

using namespace snowmelt;

namespace {

const QDateTime birth(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

NodeFacts facts(const QString& name, const QDateTime& bornAt = birth)
{
    NodeFacts node;
    node.name = name;
    node.birth.bornAt = bornAt;
    node.lifecycle = Lifecycle::Running;
    return node;
}

/// What lets a scan end, and how it ends.
struct Held
{
    Completion let;
    bool fails = false;
};

Task<DriftReport> scanned(NodeFacts node, std::shared_ptr<Held> held)
{
    co_await held->let;
    if (held->fails)
        co_return Error{ErrorCode::SshUnreachable, {node.name, QString()}, {}};
    DriftReport report;
    report.node = node.name;
    co_return report;
}

Task<bool> answered(bool there)
{
    co_return there;
}

} // namespace

class TestScanFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void oneThatHangsDelaysNobody();
    void whoComesAndGoesIsNoFailure();
    void whoStandsStillIsNotScanned();
    void afterTheEndNothingIsTold();

private:
    void follow(const QList<NodeFacts>& nodes)
    {
        m_nodes = nodes;
        FleetState seen;
        GroupState web;
        for (const NodeFacts& node : nodes) {
            NodeState state;
            state.name = node.name;
            state.bornAt = node.birth.bornAt;
            state.lifecycle = node.lifecycle;
            web.nodes.append(state);
        }
        seen.groups = {web};
        m_feed->follow(seen);
        if (m_feed->isAnyDue())
            m_feed->begin(nodes);
    }
    void let(const QString& name, bool fails = false)
    {
        m_held.value(name)->fails = fails;
        m_held.value(name)->let.fire();
        QCoreApplication::processEvents();
    }

    std::unique_ptr<ScanFeed> m_feed;
    qint64 m_now = 0;
    QList<NodeFacts> m_nodes;
    QMap<QString, std::shared_ptr<Held>> m_held;
    QStringList m_begun;
    QStringList m_told;
};

void TestScanFeed::init()
{
    m_now = 0;
    m_held.clear();
    m_begun.clear();
    m_told.clear();
    ScanFeed::Hooks hooks;
    hooks.now = [this] { return m_now; };
    hooks.scan = [this](const NodeFacts& node) {
        m_begun << node.name;
        m_held[node.name] = std::make_shared<Held>();
        return scanned(node, m_held.value(node.name));
    };
    hooks.isStillThere = [this](const NodeFacts& node) {
        const auto same = [&](const NodeFacts& one) {
            return one.name == node.name && one.birth.bornAt == node.birth.bornAt;
        };
        return answered(std::any_of(m_nodes.begin(), m_nodes.end(), same));
    };
    hooks.scanned = [this](const DriftReport& report) { m_told << report.node; };
    hooks.unseen = [this](const QString& node, const Error&) { m_told << QString(u"! " + node); };
    m_feed = std::make_unique<ScanFeed>(std::chrono::seconds(60), std::move(hooks));
}

void TestScanFeed::oneThatHangsDelaysNobody()
{
    const QList<NodeFacts> both{facts(u"web-1"_qs), facts(u"web-2"_qs)};
    follow(both);
    m_now = 60'000;
    follow(both);
    QCOMPARE(m_begun.size(), 2);
    let(u"web-2"_qs);
    QCOMPARE(m_told, QStringList{u"web-2"_qs});
    for (int minute = 2; minute <= 10; ++minute) {
        m_now = minute * 60'000 + 45'000;
        follow(both);
        let(u"web-2"_qs);
    }
    QCOMPARE(m_begun.count(u"web-1"_qs), 1); // hangs, and does not pile up
    QVERIFY(m_told.count(u"web-2"_qs) >= 8);
    let(u"web-1"_qs, true);
    QCOMPARE(m_told.last(), u"! web-1"_qs);
}

/// As in a swap: what is asked of a node that leaves breaks off, and its name may be another's by then.
void TestScanFeed::whoComesAndGoesIsNoFailure()
{
    follow({facts(u"web-1"_qs), facts(u"web-2"_qs)});
    m_now = 60'000;
    follow({facts(u"web-1"_qs), facts(u"web-2"_qs)});
    QCOMPARE(m_begun.size(), 2);
    m_nodes = {facts(u"web-2"_qs, birth.addDays(1))}; // the world has changed, and nobody has looked yet
    let(u"web-1"_qs, true);
    let(u"web-2"_qs, true);
    QCOMPARE(m_told, QStringList());
    follow({facts(u"web-2"_qs, birth.addDays(1)), facts(u"web-3"_qs)});
    QCOMPARE(m_begun.mid(2), (QStringList{u"web-2"_qs, u"web-3"_qs})); // who appeared, at once
    let(u"web-3"_qs);
    QCOMPARE(m_told, QStringList{u"web-3"_qs});
    let(u"web-2"_qs);
}

void TestScanFeed::whoStandsStillIsNotScanned()
{
    NodeFacts stopped = facts(u"web-1"_qs);
    stopped.lifecycle = Lifecycle::Stopped;
    follow({stopped});
    m_now = 600'000;
    follow({stopped});
    QVERIFY(m_begun.isEmpty());
    QVERIFY(m_feed->schedule().dueAt(m_now, birth).isEmpty());
    follow({facts(u"web-1"_qs)}); // it starts: looked at, by its first moment
    m_now += 60'000;
    follow({facts(u"web-1"_qs)});
    QCOMPARE(m_begun, QStringList{u"web-1"_qs});
    let(u"web-1"_qs);
}

void TestScanFeed::afterTheEndNothingIsTold()
{
    follow({facts(u"web-1"_qs)});
    m_now = 60'000;
    follow({facts(u"web-1"_qs)});
    bool over = false;
    QCoro::Task<> ending = m_feed->end();
    ending.then([&over] { over = true; });
    QVERIFY(!over);
    let(u"web-1"_qs, true);
    QTRY_VERIFY(over);
    QCOMPARE(m_told, QStringList());
}

QTEST_GUILESS_MAIN(TestScanFeed)
#include "tst_scan_feed.moc"
