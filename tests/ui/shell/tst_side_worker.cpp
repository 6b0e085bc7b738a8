// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/side_worker.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace snowmelt;

/// What is worked out beside the GUI thread, and of which answers one hears.
class TestSideWorker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void worksAsideAndAnswersHere();
    void onlyTheLastIsAnswered();
    void whatIsForgottenIsNotTold();
    void anAnswerMayAskAgain();
    void isJoinedAtWork();
};

void TestSideWorker::worksAsideAndAnswersHere()
{
    SideWorker worker;
    QVERIFY(!worker.busy());
    QThread* answeredIn = nullptr;
    bool aside = false;
    worker.ask([&, here = QThread::currentThread()] {
        return [&, wasAside = QThread::currentThread() != here] {
            aside = wasAside;
            answeredIn = QThread::currentThread();
        };
    });
    QVERIFY(worker.busy());
    QTRY_COMPARE(answeredIn, QThread::currentThread());
    QVERIFY(aside);
    QVERIFY(!worker.busy());
}

void TestSideWorker::onlyTheLastIsAnswered()
{
    SideWorker worker;
    QSemaphore begun;
    QSemaphore mayEnd;
    QStringList told;
    const auto saying = [&](const QString& word) -> SideWorker::Answer { return [&told, word] { told << word; }; };
    worker.ask([&] {
        begun.release();
        mayEnd.acquire();
        return saying(QStringLiteral("w"));
    });
    begun.acquire(); // under way
    worker.ask([&] { return saying(QStringLiteral("we")); });
    worker.ask([&] { return saying(QStringLiteral("web")); });
    mayEnd.release();
    QTRY_VERIFY(!worker.busy());
    QCOMPARE(told, QStringList{QStringLiteral("web")});
}

void TestSideWorker::whatIsForgottenIsNotTold()
{
    SideWorker worker;
    QSemaphore done;
    bool told = false;
    worker.ask([&]() -> SideWorker::Answer {
        done.release();
        return [&] { told = true; };
    });
    done.acquire();
    worker.forget();
    QVERIFY(!worker.busy());
    bool next = false;
    worker.ask([&]() -> SideWorker::Answer { return [&] { next = true; }; });
    QTRY_VERIFY(next);
    QVERIFY(!told);
}

void TestSideWorker::anAnswerMayAskAgain()
{
    SideWorker worker;
    int answers = 0;
    worker.ask([&]() -> SideWorker::Answer {
        return [&] {
            ++answers;
            worker.ask([&]() -> SideWorker::Answer { return [&] { ++answers; }; });
        };
    });
    QTRY_COMPARE(answers, 2);
    QVERIFY(!worker.busy());
}

void TestSideWorker::isJoinedAtWork()
{
    bool ended = false;
    {
        QSemaphore begun;
        SideWorker worker;
        worker.ask([&]() -> SideWorker::Answer {
            begun.release();
            QThread::yieldCurrentThread();
            ended = true;
            return {};
        });
        begun.acquire();
    }
    QVERIFY(ended);
}

QTEST_GUILESS_MAIN(TestSideWorker)
#include "tst_side_worker.moc"
