// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_answers.h"
#include "backend/balancer/haproxy/haproxy_reading.h"

#include <QFile>
#include <QTest>

using namespace snowmelt;

/// data/haproxy-2.6.12-reading.txt is what HAProxy 2.6.12 answered to three setters, show info, show servers state and
/// show stat. a1 is up, a2 is up with weight 0 while a check runs, b1 was never used, b2 drains at a dead address, a3
/// has just been pointed at a dead address and still shows its old check.
class TestHaproxyReading : public QObject
{
    Q_OBJECT

private:
    QList<QByteArray> m_answers;

    BalancerReading reading() const
    {
        return *parseHaproxyReading({m_answers.value(3), m_answers.value(4), m_answers.value(5)});
    }
    SlotState slot(const char* name) const
    {
        return *reading().find(QStringLiteral("web"))->find(QString::fromLatin1(name));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QFINDTESTDATA("data/haproxy-2.6.12-reading.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_answers = splitAnswers(file.readAll());
        QCOMPARE(m_answers.size(), 6);
    }

    void emptyAnswersKeepTheirPlace()
    {
        QCOMPARE(m_answers.at(0), QByteArray());
        QVERIFY(m_answers.at(1).startsWith("no need to change the addr"));
        QCOMPARE(m_answers.at(2), QByteArray());
        QVERIFY(m_answers.at(3).startsWith("Name: HAProxy"));
        QCOMPARE(splitAnswers("\nNo such server.\n\n\n"),
                 (QList<QByteArray>{QByteArray(), "No such server.\n", QByteArray()}));
        QCOMPARE(splitAnswers(QByteArray()).size(), 0);
        QCOMPARE(splitAnswers("cut off").size(), 1);
    }

    void saysWhoAnswered()
    {
        QCOMPARE(reading().version, QStringLiteral("2.6.12"));
        QVERIFY(reading().pid > 0);
        QCOMPARE(reading().backends.size(), 1);
        QCOMPARE(reading().backends.first().slots_.size(), 5);
    }

    void anUpSlot()
    {
        const SlotState a1 = slot("a1");
        QCOMPARE(a1.mode, SlotMode::Ready);
        QVERIFY(a1.up);
        QVERIFY(a1.checkPassed);
        QCOMPARE(a1.checkReason, QStringLiteral("L7OK/200"));
        QCOMPARE(a1.address, QStringLiteral("127.0.0.1"));
        QCOMPARE(a1.port, 18101);
        QCOMPARE(a1.weight, 100);
        QCOMPARE(a1.sessions, 0);
    }

    void weightZeroIsDrainAndACheckUnderWayIsStillPassed()
    {
        const SlotState a2 = slot("a2");
        QCOMPARE(a2.mode, SlotMode::Drain);
        QVERIFY(!a2.up);
        QVERIFY(a2.checkPassed);
        QVERIFY(checkInFlight(m_answers.at(4), QStringLiteral("web"), QStringLiteral("a2")));
        QVERIFY(!checkInFlight(m_answers.at(4), QStringLiteral("web"), QStringLiteral("a1")));
    }

    void anUnusedSlotIsFree()
    {
        const SlotState b1 = slot("b1");
        QCOMPARE(b1.mode, SlotMode::Free);
        QVERIFY(b1.address.isEmpty());
        QCOMPARE(b1.port, 0);
        QVERIFY(!b1.checkPassed);
        QVERIFY(!b1.up);
    }

    void aDeadDrainingSlotSaysWhy()
    {
        const SlotState b2 = slot("b2");
        QCOMPARE(b2.mode, SlotMode::Drain);
        QVERIFY(!b2.checkPassed);
        QCOMPARE(b2.checkReason, QStringLiteral("L4CON Connection refused"));
    }

    void aStaleCheckIsNotBelieved()
    {
        const SlotState a3 = slot("a3");
        QCOMPARE(a3.mode, SlotMode::Drain);
        QVERIFY(a3.checkReason.startsWith(QStringLiteral("L7OK")));
        QVERIFY(!a3.checkPassed);
    }

    /// One connection was dropped and one answer was 500: the client saw two failures, and each is counted once.
    void failuresAreCountedOnce()
    {
        const BackendState web = *reading().find(QStringLiteral("web"));
        qint64 ofSlots = 0;
        for (const SlotState& state : web.slots_)
            ofSlots += state.failed;
        QCOMPARE(web.failed, 2);
        QCOMPARE(ofSlots, 2);
        QCOMPARE(web.requests, 6);
    }

    void saysSinceWhenItCounts()
    {
        QCOMPARE(reading().startedAt, QDateTime::fromSecsSinceEpoch(1795264058, Qt::UTC));
        QCOMPARE(reading().at, reading().startedAt.addSecs(4));
        QByteArray undated = m_answers.at(3);
        undated.replace("Start_time_sec", "Other_time_sec");
        const auto without = parseHaproxyReading({undated, m_answers.at(4), m_answers.at(5)});
        QVERIFY(without && without->startedAt.isNull());
        QVERIFY(without->backends.first().slots_.first().check->since.isNull());
    }

    void tellsHowTheCheckEnded()
    {
        const BalancerCheck good = *slot("a1").check;
        QCOMPARE(good.status, QStringLiteral("L7OK"));
        QCOMPARE(good.code, 200);
        QCOMPARE(good.description, QStringLiteral("Layer7 check passed"));
        QCOMPARE(good.ms, 2);
        QVERIFY(!good.failed && good.up);
        QCOMPARE(good.since, reading().at.addSecs(-3));
        const BalancerCheck dead = *slot("b2").check;
        QCOMPARE(dead.status, QStringLiteral("L4CON"));
        QCOMPARE(dead.code, 0);
        QCOMPARE(dead.words, QStringLiteral("Connection refused"));
        QVERIFY(dead.failed && !dead.up);
        QCOMPARE(dead.since, reading().at.addSecs(-1));
        QCOMPARE(slot("a2").check->status, QStringLiteral("L7OK")); // another one is under way
        QVERIFY(!slot("b1").check);                                 // nothing is checked in maint
    }

    /// The captured table has columns of times; b1 was never asked anything.
    void theMeanIsOfAnswersAlone()
    {
        QCOMPARE(slot("b1").meanMs, -1);
        QByteArray older = m_answers.at(5);
        older.replace(",rtime,", ",other,");
        const auto without = parseHaproxyReading({m_answers.at(3), m_answers.at(4), older});
        QVERIFY(without);
        for (const SlotState& state : without->find(QStringLiteral("web"))->slots_)
            QCOMPARE(state.meanMs, -1);
    }

    void whatIsCutOffIsNoReading()
    {
        QVERIFY(!parseHaproxyReading({m_answers.at(3), m_answers.at(4), QByteArray()}));
        QVERIFY(!parseHaproxyReading({m_answers.at(3), QByteArray(), m_answers.at(5)}));
        QVERIFY(!parseHaproxyReading({QByteArray(), m_answers.at(4), m_answers.at(5)}));
        QByteArray older = m_answers.at(5);
        older.replace("used_conn_cur", "other");
        QVERIFY(!parseHaproxyReading({m_answers.at(3), m_answers.at(4), older}));
    }

    void quotedFieldsKeepTheirCommas()
    {
        const AnswerTable table = AnswerTable::parse("# a,b,c\n1,\"Layer7 \"\"wrong\"\", or so\",3\n", ',');
        QCOMPARE(table.text(0, "b"), QByteArray("Layer7 \"wrong\", or so"));
        QCOMPARE(table.number(0, "c"), 3);
        QCOMPARE(table.text(0, "none"), QByteArray());
        QCOMPARE(table.text(7, "a"), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestHaproxyReading)
#include "tst_haproxy_reading.moc"
