// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/artifact_root.h"

#include "backend/image/inventory_json.h"
#include "backend/image/packer/root_facts.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace snowmelt;

namespace {

struct Given
{
    QByteArray name;
    mode_t mode = S_IFREG | 0644;
    QByteArray content{};  ///< of a link its target
    QByteArray first{};    ///< of a hard link
    bool isOpaque = false; ///< as an overlay mount would have it
};

void addTo(archive* out, const Given& given)
{
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, given.name.constData());
    archive_entry_set_mode(entry, given.mode);
    archive_entry_set_mtime(entry, 1'000'000'000, 0);
    archive_entry_set_uid(entry, 1234);
    if (S_ISLNK(given.mode))
        archive_entry_set_symlink(entry, given.content.constData());
    if (!given.first.isEmpty())
        archive_entry_set_hardlink(entry, given.first.constData());
    if (S_ISCHR(given.mode) || S_ISBLK(given.mode))
        archive_entry_set_rdev(entry, makedev(1, 3));
    if (given.isOpaque)
        archive_entry_xattr_add_entry(entry, "trusted.overlay.opaque", "y", 1);
    const bool hasData = S_ISREG(given.mode) && given.first.isEmpty();
    archive_entry_set_size(entry, hasData ? given.content.size() : 0);
    archive_write_header(out, entry);
    if (hasData)
        archive_write_data(out, given.content.constData(), static_cast<size_t>(given.content.size()));
    archive_entry_free(entry);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
}

StopFlag goOn()
{
    return std::make_shared<std::atomic_bool>(false);
}

} // namespace

/// What Packer leaves is of unknown origin.
class TestArtifactRoot : public QObject
{
    Q_OBJECT

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString upper(const QString& name = {}) const { return path(QStringLiteral("upper/") + name); }

    QString tar(const QList<Given>& members, int filter = ARCHIVE_FILTER_NONE)
    {
        const QString file = path(QStringLiteral("root.tar"));
        archive* out = archive_write_new();
        archive_write_set_format_pax(out);
        archive_write_add_filter(out, filter);
        archive_write_open_filename(out, QFile::encodeName(file).constData());
        for (const Given& each : members)
            addTo(out, each);
        archive_write_close(out);
        archive_write_free(out);
        return file;
    }

    Result<Done> take(const QString& artifact)
    {
        return takeRoot(artifact, QFile::encodeName(path(QStringLiteral("upper"))), goOn());
    }

    void put(const QString& name, const QByteArray& content)
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("owners and devices need root");
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void tarBecomesARoot_data()
    {
        QTest::addColumn<int>("filter");
        QTest::newRow("plain") << ARCHIVE_FILTER_NONE;
        QTest::newRow("gzip") << ARCHIVE_FILTER_GZIP;
        QTest::newRow("xz") << ARCHIVE_FILTER_XZ;
        QTest::newRow("zstd") << ARCHIVE_FILTER_ZSTD;
        QTest::newRow("bzip2") << ARCHIVE_FILTER_BZIP2;
    }

    void tarBecomesARoot()
    {
        QFETCH(const int, filter);
        const auto taken = take(tar({{"./", S_IFDIR | 0755},
                                     {"./etc/", S_IFDIR | 0750},
                                     {"./etc/motd", S_IFREG | 04755, "hello"},
                                     {"./bin", S_IFLNK | 0777, "/usr/bin"},
                                     {"./etc/same", S_IFREG | 04755, {}, "./etc/motd"},
                                     {"usr/bin/deep/x", S_IFREG | 0644, "x"},
                                     {"./dev/null", S_IFCHR | 0666},
                                     {"./proc/1/x", S_IFREG | 0644, "no"},
                                     {"./pipe", S_IFIFO | 0600}},
                                    filter));
        QVERIFY2(taken.ok(), taken.failed() ? qPrintable(taken.error().detail) : "");
        QCOMPARE(contentOf(upper(QStringLiteral("etc/motd"))), QByteArray("hello"));
        QCOMPARE(contentOf(upper(QStringLiteral("usr/bin/deep/x"))), QByteArray("x"));
        QVERIFY(!QFileInfo::exists(upper(QStringLiteral("dev/null"))));
        QVERIFY(!QFileInfo::exists(upper(QStringLiteral("proc/1"))));
        struct stat motd;
        QCOMPARE(::stat(QFile::encodeName(upper(QStringLiteral("etc/motd"))).constData(), &motd), 0);
        QCOMPARE(motd.st_mode, mode_t(S_IFREG | 04755));
        QCOMPARE(motd.st_uid, 1234U);
        QCOMPARE(motd.st_nlink, 2U);
        QCOMPARE(motd.st_mtim.tv_sec, 1'000'000'000);
        QCOMPARE(QFile::symLinkTarget(upper(QStringLiteral("bin"))), QStringLiteral("/usr/bin"));
    }

    void hostileTarIsRefused_data()
    {
        QTest::addColumn<QList<Given>>("members");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QList<Given>& members, const char* said) {
            QTest::newRow(name) << members << QString::fromLatin1(said);
        };
        row("absolute", {{"/etc/passwd"}}, "/etc/passwd: ");
        row("up", {{"etc/../../passwd"}}, "etc/../../passwd: ");
        row("up at once", {{"../passwd"}}, "../passwd: ");
        row("up behind a dot", {{"./../passwd"}}, "../passwd: ");
        row("nothing between slashes", {{"etc//passwd"}}, "etc//passwd: ");
        row("twice", {{"etc/x"}, {"./etc/x"}}, "etc/x: twice");
        row("below a link", {{"out", S_IFLNK | 0777, "/tmp"}, {"out/x"}}, "out/x: ");
        row("below a link that comes later", {{"out/x"}, {"out", S_IFLNK | 0777, "/tmp"}}, "out/x: ");
        row("below a file", {{"out"}, {"out/x"}}, "out/x: ");
        row("hard link out", {{"x", S_IFREG | 0644, {}, "/etc/shadow"}}, "x: link to /etc/shadow");
        row("hard link to a link", {{"l", S_IFLNK | 0777, "/etc/shadow"}, {"x", S_IFREG | 0644, {}, "l"}},
            "x: link to l");
        row("hard link to what is left out", {{"dev/x"}, {"x", S_IFREG | 0644, {}, "dev/x"}}, "x: link to dev/x");
        row("device", {{"etc/null", S_IFCHR | 0666}}, "etc/null: device");
        row("disk", {{"sda", S_IFBLK | 0666}}, "sda: device");
        row("whiteout", {{"etc/.wh.passwd"}}, "etc/.wh.passwd: whiteout");
        row("below a whiteout", {{"srv/.wh.x/file"}}, "srv/.wh.x/file: whiteout");
        row("opaque", {{"etc/.wh..wh..opq"}}, "etc/.wh..wh..opq: whiteout");
        row("empty", {}, "empty");
        row("nothing of a root", {{"./", S_IFDIR | 0755}, {"dev/null", S_IFCHR | 0666}}, "empty");
    }

    void hostileTarIsRefused()
    {
        QFETCH(const QList<Given>, members);
        QFETCH(const QString, said);
        const auto taken = take(tar(members));
        QVERIFY(taken.failed());
        QCOMPARE(taken.error().code, ErrorCode::ArtifactInvalid);
        QVERIFY2(taken.error().detail.startsWith(said), qPrintable(taken.error().detail));
        QVERIFY(!QFileInfo::exists(upper()));
    }

    void noTarIsRefused()
    {
        put(QStringLiteral("root.tar"), "no tar at all, for sure");
        QCOMPARE(take(path(QStringLiteral("root.tar"))).error().code, ErrorCode::ArtifactInvalid);
        put(QStringLiteral("root.tar"), {});
        QCOMPARE(take(path(QStringLiteral("root.tar"))).error().code, ErrorCode::ArtifactInvalid);
    }

    void tornTarIsRefused()
    {
        const QString file = tar({{"etc/big", S_IFREG | 0644, QByteArray(100'000, 'x')}, {"etc/next"}});
        QVERIFY(QFile::resize(file, 50'000));
        const auto taken = take(file);
        QVERIFY(taken.failed());
        QCOMPARE(taken.error().code, ErrorCode::ArtifactInvalid);
        QVERIFY(!taken.error().detail.isEmpty());
        QVERIFY(!QFileInfo::exists(upper()));
    }

    // An overlay mount would hide what lies below.
    void attributesOfMountsAreNotTaken()
    {
        QVERIFY(take(tar({{"etc/", S_IFDIR | 0755, {}, {}, true}, {"etc/x"}})).ok());
        char value = 0;
        QVERIFY(::lgetxattr(QFile::encodeName(upper(QStringLiteral("etc"))).constData(), "trusted.overlay.opaque",
                            &value, 1) < 0);
    }

    void folderBecomesARoot()
    {
        put(QStringLiteral("out/etc/motd"), "hello");
        put(QStringLiteral("out/dev/x"), "no");
        QVERIFY(take(path(QStringLiteral("out"))).ok());
        QCOMPARE(contentOf(upper(QStringLiteral("etc/motd"))), QByteArray("hello"));
        QVERIFY(!QFileInfo::exists(path(QStringLiteral("out"))));
    }

    void hostileFolderIsRefused()
    {
        const auto refused = [this](const char* said) {
            const auto taken = take(path(QStringLiteral("out")));
            QVERIFY(taken.failed());
            QCOMPARE(taken.error().code, ErrorCode::ArtifactInvalid);
            QVERIFY2(taken.error().detail.startsWith(QLatin1String(said)), qPrintable(taken.error().detail));
            QVERIFY(QDir(path(QStringLiteral("out"))).removeRecursively());
        };
        QDir().mkpath(path(QStringLiteral("out/etc")));
        QCOMPARE(::mknod(QFile::encodeName(path(QStringLiteral("out/etc/gone"))).constData(), S_IFCHR, 0), 0);
        refused("etc/gone: device");
        put(QStringLiteral("out/etc/.wh.x"), {});
        refused("etc/.wh.x: whiteout");
        QDir().mkpath(path(QStringLiteral("out")));
        refused("empty");
        put(QStringLiteral("out/etc/x"), {});
        QCOMPARE(::setxattr(QFile::encodeName(path(QStringLiteral("out/etc"))).constData(), "trusted.overlay.opaque",
                            "y", 1, 0),
                 0);
        refused("etc: trusted.overlay.opaque");
    }

    void secretInARootIsFound()
    {
        const SecretScrub scrub({Secret("a-long-enough-secret")});
        put(QStringLiteral("upper/a"), "nothing");
        put(QStringLiteral("upper/tmp/b"), "a-long-enough-secret"); // is in no image
        const QByteArray root = QFile::encodeName(path(QStringLiteral("upper")));
        QCOMPARE(*pathWithSecret(root, scrub, goOn()), QByteArray());
        put(QStringLiteral("upper/etc/b"), QByteArray((1 << 20) - 5, 'x') + "a-long-enough-secret");
        QCOMPARE(*pathWithSecret(root, scrub, goOn()), QByteArray("/etc/b"));
        QCOMPARE(*pathWithSecret(root, SecretScrub({}), goOn()), QByteArray());
    }

    /// Linux gives an error to who reads this one before it is set.
    void whatCannotBeReadIsNotWithoutASecret()
    {
        const QByteArray root = "/proc/sys/net/ipv6/conf/lo";
        const QByteArray unreadable = root + "/stable_secret";
        QFile file(QFile::decodeName(unreadable));
        if (!file.open(QIODevice::ReadOnly) || !file.readAll().isEmpty())
            QSKIP("no IPv6 here, or its secret is set");
        const auto looked = pathWithSecret(root, SecretScrub({Secret("a-long-enough-secret")}), goOn());
        QVERIFY(looked.failed());
        QCOMPARE(looked.error().code, ErrorCode::FileUnreadable);
        QCOMPARE(looked.error().args, QStringList{QFile::decodeName(unreadable)});
    }

    /// Latin-1, as old archives have them.
    void secretBehindANameThatIsNoTextIsFound()
    {
        const SecretScrub scrub({Secret("a-long-enough-secret")});
        put(QStringLiteral("upper/a"), "nothing");
        const QByteArray root = QFile::encodeName(path(QStringLiteral("upper")));
        const auto write = [&root](const char* text) {
            std::FILE* file = std::fopen(QByteArray(root + "/caf\xe9").constData(), "w");
            QVERIFY(file);
            std::fputs(text, file);
            std::fclose(file);
        };
        write("nothing");
        const auto looked = pathWithSecret(root, scrub, goOn());
        QVERIFY2(looked.ok(), looked.failed() ? qPrintable(looked.error().detail) : "");
        QCOMPARE(*looked, QByteArray());
        write("a-long-enough-secret");
        QCOMPARE(*pathWithSecret(root, scrub, goOn()), QByteArray("/caf\xe9"));
    }

    void secretBesidesContentsIsFound_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QByteArray>("found");
        QTest::newRow("target") << QStringLiteral("target") << QByteArray("/etc/link");
        QTest::newRow("file name") << QStringLiteral("name") << QByteArray("/etc/x-a-long-enough-secret");
        QTest::newRow("folder name") << QStringLiteral("folder") << QByteArray("/a-long-enough-secret");
        QTest::newRow("attribute") << QStringLiteral("value") << QByteArray("/etc/plain");
        QTest::newRow("attribute's name") << QStringLiteral("attribute") << QByteArray("/etc/plain");
        QTest::newRow("folder's attribute") << QStringLiteral("folder's") << QByteArray("/etc");
    }

    void secretBesidesContentsIsFound()
    {
        QFETCH(const QString, where);
        QFETCH(const QByteArray, found);
        put(QStringLiteral("upper/etc/plain"), "nothing");
        const QByteArray plain = QFile::encodeName(upper(QStringLiteral("etc/plain")));
        const QByteArray etc = QFile::encodeName(upper(QStringLiteral("etc")));
        if (where == u"target")
            QVERIFY(QFile::link(QStringLiteral("/nowhere/a-long-enough-secret"), upper(QStringLiteral("etc/link"))));
        else if (where == u"name")
            put(QStringLiteral("upper/etc/x-a-long-enough-secret"), {});
        else if (where == u"folder")
            QDir().mkpath(upper(QStringLiteral("a-long-enough-secret")));
        else if (where == u"value")
            QCOMPARE(::setxattr(plain.constData(), "trusted.note", "=a-long-enough-secret", 21, 0), 0);
        else if (where == u"attribute")
            QCOMPARE(::setxattr(plain.constData(), "trusted.a-long-enough-secret", "", 0, 0), 0);
        else
            QCOMPARE(::setxattr(etc.constData(), "trusted.note", "a-long-enough-secret", 20, 0), 0);
        const SecretScrub scrub({Secret("a-long-enough-secret")});
        const auto looked = pathWithSecret(QFile::encodeName(path(QStringLiteral("upper"))), scrub, goOn());
        QVERIFY2(looked.ok(), looked.failed() ? qPrintable(looked.error().detail) : "");
        QCOMPARE(*looked, found);
    }

    void isStopped()
    {
        const auto stop = std::make_shared<std::atomic_bool>(true);
        QVERIFY(takeRoot(tar({{"x"}}), QFile::encodeName(upper()), stop).cancelled());
    }

    // As dpkg-query -W -f '${binary:Package}' names them.
    void packagesAreThoseOfDpkg()
    {
        const QByteArray status =
            "Package: libc6\nStatus: install ok installed\nArchitecture: amd64\nMulti-Arch: same\n"
            "Version: 2.36-9\nDescription: C\n Package: not this one\n .\n\n"
            "Package: dpkg\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.21\n\n"
            "Package: gone\nStatus: deinstall ok config-files\nArchitecture: amd64\nVersion: 1\n\n"
            "Package: half\nStatus: install ok unpacked\nArchitecture: amd64\nVersion: 1\n\n"
            "Package: base-files\nStatus: install ok installed\nArchitecture: all\n"
            "Multi-Arch: foreign\nVersion: 12\n\n"
            "Package: tool\nStatus: install ok installed\nArchitecture: i386\nVersion: 3\n";
        const QList<PackageFact> expected{
            {QStringLiteral("base-files"), QStringLiteral("12"), QStringLiteral("all")},
            {QStringLiteral("dpkg"), QStringLiteral("1.21"), QStringLiteral("amd64")},
            {QStringLiteral("libc6:amd64"), QStringLiteral("2.36-9"), QStringLiteral("amd64")},
            {QStringLiteral("tool:i386"), QStringLiteral("3"), QStringLiteral("i386")}};
        QCOMPARE(installedPackages(status), expected);
        QCOMPARE(installedPackages({}), QList<PackageFact>{});
        QCOMPARE(installedPackages("\n\n\n:\nx"), QList<PackageFact>{});
    }

    /// This machine's own, which dpkg-query knows how to name.
    void packagesAgreeWithDpkgQuery()
    {
        QProcess query;
        query.start(QStringLiteral("dpkg-query"),
                    {QStringLiteral("-W"), QStringLiteral("-f"),
                     QStringLiteral("${db:Status-Abbrev}\\t${binary:Package}\\t${Version}\\t${Architecture}\\n")});
        if (!query.waitForStarted())
            QSKIP("no dpkg-query");
        QVERIFY(query.waitForFinished(60'000));
        QCOMPARE(installedPackages(contentOf(QStringLiteral("/var/lib/dpkg/status"))),
                 parsePackages(query.readAllStandardOutput()));
    }

    void factsFollowNoLink()
    {
        put(QStringLiteral("upper/etc/group"), "root:x:0:\n");
        QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), upper(QStringLiteral("etc/passwd"))));
        LayerContents contents;
        FileFact link;
        link.path = "/etc/passwd";
        link.type = FileType::Link;
        FileFact group;
        group.path = "/etc/group";
        group.type = FileType::File;
        contents.files = {link, group};
        const auto facts = factsOfRoot(QFile::encodeName(path(QStringLiteral("upper"))), contents);
        QVERIFY(facts.ok());
        QVERIFY(facts->users.isEmpty());
        QCOMPARE(facts->groups.size(), 1);
        QVERIFY(!facts->hasDpkg);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestArtifactRoot)
#include "tst_artifact_root.moc"
