// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_builder.h"
#include "backend/image/layer_cache.h"
#include "backend/image/layer_packer.h"
#include "backend/image/trial_gate.h"
#include "backend/image/work_folder.h"
#include "tests/backend/image/small_images.h"

#include <QCoro/QCoroTask>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace snowmelt;

namespace {

constexpr int manyFiles = 3000;

class StubbornGate : public TrialGate
{
public:
    Task<Done> open(CallContext) override { co_return Done{}; }
    Task<Tried> tryOut(QString, TrialCandidate, ImageBuilder::Emit, CallContext) override
    {
        co_return Tried{false, 0, {}};
    }
    Task<Done> settle(bool) override { co_return Error{ErrorCode::PlatformUnavailable, {QStringLiteral("p")}, {}}; }
};

/// A platform that does not answer, once something is to be removed from it.
class StubbornTrials : public Trials
{
public:
    std::shared_ptr<TrialGate> gateFor(const Blueprint&) override { return std::make_shared<StubbornGate>(); }
    Task<Done> sweep(CallContext) override
    {
        co_return Error{ErrorCode::PlatformUnavailable, {QStringLiteral("p")}, {}};
    }
};

} // namespace

/// What several builds and several Snowmelts do to each other's folders.
class TestWorkFolder : public QObject
{
    Q_OBJECT

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }

    PackedLayer packedMany() const
    {
        QDir().mkpath(path(QStringLiteral("many")));
        for (int i = 0; i < manyFiles; ++i) {
            QFile file(path(QStringLiteral("many/%1").arg(i)));
            if (!file.open(QIODevice::WriteOnly) || file.write("x") != 1)
                qFatal("cannot write");
        }
        const QByteArray upper = QFile::encodeName(path(QStringLiteral("many")));
        return packLayer({upper, path(QStringLiteral("layer.tar")), 0, 0}, std::make_shared<std::atomic_bool>(false))
            .value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    /// Whoever held it may have removed the file, and the next to come would make another.
    void aLockIsOfTheFileThatIsThere()
    {
        const QString file = path(QStringLiteral("one.lock"));
        auto held = std::make_unique<FileLock>(FileLock::take(file).take());
        std::atomic_bool waits = false;
        bool isTheFiles = false;
        std::thread other([&] {
            waits = true;
            const auto lock = FileLock::take(file);
            isTheFiles = lock.ok() && QFile::exists(file) && !FileLock::tryTake(file).ok();
        });
        QTRY_VERIFY(waits);
        QTest::qWait(100); // until it waits for the lock; sooner is no harm
        QVERIFY(QFile::remove(file));
        held.reset();
        other.join();
        QVERIFY(isTheFiles);
    }

    void aSweepLeavesALayerThatIsBeingUnpacked()
    {
        if (::geteuid() != 0)
            QSKIP("layers are unpacked with their owners, which takes root");
        const PackedLayer layer = packedMany();
        const QString home = path(QStringLiteral("home"));
        auto work = WorkFolder::make(home);
        QVERIFY(work.ok());
        std::atomic_bool done = false;
        Result<QString> folder = Cancelled{};
        std::thread unpacking([&] {
            folder = LayerCache(home).provide(path(QStringLiteral("layer.tar")), layer.digest, work->path(),
                                              std::make_shared<std::atomic_bool>(false));
            done = true;
        });
        while (!done)
            if (!WorkFolder::sweep(home))
                break;
        unpacking.join();
        QVERIFY2(folder.ok(), folder.failed() ? qPrintable(folder.error().detail) : "");
        QCOMPARE(QDir(*folder).entryList(QDir::Files).size(), manyFiles);
        QVERIFY(QDir(work->path()).isEmpty());
    }

    /// Roots hold setuid programs of whatever age.
    void nobodyElseMayWalkIn()
    {
        const auto work = WorkFolder::make(m_folder->path());
        QVERIFY(work.ok());
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(path(QStringLiteral("build"))).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0700));
    }

    void aPlatformThatDoesNotAnswerKeepsNoFolder()
    {
        const QString left = path(QStringLiteral("build/left"));
        QVERIFY(QDir().mkpath(left));
        QVERIFY(QFile(left + QStringLiteral(".lock")).open(QIODevice::WriteOnly));
        StubbornTrials trials;
        ImageBuilder builder(m_folder->path(), {}, &trials);
        QCOMPARE(QCoro::waitFor(builder.sweep({})).error().code, ErrorCode::PlatformUnavailable);
        QVERIFY(!QFile::exists(left));
        QVERIFY(QCoro::waitFor(builder.sweepFolders()).ok());
    }

    /// It is a version by then: to say "failed, the store is as before" would be wrong.
    void whatCannotBeClearedAwayIsSaidOfABuildThatIsDone()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        const sample::SmallImages images(m_folder->path());
        StubbornTrials trials;
        QStringList said;
        const auto hear = [&said](const EventBody& body) {
            if (const auto* line = std::get_if<LogLine>(&body))
                said.append(line->text);
        };
        const QString home = path(QStringLiteral("home"));
        const auto built = QCoro::waitFor(
            ImageBuilder(home, {}, &trials).build(images.blueprint(), {sample::SmallImages::trial()}, hear, {}));
        QVERIFY(built.ok());
        QVERIFY2(said.contains(QStringLiteral("p: ")), qPrintable(said.join(u'|')));
    }
};

QTEST_GUILESS_MAIN(TestWorkFolder)
#include "tst_work_folder.moc"
