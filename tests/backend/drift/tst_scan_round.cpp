// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/scan_round.h"
#include "backend/execution/completion.h"
#include "models/domain/drift/drift.h"

#include <QTest>

using namespace snowmelt;

namespace {

NodeFacts node(int number)
{
    NodeFacts facts;
    facts.name = u"web-" + QString::number(number);
    return facts;
}

/// Answers when it is let.
Task<DriftReport> scanned(NodeFacts facts, Completion let)
{
    co_await let;
    if (facts.name.endsWith(u'3'))
        co_return Error{ErrorCode::SshUnreachable, {facts.name, QString()}, {}};
    DriftReport report;
    report.node = facts.name;
    co_return report;
}

} // namespace

class TestScanRound : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void oneThatHangsHoldsUpNobodyElse();
    void noMoreAtOnceThanAllowed();
    void ofNoneNothing();

private:
    ScanRound<DriftReport> roundOf(int nodes, qsizetype atOnce);

    QList<Completion> m_let; ///< by node
    QStringList m_begun, m_ended;
    qsizetype m_running = 0, m_most = 0;
    bool m_over = false;
    QCoro::Task<> m_task;
    QCoro::Task<> run(ScanRound<DriftReport> round);
};

void TestScanRound::init()
{
    m_let.clear();
    m_begun.clear();
    m_ended.clear();
    m_running = m_most = 0;
    m_over = false;
}

ScanRound<DriftReport> TestScanRound::roundOf(int nodes, qsizetype atOnce)
{
    ScanRound<DriftReport> round;
    round.atOnce = atOnce;
    for (int i = 0; i < nodes; ++i) {
        round.nodes << node(i);
        m_let << Completion();
    }
    round.scan = [this](const NodeFacts& facts) { return scanned(facts, m_let.at(facts.name.mid(4).toInt())); };
    round.begun = [this](const NodeFacts& facts) {
        m_begun << facts.name;
        m_most = std::max(m_most, ++m_running);
    };
    round.ended = [this](const NodeFacts& facts, const Result<DriftReport>& result) {
        --m_running;
        m_ended << (result ? result->node : QString(u"! " + facts.name));
    };
    return round;
}

QCoro::Task<> TestScanRound::run(ScanRound<DriftReport> round)
{
    QCoro::Task<> all = scanAll(round);
    co_await all;
    m_over = true;
}

void TestScanRound::oneThatHangsHoldsUpNobodyElse()
{
    const ScanRound round = roundOf(40, 4);
    for (int i = 1; i < 40; ++i)
        m_let[i].fire();
    m_task = run(round);
    QTRY_COMPARE(m_ended.size(), 39);
    QVERIFY(!m_ended.contains(u"web-0"_qs));
    QVERIFY(m_ended.contains(u"! web-13"_qs));
    QVERIFY(!m_over);
    m_let[0].fire();
    QTRY_VERIFY(m_over);
    QCOMPARE(m_ended.last(), u"web-0"_qs);
    QCOMPARE(m_ended.size(), 40);
}

void TestScanRound::noMoreAtOnceThanAllowed()
{
    m_task = run(roundOf(9, 4));
    QCOMPARE(m_begun, (QStringList{u"web-0"_qs, u"web-1"_qs, u"web-2"_qs, u"web-3"_qs}));
    for (Completion& let : m_let)
        let.fire();
    QTRY_VERIFY(m_over);
    QCOMPARE(m_most, 4);
    QCOMPARE(m_ended.size(), 9);
}

void TestScanRound::ofNoneNothing()
{
    m_task = run(roundOf(0, 4));
    QTRY_VERIFY(m_over);
    QVERIFY(m_ended.isEmpty());
}

QTEST_GUILESS_MAIN(TestScanRound)
#include "tst_scan_round.moc"
