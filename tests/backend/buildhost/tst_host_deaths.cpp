// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/buildhost/loop_host.h"

using namespace snowmelt;
using namespace snowmelt::sample;

/// kill -9 of a Snowmelt that builds on a host, in every phase: the host ends and removes all of it by itself.
class TestHostDeaths : public QObject
{
    Q_OBJECT

private:
    QString home() const { return m_folder.filePath(QStringLiteral("home")); }

    QString run(const QString& point, bool* killed = nullptr)
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(qEnvironmentVariable("HOST_BUILD"),
                    {home(), m_images->file(), SmallImages::trial().text(), m_host->person(), point});
        // The sshd's relay is no part of this process: nothing here has to turn meanwhile.
        if (!child.waitForFinished(120'000))
            qFatal("the build came to no end");
        if (killed)
            *killed = child.exitStatus() == QProcess::CrashExit;
        return QString::fromUtf8(child.readAllStandardOutput()).trimmed();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        m_images = std::make_unique<SmallImages>(m_folder.path());
        m_host = std::make_unique<test::LoopHost>();
        m_images->setTrial("packages: [some]\ncommands: ['echo about to wait']\n");
        m_whole = run(QStringLiteral("-"));
        QVERIFY2(m_whole.startsWith(u"built"), qPrintable(m_whole));
    }
    void cleanupTestCase() { m_host.reset(); }

    void theHostIsLeftAsItWas_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QString>("mood");
        const auto add = [](const char* name, const char* point, const QByteArray& rest = {}, const char* mood = "") {
            QTest::newRow(name) << QString::fromLatin1(point) << rest << QString::fromLatin1(mood);
        };
        add("staging", "phase:buildingImage:1");
        add("copying", "phase:copyingToHost:1");
        add("copying a tier above", "phase:copyingToHost:2");
        add("packages", "phase:installingPackages:1");
        add("mmdebstrap", "line:I: half of it", {}, "hang");
        add("apt", "line:apt-get -q -y install -- waiting", "packages: [waiting]\n");
        add("a command", "line:about to wait", "commands: ['echo about to wait; sleep 1000 & sleep 1000']\n");
        add("facts", "phase:recordingInventory:2");
        add("fetching", "phase:fetchingLayer:1");
        add("fetching a large one", "phase:fetchingLayer:2",
            "commands: ['dd if=/dev/zero of=/large bs=1M count=300 2>/dev/null']\n");
        add("cleaning up", "phase:cleaningUp:1");
    }

    void theHostIsLeftAsItWas()
    {
        QFETCH(const QString, point);
        QFETCH(const QByteArray, rest);
        QFETCH(const QString, mood);
        m_images->setMood(QStringLiteral("hang"), !mood.isEmpty());
        m_images->setTrial(rest.isEmpty() ? "packages: [some]\ncommands: ['echo about to wait']\n" : rest);
        bool killed = false;
        const QString end = run(point, &killed);
        QVERIFY2(killed, qPrintable(end));
        QTRY_COMPARE_WITH_TIMEOUT(m_host->left(), QString(), 60'000);
        QCOMPARE(faultOf(home()), QString());
        QCOMPARE(leftAfterSweep(home()), QString());
    }

    void buildsAgainAfterAll()
    {
        m_images->setMood(QStringLiteral("hang"), false);
        m_images->setTrial("packages: [some]\ncommands: ['echo about to wait']\n");
        QCOMPARE(run(QStringLiteral("-")), m_whole);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SmallImages> m_images;
    std::unique_ptr<test::LoopHost> m_host;
    QString m_whole;
};

QTEST_GUILESS_MAIN(TestHostDeaths)
#include "tst_host_deaths.moc"
