// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/packer_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace snowmelt;

class TestPackerFolder : public QObject
{
    Q_OBJECT

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString source() const { return path(QStringLiteral("t/root.json")); }

    void put(const QString& name, const QByteArray& content = "x")
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    void verifyRefused(ErrorCode code, const QString& what)
    {
        const auto read = readPackerFolder(source());
        QVERIFY(read.failed());
        QCOMPARE(read.error().code, code);
        QVERIFY2(read.error().args.contains(what), qPrintable(read.error().args.join(u' ')));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        put(QStringLiteral("t/root.json"), "{}");
    }

    void everythingIsCopied()
    {
        put(QStringLiteral("t/scripts/make"), "#!/bin/sh\n");
        put(QStringLiteral("t/.hidden"));
        put(QStringLiteral("t/.git/HEAD"));
        QDir().mkpath(path(QStringLiteral("t/empty")));
        QVERIFY(QFile(path(QStringLiteral("t/scripts/make"))).setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        QVERIFY(QFile::link(QStringLiteral("../root.json"), path(QStringLiteral("t/scripts/link"))));
        const auto read = readPackerFolder(source());
        QVERIFY(read.ok());
        const QList<PackerFile> expected{{QStringLiteral(".hidden"), PackerFile::Kind::File, "x"},
                                         {QStringLiteral("empty"), PackerFile::Kind::Folder, {}},
                                         {QStringLiteral("root.json"), PackerFile::Kind::File, "{}"},
                                         {QStringLiteral("scripts"), PackerFile::Kind::Folder, {}},
                                         {QStringLiteral("scripts/link"), PackerFile::Kind::Link, "../root.json"},
                                         {QStringLiteral("scripts/make"), PackerFile::Kind::Program, "#!/bin/sh\n"}};
        QCOMPARE(*read, expected);
        QVERIFY(placePackerFolder(*read, path(QStringLiteral("copy"))).ok());
        QCOMPARE(*readPackerFolder(path(QStringLiteral("copy/root.json"))), expected);
    }

    void identityIsOfNameKindAndContent()
    {
        const PackerFile file{QStringLiteral("a"), PackerFile::Kind::File, "b"};
        for (const PackerFile& other : {PackerFile{QStringLiteral("a"), PackerFile::Kind::Program, "b"},
                                        PackerFile{QStringLiteral("ab"), PackerFile::Kind::File, ""},
                                        PackerFile{QStringLiteral("a"), PackerFile::Kind::File, "c"}})
            QVERIFY(identityOf(file) != identityOf(other));
    }

    void linkOutIsRefused()
    {
        put(QStringLiteral("outside"));
        const QString link = path(QStringLiteral("t/link"));
        for (const QString& target : {QStringLiteral("../outside"), QStringLiteral("/etc/passwd"),
                                      QStringLiteral("nowhere"), QStringLiteral("..")}) {
            QVERIFY(QFile::link(target, link));
            verifyRefused(ErrorCode::FileUnreadable, QFileInfo(source()).canonicalPath() + QStringLiteral("/link"));
            QVERIFY(QFile::remove(link));
        }
    }

    void pipeIsRefused()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path(QStringLiteral("t/pipe"))).constData(), 0600), 0);
        verifyRefused(ErrorCode::FileUnreadable, QFileInfo(source()).canonicalPath() + QStringLiteral("/pipe"));
    }

    void tooLargeIsRefused()
    {
        for (const char* name : {"t/a", "t/b"}) {
            put(QLatin1String(name));
            QVERIFY(QFile::resize(path(QLatin1String(name)), 40'000'000));
        }
        verifyRefused(ErrorCode::FileTooLarge, QFileInfo(source()).canonicalPath());
    }

    void tooManyAreRefused()
    {
        for (int i = 0; i < 4096; ++i)
            put(QStringLiteral("t/%1").arg(i), {});
        verifyRefused(ErrorCode::PackerInvalid, source());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPackerFolder)
#include "tst_packer_folder.moc"
