// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/lock.h"

#include <QTest>

using namespace snowmelt;

namespace {

const QString pool = QStringLiteral("http://deb.example.org/debian/pool/main/");

LockedDeb deb(const char* name, const char* version, const QByteArray& bytes = "bytes")
{
    const QString file = QLatin1String(name) + u'_' + QString::fromLatin1(version).replace(u':', QStringLiteral("%3a"));
    LockedDeb result;
    result.name = QLatin1String(name);
    result.version = QLatin1String(version);
    result.architecture = QStringLiteral("amd64");
    result.size = 1000;
    result.sha256 = Digest::ofBytes(bytes);
    result.uri = pool + file + QStringLiteral("_amd64.deb");
    return result;
}

Lock sample()
{
    Lock lock;
    lock.built = Digest::ofBytes("image");
    lock.from = QString(64, u'f');
    lock.packages = {QStringLiteral("bash"), QStringLiteral("tini=1:0.19.0-1+b3")};
    lock.sources = {QStringLiteral("deb [trusted=yes] http://deb.example.org/debian bookworm main")};
    lock.debs = {deb("bash", "5.2-1"), deb("tini", "1:0.19.0-1+b3", "other")};
    lock.debs.first().required = true;
    return lock;
}

QByteArray withDeb(const QByteArray& fields)
{
    return "snowmelt-lock: 1\npackages: [bash]\ndebs:\n  - {" + fields + "}\n";
}

const QByteArray good =
    "name: bash, version: \"5.2-1\", architecture: amd64, size: 10, sha256: " + QByteArray(64, 'a') +
    ", uri: \"http://deb.example.org/pool/bash_5.2-1_amd64.deb\"";

QByteArray but(const QByteArray& from, const QByteArray& to)
{
    return withDeb(QByteArray(good).replace(from, to));
}

} // namespace

class TestLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasWritten()
    {
        const Lock lock = sample();
        const Parsed<Lock> read = parseLock(renderLock(lock));
        QVERIFY(read.ok());
        QVERIFY(read.value == lock);
        const Parsed<Lock> empty = parseLock(renderLock({}));
        QVERIFY(empty.ok() && empty.value == Lock{});
    }

    void aMovedPackageIsOneLine()
    {
        Lock moved = sample();
        moved.debs.swapItemsAt(0, 1);
        QCOMPARE(renderLock(moved), renderLock(sample()));
        moved.debs[1] = deb("bash", "5.2-2", "new");
        const QList<QByteArray> before = renderLock(sample()).split('\n');
        const QList<QByteArray> after = renderLock(moved).split('\n');
        QCOMPARE(after.size(), before.size());
        int differ = 0;
        for (qsizetype i = 0; i < before.size(); ++i)
            differ += before[i] != after[i] ? 1 : 0;
        QCOMPARE(differ, 1);
    }

    void whatItGaveIsNotWhatItIsBuiltFrom()
    {
        Lock other = sample();
        other.built = {};
        QCOMPARE(lockedContent(other), lockedContent(sample()));
        other.packages = {other.packages[1], other.packages[0]};
        QCOMPARE(lockedContent(other), lockedContent(sample()));
        other.debs.first().sha256 = Digest::ofBytes("x");
        QVERIFY(lockedContent(other) != lockedContent(sample()));
    }

    void refusesWhatItWasNotMadeFor()
    {
        QCOMPARE(missingIn(sample(), {QStringLiteral("bash")}), QString());
        QCOMPARE(missingIn(sample(), {QStringLiteral("bash"), QStringLiteral("socat")}), QStringLiteral("socat"));
        QCOMPARE(missingIn(sample(), {QStringLiteral("tini=2")}), QStringLiteral("tini=2"));
    }

    void saysWhatMoves()
    {
        Lock before;
        before.debs = {deb("gone", "1"), deb("newer", "1:1.0~rc1"), deb("older", "2.0-1"), deb("same", "1"),
                       deb("rebuilt", "1", "a")};
        Lock after;
        after.debs = {deb("added", "3"), deb("newer", "1:1.0"), deb("older", "1.9-9"), deb("same", "1"),
                      deb("rebuilt", "1", "b")};
        const auto of = [](const char* name, ImageChange change, const char* was, const char* is) {
            return ImageDifference{ImagePart::Package, change, QByteArray(name) + ":amd64", QLatin1String(was),
                                   QLatin1String(is)};
        };
        const QList<ImageDifference> expected{
            of("added", ImageChange::Added, "", "3"), of("gone", ImageChange::Removed, "1", ""),
            of("newer", ImageChange::Newer, "1:1.0~rc1", "1:1.0"), of("older", ImageChange::Older, "2.0-1", "1.9-9"),
            of("rebuilt", ImageChange::Changed, "1", "1")};
        QVERIFY(lockChanges(before, after) == expected);
        QVERIFY(lockChanges(before, before).isEmpty());
    }

    void keepsNoSecret()
    {
        QCOMPARE(withoutCredentials(QStringLiteral("deb https://amy:s3cret@deb.example.org/x bookworm main")),
                 QStringLiteral("deb https://deb.example.org/x bookworm main"));
        QCOMPARE(withoutCredentials(QStringLiteral("http://deb.example.org/a@b_1_all.deb")),
                 QStringLiteral("http://deb.example.org/a@b_1_all.deb"));
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ProblemCode>("code");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("nothing") << QByteArray() << ProblemCode::Empty << 1 << 1;
        QTest::newRow("syntax") << QByteArray("debs: [") << ProblemCode::Syntax << 1 << 1;
        QTest::newRow("a conflict of git")
            << QByteArray("<<<<<<< HEAD\nsnowmelt-lock: 1\n") << ProblemCode::Syntax << 2 << 14;
        QTest::newRow("a list") << QByteArray("- a\n") << ProblemCode::WrongType << 1 << 1;
        QTest::newRow("of the future") << QByteArray("snowmelt-lock: 2\ndebs: []\n") << ProblemCode::OutOfRange << 1
                                       << 16;
        QTest::newRow("no debs") << QByteArray("snowmelt-lock: 1\n") << ProblemCode::MissingKey << 1 << 1;
        QTest::newRow("unknown key") << QByteArray("snowmelt-lock: 1\ndebs: []\ndeb: []\n") << ProblemCode::UnknownKey
                                     << 3 << 1;
        QTest::newRow("key") << QByteArray("snowmelt-lock: 1\nfrom: 12\ndebs: []\n") << ProblemCode::BadValue << 2 << 7;
        QTest::newRow("digest") << QByteArray("snowmelt-lock: 1\nbuilt: sha256:12\ndebs: []\n") << ProblemCode::BadValue
                                << 2 << 8;
        QTest::newRow("source with a line break")
            << QByteArray("snowmelt-lock: 1\nsources: [\"deb http://x y\\ndeb http://evil z\"]\ndebs: []\n")
            << ProblemCode::BadValue << 2 << 11;
        QTest::newRow("package that is an option")
            << QByteArray("snowmelt-lock: 1\npackages: [--yes]\ndebs: []\n") << ProblemCode::BadValue << 2 << 12;
        QTest::newRow("name with a way out") << but("name: bash", "name: ../bash") << ProblemCode::BadValue << 4 << 12;
        QTest::newRow("version") << but("\"5.2-1\"", "\"5.2 1\"") << ProblemCode::BadValue << 4 << 27;
        QTest::newRow("architecture") << but("amd64,", "../x,") << ProblemCode::BadValue << 4 << 50;
        QTest::newRow("size") << but("size: 10", "size: many") << ProblemCode::WrongType << 4 << 63;
        QTest::newRow("no size") << but(" size: 10,", "") << ProblemCode::MissingKey << 4 << 5;
        QTest::newRow("sum") << but("aaaa,", "AAAA,") << ProblemCode::BadValue << 4 << 75;
        QTest::newRow("scheme") << but("http:", "ftp:") << ProblemCode::BadValue << 4 << 146;
        QTest::newRow("an option of a program") << but("\"http:", "\"--x=http:") << ProblemCode::BadValue << 4 << 146;
        QTest::newRow("no .deb") << but(".deb\"", ".rpm\"") << ProblemCode::BadValue << 4 << 146;
        QTest::newRow("twice") << withDeb(good) + "  - {" + good + "}\n" << ProblemCode::DuplicateName << 5 << 5;
    }

    void badInput()
    {
        QFETCH(QByteArray, text);
        const Parsed<Lock> read = parseLock(text);
        QCOMPARE(read.problems.size(), 1);
        QTEST(read.problems.first().code, "code");
        QTEST(read.problems.first().line, "line");
        QTEST(read.problems.first().column, "column");
        QVERIFY(read.value == Lock{});
    }

    void goodIsGood() { QVERIFY(parseLock(withDeb(good)).ok()); }
};

QTEST_GUILESS_MAIN(TestLock)
#include "tst_lock.moc"
