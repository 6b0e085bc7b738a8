// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/backend_thread.h"
#include "backend/execution/blocking.h"

#include <QCoro/QCoroTask>
#include <QTest>

using namespace snowmelt;

class TestBlocking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsElsewhereAndResumesHere()
    {
        QThread* worker = nullptr;
        const auto result = QCoro::waitFor(runBlocking<int>([&]() -> Result<int> {
            worker = QThread::currentThread();
            return 42;
        }));
        QCOMPARE(result.value(), 42);
        QVERIFY(worker != QThread::currentThread());
    }

    void errorsComeBack()
    {
        const auto result = QCoro::waitFor(runBlocking<int>([]() -> Result<int> {
            return Error{ErrorCode::DiskFull, {QStringLiteral("/")}, {}};
        }));
        QCOMPARE(result.error().code, ErrorCode::DiskFull);
    }

    void backendThreadKeepsOrder()
    {
        BackendThread backend;
        QList<int> order;
        for (int i = 0; i < 5; ++i)
            backend.post([&order, i] { order += i; });
        backend.runAndWait([&] { order += 5; });
        QCOMPARE(order, (QList<int>{0, 1, 2, 3, 4, 5}));
    }
};

QTEST_GUILESS_MAIN(TestBlocking)
#include "tst_blocking.moc"
