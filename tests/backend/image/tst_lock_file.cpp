// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/lock_file.h"
#include "backend/image/lock_update.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

LockedDeb deb(const char* version)
{
    LockedDeb result;
    result.name = QStringLiteral("bash");
    result.version = QLatin1String(version);
    result.architecture = QStringLiteral("amd64");
    result.size = 1;
    result.sha256 = Digest::ofBytes(version);
    result.uri = QStringLiteral("http://deb.example.org/debian/pool/bash_1_amd64.deb");
    return result;
}

Lock lock(const char* version, const QStringList& packages = {QStringLiteral("bash")})
{
    Lock result;
    result.packages = packages;
    result.debs = {deb(version)};
    return result;
}

} // namespace

class TestLockFile : public QObject
{
    Q_OBJECT

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    static QByteArray contentOf(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void liesBesideTheRecipe()
    {
        QCOMPARE(lockFileOf(QStringLiteral("/b/recipes/shop-1.1.0.yaml")),
                 QStringLiteral("/b/recipes/shop-1.1.0.lock"));
        QCOMPARE(lockFileOf(QStringLiteral("/b/recipes.d/os")), QStringLiteral("/b/recipes.d/os.lock"));
    }

    void isReadWhereItIs()
    {
        const auto none = readLock(path("os.yaml"));
        QVERIFY(none.ok() && !none->has_value());
        QVERIFY(writeLocks({{path("os.lock"), lock("1")}}).ok());
        const auto read = readLock(path("os.yaml"));
        QVERIFY(read.ok() && read->has_value() && **read == lock("1"));
    }

    void aBadOneIsNamedWithItsPlace()
    {
        QFile file(path("os.lock"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("snowmelt-lock: 1\ndebs:\n  - {name: x}\n");
        file.close();
        const auto read = readLock(path("os.yaml"));
        QVERIFY(read.failed());
        QCOMPARE(read.error().code, ErrorCode::LockInvalid);
        QCOMPARE(read.error().args, (QStringList{path("os.lock"), QStringLiteral("3"), QStringLiteral("5")}));
        QVERIFY(!read.error().detail.isEmpty());
    }

    void writesAllOrNone()
    {
        QVERIFY(writeLocks({{path("a.lock"), lock("1")}}).ok());
        const QByteArray before = contentOf(path("a.lock"));
        const QList<LockToWrite> some{
            {path("a.lock"), lock("2")}, {path("new.lock"), lock("2")}, {path("no/such/folder/b.lock"), lock("2")}};
        const auto written = writeLocks(some);
        QVERIFY(written.failed());
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(contentOf(path("a.lock")), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("a.lock")});
    }

    void whatDidNotMoveStaysAsItIs()
    {
        Lock same = lock("1");
        same.debs.first().uri = QStringLiteral("http://mirror.example.org/debian/pool/bash_1_amd64.deb");
        QVERIFY(nextLock(lock("1"), same) == lock("1"));
        QVERIFY(nextLock(lock("1"), lock("2")) == lock("2"));
        QVERIFY(nextLock(std::nullopt, lock("1")) == lock("1"));
    }

    void aRecipeThatAsksForSomethingElseMovesItsLock()
    {
        const Lock more = lock("1", {QStringLiteral("bash"), QStringLiteral("tini")});
        QVERIFY(nextLock(lock("1"), more) == more);
        const QList<ImageDifference> differences = differencesOf(lock("1"), more);
        QCOMPARE(differences.size(), 1);
        QCOMPARE(differences.first().part, ImagePart::Recipe);
        QCOMPARE(differences.first().change, ImageChange::Added);
        QCOMPARE(differences.first().key, QByteArray("tini"));
        QVERIFY(nextLock(more, lock("1")) == lock("1"));
        QCOMPARE(differencesOf(more, lock("1")).first().change, ImageChange::Removed);
        QCOMPARE(differencesOf(std::nullopt, more).size(), 1); // the package alone: there was no lock
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLockFile)
#include "tst_lock_file.moc"
