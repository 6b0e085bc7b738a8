// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_travel.h"
#include "backend/image/root_folder.h"
#include "backend/image/sha256.h"
#include "tests/backend/image/upper_folder.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

constexpr qint64 constant = 1100000000;
constexpr qint64 farAway = 4000000000;

// What setcap writes for cap_net_raw=ep.
const QByteArray capability = QByteArray::fromHex("0100000200200000000000000000000000000000");

} // namespace

/// Whiteouts are device nodes and opaque folders a trusted attribute: only root can make them.
class TestLayerTravel : public QObject
{
    Q_OBJECT

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }

    /// All that an overlay mount can leave, and names that sort otherwise as trees than as texts.
    QByteArray makeUpper()
    {
        const QByteArray upper = QFile::encodeName(path("upper"));
        for (const char* folder : {"", "/a", "/a-b", "/a/sub", "/etc", "/etc/new", "/etc/new/deep", "/run", "/var"})
            ::mkdir(at(upper, folder).constData(), 0755);
        ::mkdir(at(upper, "/var/tight").constData(), 02750);
        write(upper + "/etc/plain", "plain\n", 0640);
        write(upper + "/etc/setuid", "setuid\n", 04755);
        write(upper + "/etc/empty", "");
        write(upper + "/etc/large", QByteArray(700'001, 'x'));
        write(upper + "/etc/new/deep/file", "deep\n");
        ::link(at(upper, "/etc/plain").constData(), at(upper, "/a/zlast").constData());
        ::link(at(upper, "/etc/plain").constData(), at(upper, "/var/same").constData());
        ::link(at(upper, "/etc/plain").constData(), at(upper, "/run/first").constData());
        ::symlink("../etc/plain", at(upper, "/etc/link").constData());
        ::symlink(QByteArray(300, 'l').constData(), at(upper, "/etc/longlink").constData());
        write(upper + "/etc/F\xc5\x91tan\xc3\xbas\xc3\xadtv\xc3\xa1ny.crt", "letters");
        write(upper + "/etc/\xff\nodd", "odd");
        write(upper + "/etc/" + QByteArray(180, 'n'), "long");
        write(upper + "/run/pid", "1");
        write(upper + "/etc/ping", "ping", 0755);
        ::setxattr(at(upper, "/etc/ping").constData(), "security.capability", capability.constData(),
                   static_cast<size_t>(capability.size()), 0);
        ::mkfifo(at(upper, "/var/pipe").constData(), 0600);
        ::mknod(at(upper, "/var/null").constData(), S_IFCHR | 0666, makedev(1, 3));
        ::mknod(at(upper, "/etc/removed").constData(), S_IFCHR, 0);
        ::setxattr(at(upper, "/etc/new").constData(), "trusted.overlay.opaque", "y", 1, 0);
        if (::lchown(at(upper, "/etc/plain").constData(), 1234, 3'000'000) != 0)
            qFatal("lchown");
        for (const char* name : {"/etc/plain", "/etc/new/deep/file", "/etc/link", "/a/sub", "/etc/new", "/etc", "/a"})
            setTime(upper + name, 1000000000 + qstrlen(name));
        return upper;
    }

    PackedLayer pack(const QByteArray& upper, const char* file)
    {
        auto packed = packLayer({upper, path(file), farAway, constant}, never());
        if (!packed)
            qFatal("%s", qPrintable(packed.error().args.join(u' ') + packed.error().detail));
        return packed.take();
    }

    Result<PackedLayer> packArchive(const char* archive, const char* file)
    {
        return packTravelled({"trusted.overlay.opaque", path(archive), path(file), constant}, never());
    }

    bool tar(const QStringList& arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("tar"), arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }

    bool archive(const QByteArray& upper, const char* file, const QStringList& more = {})
    {
        return tar(QStringList{QStringLiteral("--create"), QStringLiteral("--file"), path(file),
                               QStringLiteral("--directory"), QFile::decodeName(upper), QStringLiteral("--xattrs"),
                               QStringLiteral("--xattrs-include=*"), QStringLiteral("--numeric-owner"),
                               QStringLiteral("--exclude=./run/*"), QStringLiteral("--sort=name")} +
                   more + QStringList{QStringLiteral(".")});
    }

private Q_SLOTS:
    void init()
    {
        if (::geteuid() != 0)
            QSKIP("needs root");
        m_folder = std::make_unique<QTemporaryDir>();
    }

    // A name that is not UTF-8 is beyond QTemporaryDir.
    void cleanup()
    {
        if (m_folder)
            QVERIFY(removeTree(m_folder->path()).ok());
    }

    void comesBackAsTheSameBytes()
    {
        const QByteArray upper = makeUpper();
        const PackedLayer here = pack(upper, "here.tar");
        QVERIFY(here.contents.files.size() > 20);
        QVERIFY(archive(upper, "upper.tar"));
        const auto there = packArchive("upper.tar", "there.tar");
        QVERIFY2(there.ok(), there.failed() ? qPrintable(there.error().detail) : "cancelled");
        QCOMPARE(there->contents.files, here.contents.files);
        QCOMPARE(there->contents, here.contents);
        QCOMPARE(there->digest, here.digest);
        QCOMPARE(there->size, here.size);
    }

    void goesOutAsItWasLeft()
    {
        const PackedLayer here = pack(makeUpper(), "here.tar");
        const auto sent =
            writeForTravel(path("here.tar"), here.digest, "trusted.overlay.opaque", path("sent.tar"), never());
        QVERIFY2(sent.ok(), sent.failed() ? qPrintable(sent.error().detail) : "cancelled");
        QCOMPARE(sent->hex().toLatin1(), *sha256OfFile(path("sent.tar")));
        QVERIFY(QDir().mkpath(path("lower")));
        QVERIFY(tar({QStringLiteral("--extract"), QStringLiteral("--file"), path("sent.tar"),
                     QStringLiteral("--directory"), path("lower"), QStringLiteral("--xattrs"),
                     QStringLiteral("--xattrs-include=*"), QStringLiteral("--numeric-owner"), QStringLiteral("-p"),
                     QStringLiteral("--warning=no-unknown-keyword")}));
        QCOMPARE(pack(QFile::encodeName(path("lower")), "again.tar").digest, here.digest);
    }

    void aDamagedLayerDoesNotGo()
    {
        const PackedLayer here = pack(makeUpper(), "here.tar");
        QVERIFY(QFile::resize(path("here.tar"), here.size - 512));
        const auto sent =
            writeForTravel(path("here.tar"), here.digest, "trusted.overlay.opaque", path("sent.tar"), never());
        QVERIFY(sent.failed());
        QCOMPARE(sent.error().code, ErrorCode::ImageCorrupt);
        QVERIFY(!QFile::exists(path("sent.tar")));
    }

    void whatIsNoUpperDirectoryIsRefused()
    {
        const QByteArray upper = makeUpper();
        QVERIFY(archive(upper, "whole.tar"));
        QVERIFY(QFile::resize(path("whole.tar"), QFileInfo(path("whole.tar")).size() / 2));
        QCOMPARE(packArchive("whole.tar", "1.tar").error().code, ErrorCode::FileUnreadable);
        QVERIFY(archive(upper, "twice.tar", {QStringLiteral("./etc")}));
        QCOMPARE(packArchive("twice.tar", "2.tar").error().code, ErrorCode::FileUnreadable);
        QVERIFY(tar({QStringLiteral("-cPf"), path("out.tar"), QStringLiteral("/usr/../etc/hostname")}));
        QCOMPARE(packArchive("out.tar", "3.tar").error().code, ErrorCode::FileUnreadable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLayerTravel)
#include "tst_layer_travel.moc"
