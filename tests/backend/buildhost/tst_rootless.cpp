// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/local_runner.h"
#include "tests/backend/buildhost/ordinary_user.h"
#include "tests/backend/image/build_harm.h"

#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>

using namespace snowmelt;
using namespace snowmelt::sample;

/// Building on this machine as an ordinary user, beside building as root.
class TestRootless : public QObject
{
    Q_OBJECT

private:
    QString home() const { return m_folder.filePath(QStringLiteral("user/home")); }
    QString base() const { return m_folder.filePath(QStringLiteral("user/.cache/snowmelt/buildhost")); }

    QString run(const test::OrdinaryUser& user, const QString& point = QStringLiteral("-"), bool* killed = nullptr)
    {
        const QStringList command = user.asUser() + QStringList{qEnvironmentVariable("HOST_BUILD"),
                                                                home(),
                                                                m_images->file(),
                                                                SmallImages::trial().text(),
                                                                QStringLiteral("-"),
                                                                point};
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_folder.filePath(QStringLiteral("user")));
        environment.remove(QStringLiteral("XDG_CACHE_HOME"));
        child.setProcessEnvironment(environment);
        child.start(command.first(), command.mid(1));
        if (!child.waitForFinished(120'000))
            qFatal("the build came to no end");
        if (killed)
            *killed = child.exitStatus() == QProcess::CrashExit || child.exitCode() == 128 + SIGKILL;
        return QString::fromUtf8(child.readAllStandardOutput()).trimmed();
    }

    QString left() const
    {
        QStringList left = namesIn(base() + QStringLiteral("/build"));
        if (anybodyIn(base()))
            left.append(QStringLiteral("processes"));
        return left.join(u' ');
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("making a user needs root");
        if (QStandardPaths::findExecutable(QStringLiteral("newuidmap")).isEmpty())
            QSKIP("needs uidmap");
        m_images = std::make_unique<SmallImages>(m_folder.path());
        m_images->setTrial("commands: ['rm -r /var/log && mkdir /var/log && echo new > /var/log/new', "
                           "'cat /proc/sys/kernel/hostname > /name; : > /dev/null', 'rm /bin/nproc']\n");
        test::openPrograms();
        QDir().mkpath(home());
        for (const char* name : {"user", "user/home"})
            QCOMPARE(::chown(QFile::encodeName(m_folder.filePath(QLatin1String(name))).constData(),
                             test::OrdinaryUser::id, test::OrdinaryUser::id),
                     0);
    }
    void cleanupTestCase() { QProcess::execute(QStringLiteral("rm"), {QStringLiteral("-rf"), m_folder.path()}); }

    void comesOutAsTheSameBytes()
    {
        const auto root = buildUnharmed(m_folder.filePath(QStringLiteral("root")), *m_images);
        QVERIFY(root.ok());
        const test::OrdinaryUser user;
        QCOMPARE(run(user), QStringLiteral("built ") + root->record.digest.text());
        QCOMPARE(left(), QString());
    }

    void deathLeavesNothing()
    {
        m_images->setTrial("commands: ['echo about to wait; sleep 1000']\n");
        const test::OrdinaryUser user;
        bool killed = false;
        const QString end = run(user, QStringLiteral("line:about to wait"), &killed);
        QVERIFY2(killed, qPrintable(end));
        QTRY_COMPARE_WITH_TIMEOUT(left(), QString(), 60'000);
    }

    void whoHasNoIdsIsToldWhy()
    {
        const test::OrdinaryUser user(false);
        const QString end = run(user);
        QVERIFY2(end.startsWith(u"failed buildNeedsRoot "), qPrintable(end));
        QVERIFY2(end.contains(u"subuid"), qPrintable(end));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SmallImages> m_images;
};

QTEST_GUILESS_MAIN(TestRootless)
#include "tst_rootless.moc"
