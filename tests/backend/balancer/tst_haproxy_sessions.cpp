// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_answers.h"
#include "backend/balancer/haproxy/haproxy_sessions.h"

#include <QFile>
#include <QTest>

using namespace snowmelt;

/// data/haproxy-2.6.12-sessions.txt is what HAProxy 2.6.12 answered to show sess, to show sess ID of the WebSocket, of
/// the open request and of a session that had ended.
class TestHaproxySessions : public QObject
{
    Q_OBJECT

private:
    const QString m_web = QStringLiteral("web");
    const QString m_a1 = QStringLiteral("a1");
    QList<QByteArray> m_answers;

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QFINDTESTDATA("data/haproxy-2.6.12-sessions.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_answers = splitAnswers(file.readAll());
        QCOMPARE(m_answers.size(), 4);
    }

    /// The line of the runtime socket itself is not one, nor is a request that waits for a slot.
    void aLineIsASessionOfASlot()
    {
        const QList<ListedSession> listed = parseSessions(m_answers.at(0), m_web);
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed.at(0).session, (OpenSession{m_a1, 67, false}));
        QCOMPARE(listed.at(1).session, (OpenSession{m_a1, 4, false}));
        QVERIFY(m_answers.at(1).startsWith(QByteArray(listed.at(0).id + ": ")));
        QVERIFY(m_answers.at(2).startsWith(QByteArray(listed.at(1).id + ": ")));
        QCOMPARE(parseSessions(m_answers.at(0), QStringLiteral("api")).size(), 0);
        QByteArray queued = m_answers.at(0);
        queued.replace("srv=a1", "srv=<none>");
        QCOMPARE(parseSessions(queued, m_web).size(), 0);
        QCOMPARE(parseSessions(QByteArray(), m_web).size(), 0);
    }

    void anUpgradedSessionIsATunnel()
    {
        QVERIFY(upgradedSession(m_answers.at(1), m_a1));
        QVERIFY(!upgradedSession(m_answers.at(2), m_a1));
        QVERIFY(!upgradedSession(m_answers.at(3), m_a1)); // it has ended
        QVERIFY(!upgradedSession(m_answers.at(1), QStringLiteral("a2")));
        QVERIFY(!upgradedSession(m_answers.at(1), QStringLiteral("a"))); // a1 is not a
    }

    void ages_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("seconds");
        QTest::newRow("none") << QByteArray("0s") << 0;
        QTest::newRow("seconds") << QByteArray("47s") << 47;
        QTest::newRow("minutes") << QByteArray("1m30s") << 90;
        QTest::newRow("hours") << QByteArray("2h5m") << 7500;
        QTest::newRow("days") << QByteArray("3d4h") << 273600;
        QTest::newRow("whole") << QByteArray("2h") << 7200;
        QTest::newRow("empty") << QByteArray() << -1;
        QTest::newRow("unknown") << QByteArray("?") << -1;
        QTest::newRow("no unit") << QByteArray("12") << -1;
        QTest::newRow("no number") << QByteArray("s") << -1;
        QTest::newRow("another unit") << QByteArray("3w") << -1;
        QTest::newRow("too long") << QByteArray("99999999d") << -1;
    }
    void ages()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, seconds);
        QCOMPARE(ageSeconds(text).value_or(-1), seconds);
    }
};

QTEST_GUILESS_MAIN(TestHaproxySessions)
#include "tst_haproxy_sessions.moc"
