// SPDX-License-Identifier: GPL-3.0-or-later
// A second look at the same root hashes what changed since the first, with GNU tools and with BusyBox.
#include "models/domain/drift/hash_memory.h"
#include "tests/models/domain/drift/made_root.h"

#include <QtTest>

using namespace snowmelt;
using namespace snowmelt::testing;

namespace {

// Files that are there since the host was made: what a test writes is always new.
constexpr auto oldFile = "/usr/share/common-licenses/GPL-3";
constexpr auto otherOldFile = "/usr/share/common-licenses/GPL-2";
const QByteArray boot = "8f1c7a52-1b1e-4b8e-9f0a-000000000001";

QByteArray bytesOf(const char* path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Q_DECLARE_METATYPE(snowmelt::testing::MadeRoot::Tools)

class TestProbeAgain : public QObject
{
    Q_OBJECT

    static QByteArray hash(const ProbeFacts& facts, const char* name) { return facts.files.value(name).sha256; }

private Q_SLOTS:
    void initTestCase()
    {
        MadeRoot root(MadeRoot::Tools::BusyBox);
        if (!root.works())
            QSKIP("namespaces are needed");
        if (QFileInfo(QString::fromLatin1(oldFile)).metadataChangeTime().secsTo(QDateTime::currentDateTime()) < 600)
            QSKIP("a host that is older than ten minutes is needed");
    }

    void looksAgain_data()
    {
        QTest::addColumn<MadeRoot::Tools>("tools");
        QTest::newRow("GNU") << MadeRoot::Tools::Gnu;
        QTest::newRow("BusyBox") << MadeRoot::Tools::BusyBox;
    }
    void looksAgain()
    {
        QFETCH(const MadeRoot::Tools, tools);
        MadeRoot root(tools);
        root.write("proc/sys/kernel/random/boot_id", boot + '\n');
        root.write("srv/plain", "x\n");
        root.write("srv/눈\n송이", "y\n");
        root.write("srv/secret", "z\n", 0600);
        root.show(oldFile, "srv/old");
        const auto look = [&root](const std::optional<HashedBefore>& before) {
            return root.look(ProbeRequest{makeNonce(), "/srv", {}, {}, {DriftSection::Files}, before});
        };
        const ProbeFacts first = look(std::nullopt);
        QVERIFY(first.unseen.isEmpty() && first.hashedAll && first.moment);
        QCOMPARE(first.moment->now.boot, boot);
        QVERIFY(!first.moment->recent);
        QCOMPARE(hash(first, "/srv/old"), hashOf(bytesOf(oldFile)));

        const auto memory = hashMemoryOf(first, "made", QDateTime::currentDateTimeUtc());
        QVERIFY(memory);
        root.write("srv/plain", "X\n");
        ProbeFacts second = look(memory->hashed);
        QVERIFY(second.moment->recent && second.hashedAll);
        QVERIFY(hash(second, "/srv/old").isEmpty()); // nobody touched it
        QCOMPARE(hash(second, "/srv/plain"), hashOf("X\n"));
        QCOMPARE(hash(second, "/srv/눈\n송이"), hashOf("y\n"));
        QCOMPARE(hash(second, "/srv/secret"), hashOf("z\n"));
        QVERIFY(recall(second, *memory));
        QCOMPARE(hash(second, "/srv/old"), hashOf(bytesOf(oldFile)));

        root.show(otherOldFile, "srv/old"); // another old file where this one was: nothing says that it is new
        ProbeFacts third = look(memory->hashed);
        QVERIFY(hash(third, "/srv/old").isEmpty());
        QVERIFY(!recall(third, *memory));

        // Another kernel, a clock that went back, a boot nobody can tell: everything.
        for (const HashedBefore& before :
             {HashedBefore{memory->hashed.at, "another"}, HashedBefore{memory->hashed.at + 1000, boot},
              HashedBefore{memory->hashed.at, {}}}) {
            const ProbeFacts all = look(before);
            QVERIFY(!all.moment->recent);
            QCOMPARE(hash(all, "/srv/old"), hashOf(bytesOf(otherOldFile)));
        }
    }
};

QTEST_GUILESS_MAIN(TestProbeAgain)
#include "tst_probe_again.moc"
