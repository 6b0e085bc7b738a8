// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_reader.h"
#include "backend/image/layer_unpacker.h"
#include "tests/backend/image/upper_folder.h"
#include "tests/support/tar_of.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

constexpr qint64 before = 1000000000;
constexpr qint64 constant = 1100000000;

} // namespace

/// Whiteouts are device nodes and opaque folders a trusted attribute: only root can make them.
class TestLayers : public QObject
{
    Q_OBJECT

private:
    /// A folder as an overlay mount leaves it.
    QByteArray makeUpper(const QString& name)
    {
        const QByteArray upper = QFile::encodeName(m_folder->filePath(name));
        for (const char* folder : {"", "/etc", "/etc/new", "/run", "/tmp"})
            ::mkdir(at(upper, folder).constData(), 0755);
        write(upper + "/etc/plain", "plain\n", 0640);
        setTime(upper + "/etc/plain", before);
        write(upper + "/etc/touched", "touched\n", 04755);
        ::link(at(upper, "/etc/plain").constData(), at(upper, "/etc/same").constData());
        ::symlink("../etc/plain", at(upper, "/etc/link").constData());
        write(upper + "/etc/\xff\nodd", "odd");
        write(upper + "/run/pid", "1");
        write(upper + "/tmp/left", "x");
        ::mknod(at(upper, "/etc/removed").constData(), S_IFCHR, 0);
        ::setxattr(at(upper, "/etc/new").constData(), "trusted.overlay.opaque", "y", 1, 0);
        return upper;
    }

    PackedLayer pack(const QByteArray& upper, const QString& file)
    {
        auto packed = packLayer({upper, m_folder->filePath(file), before + 1, constant}, never());
        if (!packed)
            qFatal("%s", qPrintable(packed.error().args.join(u' ') + packed.error().detail));
        return packed.take();
    }

    Result<Done> unpackTar(const QByteArray& tar, const QString& folder)
    {
        const QString file = m_folder->filePath(QStringLiteral("given.tar"));
        write(QFile::encodeName(file), tar);
        return unpackLayer(file, Digest::ofBytes(tar), QFile::encodeName(folder), never());
    }

private Q_SLOTS:
    void init()
    {
        if (::geteuid() != 0)
            QSKIP("needs root");
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void saysWhatIsInIt()
    {
        const PackedLayer packed = pack(makeUpper(QStringLiteral("upper")), QStringLiteral("l.tar"));
        QMap<QByteArray, FileFact> files;
        for (const FileFact& fact : packed.contents.files)
            files.insert(fact.path, fact);
        QCOMPARE(files.keys(), (QList<QByteArray>{"/etc", "/etc/link", "/etc/new", "/etc/plain", "/etc/same",
                                                  "/etc/touched", "/etc/\xff\nodd", "/run", "/tmp"}));
        QCOMPARE(files["/etc/plain"].mode, 0640);
        QCOMPARE(files["/etc/touched"].mode, 04755);
        QCOMPARE(files["/etc/same"].sha256, files["/etc/plain"].sha256);
        QCOMPARE(files["/etc/link"].target, QByteArray("../etc/plain"));
        QCOMPARE(packed.contents.removed, (QList<QByteArray>{"/etc/removed"}));
        QCOMPARE(packed.contents.opaque, (QList<QByteArray>{"/etc/new"}));
    }

    void sameContentsSameDigest()
    {
        const QByteArray first = makeUpper(QStringLiteral("first"));
        const QByteArray second = makeUpper(QStringLiteral("second"));
        setTime(second + "/etc/touched", constant + 5000);
        QCOMPARE(pack(first, QStringLiteral("1.tar")).digest, pack(second, QStringLiteral("2.tar")).digest);
        ::chmod(at(second, "/etc/plain").constData(), 0600);
        QVERIFY(pack(first, QStringLiteral("3.tar")).digest != pack(second, QStringLiteral("4.tar")).digest);
    }

    void unpacksForAnOverlay()
    {
        const PackedLayer packed = pack(makeUpper(QStringLiteral("upper")), QStringLiteral("l.tar"));
        const QByteArray out = QFile::encodeName(m_folder->filePath(QStringLiteral("out")));
        QVERIFY(unpackLayer(m_folder->filePath(QStringLiteral("l.tar")), packed.digest, out, never()).ok());
        struct stat status;
        QCOMPARE(::lstat(at(out, "/etc/removed").constData(), &status), 0);
        QVERIFY(S_ISCHR(status.st_mode) && status.st_rdev == 0);
        char value = 0;
        QCOMPARE(::getxattr(at(out, "/etc/new").constData(), "trusted.overlay.opaque", &value, 1), 1);
        QCOMPARE(::lstat(at(out, "/etc/touched").constData(), &status), 0);
        QCOMPARE(int(status.st_mode & 07777), 04755);
        QCOMPARE(status.st_mtim.tv_sec, constant);
        QCOMPARE(::lstat(at(out, "/etc/plain").constData(), &status), 0);
        QCOMPARE(status.st_mtim.tv_sec, before);
        QCOMPARE(int(status.st_nlink), 2);
        QCOMPARE(pack(out, QStringLiteral("again.tar")).digest, packed.digest);
    }

    void damagedLayerIsNamedAndNotUnpacked()
    {
        const PackedLayer packed = pack(makeUpper(QStringLiteral("upper")), QStringLiteral("l.tar"));
        QFile file(m_folder->filePath(QStringLiteral("l.tar")));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(600) && file.putChar('!'));
        file.close();
        const QString out = m_folder->filePath(QStringLiteral("out"));
        const auto unpacked = unpackLayer(file.fileName(), packed.digest, QFile::encodeName(out), never());
        QVERIFY(unpacked.failed());
        QCOMPARE(unpacked.error().code, ErrorCode::ImageCorrupt);
        QCOMPARE(unpacked.error().args, QStringList{packed.digest.text()});
        QVERIFY(!QFile::exists(out));
    }

    /// Whoever let such a layer pass: nothing takes the place of the folder.
    void whatHasNoNameBelowTheFolderIsRefused()
    {
        const QString folder = m_folder->filePath(QStringLiteral("root"));
        for (const char* name : {"/", "/etc/x"}) {
            const auto unpacked = unpackTar(tarOf({{name, "x"}}), folder);
            QVERIFY2(unpacked.failed(), name);
            QCOMPARE(unpacked.error().code, ErrorCode::FileUnreadable);
            QVERIFY(QDir(folder).isEmpty() && QDir().rmdir(folder));
        }
    }

    void stopsWhenTold()
    {
        const auto packed =
            packLayer({makeUpper(QStringLiteral("upper")), m_folder->filePath(QStringLiteral("l.tar")), 0, 0},
                      std::make_shared<std::atomic_bool>(true));
        QVERIFY(packed.cancelled());
    }

    void answersForOnePath()
    {
        pack(makeUpper(QStringLiteral("upper")), QStringLiteral("l.tar"));
        const QString file = m_folder->filePath(QStringLiteral("l.tar"));
        using Kind = LayerAnswer::Kind;
        QCOMPARE(askLayer(file, "/etc/plain", 100)->bytes, QByteArray("plain\n"));
        QCOMPARE(askLayer(file, "/etc/same", 100)->bytes, QByteArray("plain\n"));
        QCOMPARE(askLayer(file, "/etc/plain", 2)->bytes, QByteArray("pl"));
        QCOMPARE(askLayer(file, "/etc/removed", 100)->kind, Kind::Removed);
        QCOMPARE(askLayer(file, "/etc/removed/below", 100)->kind, Kind::Removed);
        QCOMPARE(askLayer(file, "/etc/new/hidden", 100)->kind, Kind::Removed);
        QCOMPARE(askLayer(file, "/etc/link", 100)->kind, Kind::NotAFile);
        QCOMPARE(askLayer(file, "/etc/elsewhere", 100)->kind, Kind::Silent);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
