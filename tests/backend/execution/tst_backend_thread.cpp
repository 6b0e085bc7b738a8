// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/backend_thread.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <unistd.h>

using namespace snowmelt;

namespace {

constexpr int cleanedUp = 3;

/// A process whose backend used OpenSSL, up to its end.
int useAndEnd()
{
    BackendThread backend;
    bool drawn = false;
    backend.runAndWait([&drawn] {
        unsigned char bytes[8];
        drawn = RAND_bytes(bytes, sizeof bytes) == 1;
    });
    OPENSSL_atexit([] { _exit(cleanedUp); });
    return drawn ? 0 : 1;
}

} // namespace

class TestBackendThread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void workIsDoneInOrder()
    {
        BackendThread backend;
        QList<int> done;
        for (int i = 0; i < 3; ++i)
            backend.post([&done, i] { done.append(i); });
        QThread* there = nullptr;
        backend.runAndWait([&there] { there = QThread::currentThread(); });
        QCOMPARE(done, (QList<int>{0, 1, 2}));
        QCOMPARE(there, backend.thread());
    }

    /// Its thread may still be freeing its own part of it then.
    void theEndOfTheProcessLeavesOpenSslAlone()
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--use-and-end")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().contains(QStringLiteral("--use-and-end")))
        return useAndEnd();
    TestBackendThread test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_backend_thread.moc"
