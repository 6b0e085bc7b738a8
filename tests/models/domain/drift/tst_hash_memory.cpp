// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/hash_memory.h"
#include "tests/models/domain/drift/probe_answer.h"

#include <QtTest>

using namespace snowmelt;
using namespace snowmelt::testing;

namespace {

constexpr qint64 lastLook = 1'700'001'000;
const QByteArray boot = "8f1c7a52-1b1e-4b8e-9f0a-000000000001";
const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

void put(ProbeFacts& facts, const FileFact& fact, qint64 changed = 1'700'000'000)
{
    facts.files.insert(fact.path, fact);
    facts.fileTimes.insert(fact.path, changed);
    facts.fileStamps.insert(fact.path, {42, 7, QByteArray::number(changed) + ".5"});
}

ProbeFacts seen()
{
    ProbeFacts facts;
    facts.moment = ProbeMoment{{lastLook, boot}, false};
    facts.hashedAll = true;
    put(facts, file("/etc/a", "a\n"));
    put(facts, file("/etc/b", "b\n"));
    return facts;
}

/// The same again, with nothing hashed.
ProbeFacts unhashed(ProbeFacts facts)
{
    for (FileFact& one : facts.files)
        one.sha256.clear();
    facts.moment = ProbeMoment{{lastLook + 600, boot}, true};
    return facts;
}

} // namespace

class TestHashMemory : public QObject
{
    Q_OBJECT

    const HashMemory m_memory = hashMemoryOf(seen(), "web-1", noon).value();

private Q_SLOTS:
    void whatDidNotChangeKeepsItsHash()
    {
        ProbeFacts facts = unhashed(seen());
        QVERIFY(recall(facts, m_memory));
        QCOMPARE(facts.files, seen().files);
    }

    void itIsStillSoUntilAFileIsNot()
    {
        ProbeFacts facts = seen();
        QVERIFY(isStillSo(m_memory, facts));
        put(facts, file("/etc/a", "b\n"));
        QVERIFY(!isStillSo(m_memory, facts));
        facts = seen();
        facts.fileStamps["/etc/a"].inode += 1;
        QVERIFY(!isStillSo(m_memory, facts));
        facts = seen();
        put(facts, file("/etc/c", "c\n"));
        QVERIFY(!isStillSo(m_memory, facts));
        facts = seen();
        facts.files.remove("/etc/b");
        QVERIFY(!isStillSo(m_memory, facts));
    }

    void whatIsInAnotherStateIsNotGuessed_data()
    {
        QTest::addColumn<FileStamp>("stamp");
        QTest::addColumn<qint64>("size");
        const FileStamp was = seen().fileStamps.value("/etc/a");
        QTest::newRow("device") << FileStamp{43, was.inode, was.changed} << qint64(2);
        QTest::newRow("inode") << FileStamp{was.device, 8, was.changed} << qint64(2);
        QTest::newRow("ctime") << FileStamp{was.device, was.inode, "1700000000.6"} << qint64(2);
        QTest::newRow("size") << was << qint64(3);
    }
    void whatIsInAnotherStateIsNotGuessed()
    {
        QFETCH(const FileStamp, stamp);
        QFETCH(const qint64, size);
        ProbeFacts facts = unhashed(seen());
        facts.fileStamps["/etc/a"] = stamp;
        facts.files["/etc/a"].size = size;
        QVERIFY(!recall(facts, m_memory));
        QVERIFY(facts.files.value("/etc/a").sha256.isEmpty());
    }

    void whatIsNotKnownNeedsAll()
    {
        ProbeFacts facts = unhashed(seen());
        FileFact moved = file("/etc/moved", "x");
        moved.sha256.clear();
        put(facts, moved);
        QVERIFY(!recall(facts, m_memory));
        facts.files.remove("/etc/moved");
        moved.path = "/etc/hostname"; // nobody compares it
        put(facts, moved);
        QVERIFY(recall(facts, m_memory));
    }

    // The node was asked for these: without a hash they could not be read, or went away meanwhile.
    void whatTheNodeDidNotHashStaysUnknown()
    {
        ProbeFacts facts = unhashed(seen());
        put(facts, facts.files.value("/etc/a"), lastLook);
        facts.unhashed.insert("/etc/b", QStringLiteral("permissionDenied"));
        FileFact secret = file("/etc/secret", "x", 0640);
        secret.sha256.clear();
        put(facts, secret);
        QVERIFY(recall(facts, m_memory));
        for (const FileFact& one : std::as_const(facts.files))
            QVERIFY(one.sha256.isEmpty());
    }

    void shortSecretsAreNotRemembered()
    {
        ProbeFacts facts = seen();
        put(facts, file("/etc/shadow", "root:secret", 0640));
        FileFact large = file("/var/lib/data", "y", 0600);
        large.size = 64 * 1024 + 1;
        put(facts, large);
        const auto memory = hashMemoryOf(facts, "web-1", noon);
        QVERIFY(memory);
        QVERIFY(!memory->files.contains("/etc/shadow"));
        QVERIFY(memory->files.contains("/var/lib/data"));
        QVERIFY(!hashMemoryBytes(*memory).contains(QByteArray::fromHex(hashOf("root:secret"))));
    }

    void onlyAWholeLookIsRemembered()
    {
        ProbeFacts facts = seen();
        facts.hashedAll = false;
        QVERIFY(!hashMemoryOf(facts, "web-1", noon));
        facts = seen();
        facts.moment.reset();
        QVERIFY(!hashMemoryOf(facts, "web-1", noon));
        facts = seen();
        facts.moment->now.boot.clear();
        QVERIFY(!hashMemoryOf(facts, "web-1", noon));
    }

    void whenEverythingIsHashed()
    {
        QCOMPARE(hashedBefore(m_memory, "web-1", noon.addDays(6)), (std::optional<HashedBefore>({lastLook, boot})));
        QVERIFY(!hashedBefore(std::nullopt, "web-1", noon));
        QVERIFY(!hashedBefore(m_memory, "web-2", noon));
        QVERIFY(!hashedBefore(m_memory, "web-1", noon.addDays(7)));
        QVERIFY(!hashedBefore(m_memory, "web-1", noon.addSecs(-1))); // our own clock went back
    }

    void comesBackFromAFile() { QCOMPARE(readHashMemory(hashMemoryBytes(m_memory)), std::optional(m_memory)); }

    void anyOtherFileIsNone()
    {
        const QByteArray bytes = hashMemoryBytes(m_memory);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!readHashMemory(bytes.left(size)));
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            QByteArray other = bytes;
            other[at] = char(other.at(at) ^ 1);
            QVERIFY2(!readHashMemory(other), qPrintable(QString::number(at)));
        }
        QVERIFY(!readHashMemory(bytes + '\n'));
    }
};

QTEST_GUILESS_MAIN(TestHashMemory)
#include "tst_hash_memory.moc"
