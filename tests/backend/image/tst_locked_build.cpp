// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/durable_file.h"
#include "backend/image/image_builder.h"
#include "backend/image/image_store.h"
#include "backend/image/lock_file.h"

#include <QCoro/QCoroTask>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace snowmelt;

namespace {

const QByteArray socatTrial = "snowmelt-recipe: 1\ntier: foundation\nparent: os@1\npackages: [socat]\n";

ImageRef ref(const char* text)
{
    return *ImageRef::parse(QString::fromLatin1(text));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Locks of real images, from zero: needs root, mmdebstrap and, to be made, a Debian mirror. Each test goes on where
/// the one before it ended.
class TestLockedBuild : public QObject
{
    Q_OBJECT

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    void put(const char* name, const QByteArray& content) { QVERIFY(writeDurably(path(name), content).ok()); }

    Blueprint blueprint() const
    {
        Blueprint result;
        result.path = path("trial.yaml");
        result.images = {{ref("os@1"), QStringLiteral("os.yaml")}, {ref("trial@1"), QStringLiteral("trial-1.yaml")}};
        return result;
    }

    ImageBuilder::Emit listen()
    {
        m_events.clear();
        return [this](const EventBody& body) { m_events.append(body); };
    }

    Result<ImageBuilder::Built> build(const char* home, bool fromScratch = false)
    {
        return QCoro::waitFor(
            ImageBuilder(path(home)).build(blueprint(), {ref("trial@1"), fromScratch}, listen(), CallContext()));
    }

    template <typename Body>
    QList<Body> told() const
    {
        QList<Body> all;
        for (const EventBody& body : m_events)
            if (const auto* one = std::get_if<Body>(&body))
                all.append(*one);
        return all;
    }

    QList<QList<DueReason>> reasons() const
    {
        QList<QList<DueReason>> all;
        for (const ImageDue& due : told<ImageDue>())
            all.append(due.reasons);
        return all;
    }

    Lock lockOf(const char* recipe) const { return readLock(path(recipe)).value().value_or(Lock()); }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        put("os.yaml", "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\npackages: [tini]\n");
        put("trial-1.yaml", socatTrial);
    }

    void aLockIsWrittenWithWhatItGave()
    {
        const auto moved = QCoro::waitFor(
            ImageBuilder(path("home")).updateLocks(blueprint(), ref("trial@1"), true, listen(), CallContext()));
        QVERIFY2(moved.ok(), moved.failed() ? qPrintable(moved.error().detail) : "cancelled");
        QVERIFY(!*moved);
        QVERIFY(told<LockMoved>().size() == 2 && told<LockMoved>()[0].written && told<LockMoved>()[1].written);
        QVERIFY(reasons() == (QList<QList<DueReason>>{{{Due::NeverBuilt, {}}}, {{Due::NeverBuilt, {}}}}));
        const ImageStore store(path("home/images"));
        QCOMPARE(lockOf("os.yaml").built, store.find(ref("os@1"))->digest);
        QCOMPARE(lockOf("trial-1.yaml").built, store.find(ref("trial@1"))->digest);
        QVERIFY(!lockOf("os.yaml").sources.isEmpty());
    }

    void exactlyItsPackagesAreInstalled()
    {
        const ImageStore store(path("home/images"));
        const Inventory inventory = store.inventory(lockOf("trial-1.yaml").built).value();
        QStringList installed;
        for (const PackageFact& package : inventory.packages)
            installed.append(package.name.section(u':', 0, 0) + u' ' + package.version);
        QStringList locked;
        for (const LockedDeb& deb : lockOf("os.yaml").debs + lockOf("trial-1.yaml").debs)
            locked.append(deb.name + u' ' + deb.version);
        installed.sort();
        locked.sort();
        QCOMPARE(installed, locked);
        // What the image says packages come from is no folder of this machine.
        const auto sources =
            store.readFile(lockOf("os.yaml").built, "/etc/apt/sources.list.d/0000sources.list", 1 << 16);
        QCOMPARE(QString::fromUtf8(*sources).split(u'\n', Qt::SkipEmptyParts), lockOf("os.yaml").sources);
        QVERIFY(!inventory.files.contains("/etc/apt/sources.list"));
    }

    void nothingIsDueWhileNothingMoves()
    {
        const auto built = build("home");
        QVERIFY(built.ok() && built->reused);
        QVERIFY(reasons() == (QList<QList<DueReason>>{{}, {}}));
        const QByteArray before = contentOf(path("os.lock"));
        const auto moved = QCoro::waitFor(
            ImageBuilder(path("home")).updateLocks(blueprint(), ref("trial@1"), true, listen(), CallContext()));
        QVERIFY(moved.ok() && !*moved);
        QVERIFY(told<ImageDue>().isEmpty() && !told<LockMoved>().first().written);
        QCOMPARE(contentOf(path("os.lock")), before);
    }

    void rebuildsWithTheMirrorUnreachable()
    {
        qputenv("http_proxy", "http://127.0.0.1:9/");
        QVERIFY(QDir().mkpath(path("elsewhere/cache")));
        QVERIFY(QDir().rename(path("home/cache/debs"), path("elsewhere/cache/debs")));
        const auto built = build("elsewhere");
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "cancelled");
        QCOMPARE(built->record.digest, lockOf("trial-1.yaml").built);
        // The mirror was unreachable indeed.
        const auto unkept = build("home", true);
        QVERIFY(unkept.failed());
        QCOMPARE(unkept.error().code, ErrorCode::MirrorUnreachable);
        QVERIFY(reasons() == (QList<QList<DueReason>>{{{Due::Asked, {}}}, {{Due::Asked, {}}}}));
        qunsetenv("http_proxy");
    }

    // Somebody else finds the packages too.
    void comesOutTheSameTwice()
    {
        qputenv("http_proxy", "http://127.0.0.1:9/");
        const auto same =
            QCoro::waitFor(ImageBuilder(path("elsewhere")).prove(blueprint(), ref("trial@1"), listen(), CallContext()));
        qunsetenv("http_proxy");
        QVERIFY2(same.ok(), same.failed() ? qPrintable(same.error().detail) : "cancelled");
        QCOMPARE(told<ImageProved>().size(), 2);
        for (const ImageProved& proved : told<ImageProved>())
            QCOMPARE(proved.differences, QList<ImageDifference>{});
    }

    void saysWhatItIsDueTo()
    {
        put("trial-1.yaml", contentOf(path("trial-1.yaml")) + "description: another\n");
        Lock lock = lockOf("os.yaml");
        lock.debs.last().uri += QStringLiteral("x.deb");
        const QByteArray before = contentOf(path("os.lock"));
        put("os.lock", renderLock(lock));
        const auto built = build("elsewhere");
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "cancelled");
        QVERIFY(reasons() ==
                (QList<QList<DueReason>>{{{Due::LockChanged, {QStringLiteral("0")}}},
                                         {{Due::ParentDue, {QStringLiteral("os@1")}}, {Due::RecipeChanged, {}}}}));
        QCOMPARE(built->record.digest, lockOf("trial-1.yaml").built);
        put("os.lock", before);
    }

    void aRecipeThatAsksForMoreIsRefused()
    {
        put("trial-1.yaml", "snowmelt-recipe: 1\ntier: foundation\nparent: os@1\npackages: [socat, rsyslog]\n");
        const auto built = build("elsewhere");
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, ErrorCode::LockTooOld);
        QCOMPARE(built.error().args, (QStringList{QStringLiteral("trial@1"), QStringLiteral("rsyslog")}));
    }

    void anotherImageThanItsLockSaysIsTold()
    {
        put("trial-1.yaml", socatTrial);
        const Digest gave = lockOf("trial-1.yaml").built;
        const Digest other = Digest::ofBytes("another");
        put("trial-1.lock", contentOf(path("trial-1.lock")).replace(gave.text().toLatin1(), other.text().toLatin1()));
        QVERIFY(build("elsewhere", true).ok());
        QCOMPARE(told<ImageBuilt>().last().image.digest, gave);
        QCOMPARE(told<ImageBuilt>().last().locked, other);
        QVERIFY(told<ImageBuilt>().first().locked.isNull());
        // A lock that was written for something else promises nothing.
        put("trial-1.yaml", contentOf(path("trial-1.yaml")) + "description: other\n");
        QVERIFY(build("elsewhere").ok());
        QVERIFY(!told<ImageBuilt>().last().reused && told<ImageBuilt>().last().locked.isNull());
    }

private:
    QTemporaryDir m_folder;
    QList<EventBody> m_events;
};

QTEST_GUILESS_MAIN(TestLockedBuild)
#include "tst_locked_build.moc"
