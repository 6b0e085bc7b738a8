// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_members.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

using namespace snowmelt;

/// What packLayer() wrote, read back.
class TestLayerMembers : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 constant = 1100000000;

    QByteArray upper() const { return QFile::encodeName(m_folder.filePath(QStringLiteral("upper"))); }
    QByteArray at(const QByteArray& inside) const { return upper() + inside; }
    QString tar() const { return m_folder.filePath(QStringLiteral("layer.tar")); }
    static StopFlag never() { return std::make_shared<std::atomic_bool>(false); }

    void write(const QByteArray& inside, const QByteArray& content, mode_t mode)
    {
        QFile file(QFile::decodeName(upper() + inside));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        file.close();
        QCOMPARE(::chmod(at(inside).constData(), mode), 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("whiteouts are device nodes: needs root");
        ::mkdir(upper().constData(), 0755);
        ::mkdir(at("/d").constData(), 0755);
        ::chmod(at("/d").constData(), 0750);
        write("/d/file", "hello\n", 04711);
        QCOMPARE(::chown(at("/d/file").constData(), 70000, 8), 0);
        QCOMPARE(::chmod(at("/d/file").constData(), 04711), 0);
        QCOMPARE(::link(at("/d/file").constData(), at("/d/same").constData()), 0);
        QCOMPARE(::symlink("../x", at("/link").constData()), 0);
        QCOMPARE(::mknod(at("/null").constData(), S_IFCHR | 0666, makedev(1, 3)), 0);
        QCOMPARE(::mknod(at("/removed").constData(), S_IFCHR, 0), 0);
        QVERIFY(packLayer({upper(), tar(), 0, constant}, never()).ok());
    }

    void readsAllOfThem()
    {
        const auto members = readMembers(tar(), never());
        QVERIFY(members.ok());
        QList<QByteArray> paths;
        for (const LayerMember& member : *members) {
            paths.append(member.path);
            QCOMPARE(member.changedAt, constant);
        }
        QCOMPARE(paths, (QList<QByteArray>{"/d", "/d/file", "/d/same", "/link", "/null", "/.wh.removed"}));
        const LayerMember& file = members->at(1);
        QCOMPARE(file.type, FileType::File);
        QCOMPARE(file.mode, 04711);
        QCOMPARE(file.uid, 70000);
        QCOMPARE(file.gid, 8);
        QCOMPARE(file.size, 6);
        QCOMPARE(file.sha256, Digest::ofBytes("hello\n").hex().toLatin1());
        QCOMPARE(members->at(0).type, FileType::Directory);
        QCOMPARE(members->at(0).mode, 0750);
        QCOMPARE(members->at(2).sameAs, QByteArray("/d/file"));
        QCOMPARE(members->at(3).target, QByteArray("../x"));
        QCOMPARE(members->at(4).device, QByteArray("1:3"));
    }

    void stopsWhenTold() { QVERIFY(readMembers(tar(), std::make_shared<std::atomic_bool>(true)).cancelled()); }

    // Cut in the data of a member, and in its header.
    void brokenTarIsNoTar_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("in data") << 2 * 512 + 3;
        QTest::newRow("in a header") << 512 + 100;
    }

    void brokenTarIsNoTar()
    {
        QFETCH(int, size);
        const QString cut = m_folder.filePath(QStringLiteral("cut.tar"));
        QFile::remove(cut);
        QVERIFY(QFile::copy(tar(), cut) && QFile::resize(cut, size));
        const auto members = readMembers(cut, never());
        QVERIFY(members.failed());
        QCOMPARE(members.error().code, ErrorCode::FileUnreadable);
        QCOMPARE(members.error().args, QStringList{cut});
    }

    void missingFile()
    {
        const QString none = m_folder.filePath(QStringLiteral("none.tar"));
        QCOMPARE(readMembers(none, never()).error().args, QStringList{none});
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestLayerMembers)
#include "tst_layer_members.moc"
