// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/deb_fetch.h"
#include "backend/image/image_builder.h"
#include "models/domain/code_names.h"
#include "tests/backend/image/tiny_mirror.h"

#include <QCoro/QCoroTask>
#include <QTest>
#include <QTimer>

using namespace snowmelt;
using snowmelt::test::TinyMirror;

namespace {

ImageRef ref(const char* text)
{
    return *ImageRef::parse(QString::fromLatin1(text));
}

} // namespace

/// A mirror of the test's own that is small, slow, lying or gone. Nothing is installed: that needs no root.
class TestMirror : public QObject
{
    Q_OBJECT

private:
    QString home() const { return m_folder->filePath(QStringLiteral("home")); }
    QString recipeFile(const char* name) const { return m_folder->filePath(QLatin1String(name)); }

    void put(const char* name, const QByteArray& content)
    {
        QFile file(recipeFile(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    Blueprint blueprint() const
    {
        Blueprint result;
        result.path = m_folder->filePath(QStringLiteral("tiny.yaml"));
        result.images = {{ref("os@1"), QStringLiteral("os.yaml")},
                         {ref("web@1"), QStringLiteral("web.yaml")},
                         {ref("shop@1"), QStringLiteral("shop.yaml")}};
        return result;
    }

    Result<bool> update(const char* image, const CallContext& context = {})
    {
        m_moved.clear();
        return QCoro::waitFor(ImageBuilder(home()).updateLocks(
            blueprint(), ref(image), false,
            [this](const EventBody& body) {
                if (const auto* moved = std::get_if<LockMoved>(&body))
                    m_moved.append(*moved);
            },
            context));
    }

    QStringList changes(qsizetype tier) const
    {
        QStringList all;
        for (const ImageDifference& change : m_moved.value(tier).changes)
            all.append(codeName(change.change) + u' ' + QString::fromUtf8(change.key) + u' ' + change.was + u' ' +
                       change.is);
        return all;
    }

    Result<Done> fetch(const QList<LockedDeb>& debs, const CallContext& context = {})
    {
        const QString work = home() + QStringLiteral("/build/test");
        QDir().mkpath(work);
        return QCoro::waitFor(fetchDebs({home(), work, debs, [](const EventBody&) {}}, context));
    }

    void verifyNothingIsLeft() const
    {
        QCOMPARE(
            QDir(home() + QStringLiteral("/build")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList{});
    }

    QString cached(const LockedDeb& deb) const { return DebCache(home()).pathOf(deb); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_mirror = std::make_unique<TinyMirror>();
        m_mirror->add("apt", "2.6");
        m_mirror->add("tiny-base", "1:1.0-1", "Essential: yes\nPriority: required\n");
        m_tool = m_mirror->add("tiny-tool", "1.0", "Depends: tiny-base\n");
        m_mirror->add("tiny-web", "3.0~rc1", "Depends: tiny-tool, tiny-base\n");
        qputenv("SNOWMELT_DEBIAN_MIRROR", m_mirror->sourceLine().toUtf8());
        put("settings.conf", "Dir::Etc::parts \"/dev/null\"; Dir::Etc::main \"/dev/null\";");
        qputenv("APT_CONFIG", recipeFile("settings.conf").toUtf8()); // whatever this machine is set to accept
        put("os.yaml", "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\npackages: [tiny-tool]\n");
        put("web.yaml", "snowmelt-recipe: 1\ntier: foundation\nparent: os@1\npackages: [tiny-web, tiny-tool]\n");
        put("shop.yaml", "snowmelt-recipe: 1\ntier: immutable\nparent: web@1\n");
    }

    void cleanup()
    {
        qunsetenv("SNOWMELT_DEBIAN_MIRROR");
        qunsetenv("APT_CONFIG");
    }

    /// It is in no argument, and the lock has the address without it.
    void aPasswordInTheAddressIsAskedWith()
    {
        m_mirror->web.setLogin("amy:p@ss");
        QVERIFY(fetch({m_tool}).failed());
        const QString named =
            m_mirror->sourceLine().replace(QStringLiteral("http://"), QStringLiteral("http://amy:p%40ss@"));
        QCOMPARE(loginLine(named), "machine " + m_mirror->web.address({}).toUtf8() + " login amy password p@ss\n");
        QCOMPARE(loginLine(m_mirror->sourceLine()), QByteArray());
        qputenv("SNOWMELT_DEBIAN_MIRROR", named.toUtf8());
        const auto fetched = fetch({m_tool});
        QVERIFY2(fetched.ok(), fetched.failed() ? qPrintable(fetched.error().detail) : "");
        QVERIFY(QFile::exists(cached(m_tool)));
        const QFile kept(home() + QStringLiteral("/build/test/auth.conf"));
        QVERIFY(kept.exists());
        QVERIFY(!(kept.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void saysWhatEachTierWouldInstall()
    {
        const auto moved = update("shop@1");
        QVERIFY2(moved.ok(), moved.failed() ? qPrintable(moved.error().detail) : "cancelled");
        QVERIFY(*moved);
        QCOMPARE(m_moved.size(), 2); // the shop installs nothing
        QCOMPARE(m_moved[0].image, ref("os@1"));
        QCOMPARE(changes(0),
                 (QStringList{QStringLiteral("added apt:all  2.6"), QStringLiteral("added tiny-base:all  1:1.0-1"),
                              QStringLiteral("added tiny-tool:all  1.0")}));
        QCOMPARE(changes(1), (QStringList{QStringLiteral("added tiny-web:all  3.0~rc1")}));
        QVERIFY(!m_moved[0].written);
        QVERIFY(!QFile::exists(recipeFile("os.lock")));
        verifyNothingIsLeft();
    }

    void saysWhatMoved()
    {
        Lock lock;
        lock.packages = {QStringLiteral("tiny-tool")};
        lock.debs = {m_tool, m_mirror->add("apt", "2.6"), m_mirror->add("tiny-base", "1:1.0-1", "Essential: yes\n")};
        put("os.lock", renderLock(lock));
        const auto same = update("os@1");
        QVERIFY(same.ok() && !*same);
        QCOMPARE(m_moved.size(), 1);
        QCOMPARE(changes(0), QStringList{});
        m_mirror->add("tiny-tool", "1.1", "Depends: tiny-base\n");
        m_mirror->add("apt", "2.5");
        const auto moved = update("os@1");
        QVERIFY(moved.ok() && *moved);
        QCOMPARE(changes(0),
                 (QStringList{QStringLiteral("older apt:all 2.6 2.5"), QStringLiteral("newer tiny-tool:all 1.0 1.1")}));
        put("os.lock", "<<<<<<< HEAD\n");
        const auto damaged = update("os@1");
        QVERIFY(damaged.ok() && *damaged);
        QCOMPARE(changes(0).size(), 3);
    }

    void aRecipesOwnSourcesAreAskedToo()
    {
        const QString maker =
            qEnvironmentVariable("SNOWMELT_SOURCE") + QStringLiteral("/tests/backend/image/make_repository");
        QCOMPARE(QProcess::execute(maker, {recipeFile("own")}), 0);
        for (const char* name : {"InRelease", "Packages", "greeting.deb"}) {
            QFile file(recipeFile("own/repository/") + QLatin1String(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_mirror->web.put(QByteArray("/own/") + name, file.readAll());
        }
        put("web.yaml", "snowmelt-recipe: 1\ntier: foundation\nparent: os@1\nsources: [{uri: \"" +
                            m_mirror->web.address(QStringLiteral("/own")).toLatin1() +
                            "\", suite: ./, key: own/key.asc}]\n");
        put("shop.yaml", "snowmelt-recipe: 1\ntier: immutable\nparent: web@1\npackages: [snowmelt-greeting=1.5]\n");
        const auto moved = update("shop@1");
        QVERIFY2(moved.ok(), moved.failed() ? qPrintable(moved.error().detail) : "cancelled");
        QCOMPARE(m_moved.size(), 2); // the tier between has sources and installs nothing
        QCOMPARE(changes(1), QStringList{QStringLiteral("added snowmelt-greeting:all  1.5")});
    }

    void aMisspeltPackageHasItsNeighbours()
    {
        put("web.yaml", "snowmelt-recipe: 1\ntier: foundation\nparent: os@1\npackages: [tiny-tols]\n");
        const auto moved = update("web@1");
        QVERIFY(moved.failed());
        QCOMPARE(moved.error().code, ErrorCode::PackageNotFound);
        QCOMPARE(moved.error().args.value(0), QStringLiteral("tiny-tols"));
        QCOMPARE(moved.error().args.value(2), QStringLiteral("tiny-tool"));
        QVERIFY(m_moved.isEmpty());
        verifyNothingIsLeft();
    }

    void aMirrorThatIsOutOfDate()
    {
        m_mirror->setValidUntil(QDateTime::currentDateTimeUtc().addDays(2));
        QVERIFY(update("os@1").ok());
        m_mirror->setValidUntil(QDateTime::currentDateTimeUtc().addDays(-2));
        const auto moved = update("os@1");
        QVERIFY(moved.failed());
        QCOMPARE(moved.error().code, ErrorCode::MirrorStale);
        QVERIFY(moved.error().args.value(0).startsWith(m_mirror->web.address(QStringLiteral("/debian"))));
    }

    void aMirrorThatIsNotThere()
    {
        qputenv("SNOWMELT_DEBIAN_MIRROR", "deb [trusted=yes] http://127.0.0.1:9/debian bookworm main");
        const auto moved = update("os@1");
        QVERIFY(moved.failed());
        QCOMPARE(moved.error().code, ErrorCode::MirrorUnreachable);
        QVERIFY(!moved.error().detail.isEmpty());
    }

    void aMirrorThatNeverAnswers()
    {
        m_mirror->web.hold("/debian/dists/bookworm/InRelease");
        CancelSource source;
        CallContext context;
        context.cancel = source.token();
        QTimer poll;
        connect(&poll, &QTimer::timeout, this, [&] {
            if (!m_mirror->web.asked().isEmpty())
                source.cancel();
        });
        poll.start(10);
        QVERIFY(update("os@1", context).cancelled());
        verifyNothingIsLeft();
    }

    void aLockedPackageIsFetchedOnce()
    {
        QVERIFY(fetch({m_tool}).ok());
        QVERIFY(QFile::exists(cached(m_tool)));
        const qsizetype asked = m_mirror->web.asked().size();
        QVERIFY(asked > 0);
        QVERIFY(fetch({m_tool}).ok());
        QCOMPARE(m_mirror->web.asked().size(), asked);
    }

    void aDamagedOneIsFetchedAgain_data()
    {
        QTest::addColumn<bool>("sameSize");
        QTest::newRow("shorter") << false;
        QTest::newRow("of the same size") << true;
    }

    void aDamagedOneIsFetchedAgain()
    {
        QFETCH(bool, sameSize);
        QVERIFY(fetch({m_tool}).ok());
        const QByteArray damage(static_cast<qsizetype>(sameSize ? m_tool.size : 1), 'x');
        QFile file(cached(m_tool));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(damage) == damage.size());
        file.close();
        QVERIFY(fetch({m_tool}).ok());
        QVERIFY(DebCache(home()).missing({m_tool}, std::make_shared<std::atomic_bool>(false))->isEmpty());
    }

    void otherBytesUnderTheSameName_data()
    {
        QTest::addColumn<bool>("sameSize");
        QTest::newRow("of the same size") << true;
        QTest::newRow("of another size") << false;
    }

    void otherBytesUnderTheSameName()
    {
        QFETCH(bool, sameSize);
        const QByteArray path = QUrl(m_tool.uri).path().toLatin1();
        m_mirror->web.put(path, QByteArray(static_cast<qsizetype>(sameSize ? m_tool.size : 3 * m_tool.size), 'x'));
        const auto fetched = fetch({m_tool});
        QVERIFY(fetched.failed());
        QCOMPARE(fetched.error().code, ErrorCode::DebChanged);
        QCOMPARE(fetched.error().args, (QStringList{m_tool.name, m_tool.uri}));
        QVERIFY(!QFile::exists(cached(m_tool)));
    }

    void aVersionTheMirrorNoLongerHas()
    {
        LockedDeb gone = m_tool;
        gone.name = QStringLiteral("tiny-gone");
        gone.version = QStringLiteral("0.9");
        gone.uri.replace(QStringLiteral("tiny-tool"), QStringLiteral("tiny-gone"));
        gone.sha256 = Digest::ofBytes("gone");
        const auto fetched = fetch({m_tool, gone});
        QVERIFY(fetched.failed());
        QCOMPARE(fetched.error().code, ErrorCode::PackageNotFound);
        QCOMPARE(fetched.error().args, (QStringList{gone.name, gone.version}));
        QVERIFY(QFile::exists(cached(m_tool))); // what came is kept
    }

    void anotherMirrorHasItToo()
    {
        LockedDeb elsewhere = m_tool;
        elsewhere.uri.replace(QStringLiteral("http://127.0.0.1:%1/").arg(m_mirror->web.port()),
                              QStringLiteral("http://127.0.0.1:9/"));
        QVERIFY(fetch({elsewhere}).ok());
        QCOMPARE(addressesOf(elsewhere, m_mirror->sourceLine()), (QStringList{m_tool.uri, elsewhere.uri}));
        QCOMPARE(addressesOf(m_tool, m_mirror->sourceLine()), QStringList{m_tool.uri});
        QCOMPARE(addressesOf(m_tool, {}), QStringList{m_tool.uri});
    }

    void aSlowDownloadIsCancelled()
    {
        const QByteArray path = QUrl(m_tool.uri).path().toLatin1();
        m_mirror->web.hold(path);
        CancelSource source;
        CallContext context;
        context.cancel = source.token();
        QTimer poll;
        connect(&poll, &QTimer::timeout, this, [&] {
            if (m_mirror->web.asked().contains(path))
                source.cancel();
        });
        poll.start(10);
        QVERIFY(fetch({m_tool}, context).cancelled());
        QVERIFY(!QFile::exists(cached(m_tool)));
    }

    void theLockedPackagesAreARepositoryOfTheirOwn()
    {
        Lock lock;
        lock.packages = {QStringLiteral("tiny-tool")};
        lock.debs = {m_tool, m_mirror->add("apt", "2.6"),
                     m_mirror->add("tiny-base", "1:1.0-1", "Essential: yes\nPriority: required\n")};
        QVERIFY(fetch(lock.debs).ok());
        const QString folder = m_folder->filePath(QStringLiteral("a folder/debs"));
        const StopFlag stop = std::make_shared<std::atomic_bool>(false);
        const DebCache cache(home());
        QVERIFY(makeDebRepository(folder, QStringLiteral("bookworm"), lock, cache, stop).ok());
        QFile list(folder + QStringLiteral("/copied.list"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        qputenv("SNOWMELT_DEBIAN_MIRROR", list.readAll().trimmed());
        m_mirror.reset(); // the only source left is that folder
        put("os.lock", renderLock(lock));
        const auto moved = update("os@1");
        QVERIFY2(moved.ok(), moved.failed() ? qPrintable(moved.error().detail) : "cancelled");
        QVERIFY2(!*moved, qPrintable(changes(0).join(u'\n'))); // apt sees there what the mirror had
        QFile damaged(cached(m_tool));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("x") == 1);
        damaged.close();
        const auto refused = makeDebRepository(folder + u'2', QStringLiteral("bookworm"), lock, cache, stop);
        QCOMPARE(refused.error().code, ErrorCode::DebChanged);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TinyMirror> m_mirror;
    LockedDeb m_tool;
    QList<LockMoved> m_moved;
};

QTEST_GUILESS_MAIN(TestMirror)
#include "tst_mirror.moc"
