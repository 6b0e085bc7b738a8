// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/ssh/config_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace snowmelt;
using State = SshFileRead::State;

class TestConfigFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private Q_SLOTS:
    void aFileIsReadAnewWhenItChanged()
    {
        ConfigFiles config;
        const SshFiles files = config.files();
        write("a", "one");
        QCOMPARE(files.read(path("a")).bytes, QByteArray("one"));
        QVERIFY(!config.changed());
        write("a", "two more");
        QVERIFY(config.changed());
        QCOMPARE(files.read(path("a")).bytes, QByteArray("two more"));
        QVERIFY(!config.changed());
        QVERIFY(QFile::remove(path("a")));
        QVERIFY(config.changed());
        QCOMPARE(files.read(path("a")).state, State::Missing);
        QVERIFY(!config.changed());
        write("a", "");
        QVERIFY(config.changed());
        QCOMPARE(files.read(path("a")).state, State::Read);
    }

    void aPatternFindsWhatIsThereNow()
    {
        ConfigFiles config;
        const SshFiles files = config.files();
        QCOMPARE(files.glob(path("*.conf")), QStringList());
        QVERIFY(!config.changed());
        write("b.conf", {});
        write("a.conf", {});
        QVERIFY(config.changed());
        QCOMPARE(files.glob(path("[a-z].conf")), (QStringList{path("a.conf"), path("b.conf")}));
        QCOMPARE(files.glob(path("a.conf")), QStringList{path("a.conf")});
        QCOMPARE(files.glob(path("none")), QStringList());
    }

    /// Each of them would hang or fill the memory of who reads it.
    void onlyRegularFilesOfAnHonestSize()
    {
        ConfigFiles config;
        const SshFiles files = config.files();
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
        QCOMPARE(files.read(path("pipe")).state, State::Unreadable);
        QCOMPARE(files.read(QStringLiteral("/dev/zero")).state, State::Unreadable);
        QCOMPARE(files.read(m_folder.path()).state, State::Unreadable);
        QFile large(path("large"));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(5 * 1024 * 1024));
        QCOMPARE(files.read(path("large")).state, State::Unreadable);
        QCOMPARE(files.read(path("pipe/inside")).state, State::Missing);
    }
};

QTEST_APPLESS_MAIN(TestConfigFiles)
#include "tst_config_files.moc"
