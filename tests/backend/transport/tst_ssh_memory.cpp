// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ssh_memory.h"

#include <QTest>

#include <cstdlib>
#include <cstring>

using namespace snowmelt;

class TestSshMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatGrowsKeepsItsBytes()
    {
        SshMemory memory;
        void* block = memory.allocate(6);
        std::memcpy(block, "secret", 6);
        block = memory.reallocate(block, 100'000);
        QCOMPARE(QByteArray(static_cast<const char*>(block), 6), QByteArray("secret"));
        block = memory.reallocate(block, 3);
        QCOMPARE(QByteArray(static_cast<const char*>(block), 3), QByteArray("sec"));
        memory.release(block);
        QVERIFY(memory.reallocate(nullptr, 8));
    }

    // The address sanitizer sees it when either is wrong.
    void whatIsForgottenEndsWithItAndWhatIsOthersIsTaken()
    {
        SshMemory memory;
        QVERIFY(memory.allocate(59));
        memory.release(std::malloc(20));
        memory.release(nullptr);
    }
};

QTEST_APPLESS_MAIN(TestSshMemory)
#include "tst_ssh_memory.moc"
