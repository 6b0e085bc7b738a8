// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/journal.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

/// What append() has acknowledged is there after kill -9, in order and whole.
class JournalKillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingAcknowledgedIsThere();
};

static int lastAcknowledged(const QByteArray& out)
{
    // Only whole lines count: the kill may cut one.
    const QByteArray whole = out.left(out.lastIndexOf('\n'));
    return whole.mid(whole.lastIndexOf('\n') + 1).toInt();
}

void JournalKillTest::everythingAcknowledgedIsThere()
{
    for (int round = 1; round <= 5; ++round) {
        const QTemporaryDir home;
        QProcess child;
        child.start(qEnvironmentVariable("JOURNAL_WRITER"), {home.path()});
        QVERIFY(child.waitForStarted());
        QByteArray out;
        while (out.count('\n') < 20 * round) {
            QVERIFY(child.waitForReadyRead(30'000));
            out += child.readAllStandardOutput();
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        out += child.readAllStandardOutput();

        const auto journal = Journal::open(home.path());
        QVERIFY(journal.ok());
        const Result<QList<Event>> events = (*journal)->events(u"op"_qs);
        QVERIFY(events.ok());
        const int acknowledged = lastAcknowledged(out);
        QVERIFY(acknowledged >= 20 * round - 1);
        QVERIFY(events->size() >= acknowledged + 2);
        for (int i = 0; i <= acknowledged; ++i)
            QCOMPARE(std::get<StepBegun>(events->at(i + 1).body).step, i);
        QCOMPARE((*journal)->unfinished(u"shop"_qs)->size(), 1);
    }
}

QTEST_GUILESS_MAIN(JournalKillTest)
#include "tst_journal_kill.moc"
