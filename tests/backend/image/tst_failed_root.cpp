// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/image/build_harm.h"

#include <QTemporaryDir>

using namespace snowmelt;
using namespace snowmelt::sample;

/// The root of a tier whose command failed, kept for a look.
class TestFailedRoot : public QObject
{
    Q_OBJECT

private:
    QString home() const { return m_folder->filePath(QStringLiteral("home")); }
    QString failed() const { return home() + QStringLiteral("/build/failed"); }

    Result<ImageBuilder::Built> build(bool keepFailed)
    {
        return QCoro::waitFor(ImageBuilder(home()).build(
            m_images->blueprint(), {SmallImages::trial(), false, keepFailed}, [](const EventBody&) {}, {}));
    }

    /// What a shell in the root says to this.
    static QByteArray said(const QString& command, const QByteArray& typed)
    {
        QProcess shell;
        shell.setProcessChannelMode(QProcess::MergedChannels);
        // Root already: there may be no sudo.
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"), QString(command).remove(QStringLiteral("sudo "))});
        shell.write(typed);
        shell.closeWriteChannel();
        return shell.waitForFinished(60'000) ? shell.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        m_folder = std::make_unique<QTemporaryDir>();
        m_images = std::make_unique<SmallImages>(m_folder->path());
        m_images->setTrial("commands: ['echo half > /half; cd /nonexistent', 'true']\n");
    }

    void staysUntilTheNextBuild()
    {
        const auto built = build(true);
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, ErrorCode::BuildCommandFailed);
        QCOMPARE(built.error().args.size(), 4);
        QCOMPARE(namesIn(failed()), QStringList{QStringLiteral("trial@1")});
        QVERIFY(QCoro::waitFor(ImageBuilder(home()).sweep({})).ok());
        const QString command = built.error().args.last();
        QVERIFY(command.startsWith(u"sudo sh '" + failed() + u"/trial@1/"));
        QCOMPARE(said(command, "cat /half && hostname && echo more > /more\n"), QByteArray("half\nlocalhost\n"));
        // It is the build's own root, and stays as the person leaves it.
        QCOMPARE(said(command, "cat /more\n"), QByteArray("more\n"));
        QVERIFY(!anybodyIn(home()));
        m_images->setTrial("commands: ['true']\n");
        QVERIFY(build(false).ok());
        QCOMPARE(namesIn(home() + QStringLiteral("/build")), QStringList{});
    }

    void laterFailureTakesItsPlace()
    {
        QVERIFY(build(true).failed());
        m_images->setTrial("commands: ['echo other > /other; exit 3']\n");
        const auto built = build(true);
        QCOMPARE(namesIn(failed()).size(), 1);
        QCOMPARE(said(built.error().args.last(), "cat /other; ls /half 2>/dev/null\n"), QByteArray("other\n"));
    }

    void nobodyAsked()
    {
        const auto built = build(false);
        QVERIFY(built.failed());
        QCOMPARE(built.error().args.size(), 3);
        QCOMPARE(namesIn(home() + QStringLiteral("/build")), QStringList{});
    }

    // mmdebstrap ends before the script has a root.
    void noRootToKeep()
    {
        m_images->setMood(QStringLiteral("fail"), true);
        const auto built = build(true);
        QVERIFY(built.failed());
        QCOMPARE(built.error().args.size(), 3);
        QCOMPARE(namesIn(home() + QStringLiteral("/build")), QStringList{});
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SmallImages> m_images;
};

QTEST_GUILESS_MAIN(TestFailedRoot)
#include "tst_failed_root.moc"
