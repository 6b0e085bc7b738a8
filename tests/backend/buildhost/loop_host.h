// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/buildhost/build_hosts.h"
#include "tests/backend/buildhost/ordinary_user.h"
#include "tests/backend/image/build_harm.h"
#include "tests/backend/transport/route_fixture.h"
#include "tests/support/nobody_to_ask.h"

namespace snowmelt::test {

/// A build host on loopback: a real sshd whose logins have another home than this program, and a person who knows it as
/// "loop". Needs root.
class LoopHost
{
public:
    /// `path` is where logins find programs; with a `user`, they are that user's.
    explicit LoopHost(const QString& path = qEnvironmentVariable("PATH"), const OrdinaryUser* user = nullptr)
    {
        for (const char* folder : {"host", "person/.ssh"})
            QDir().mkpath(m_folder.filePath(QLatin1String(folder)));
        const QString settings = QStringLiteral("SetEnv HOME=%1 PATH=%2\n").arg(home(), path);
        m_sshd = std::make_unique<testing::TestSshd>(settings, user ? user->wrapper() : QStringList());
        m_way = testing::wayTo(*m_sshd);
        testing::makeKnown(*m_sshd, m_way);
        if (user)
            giveTo(*user);
        const QString config = QStringLiteral("Host loop\n HostName %1\n Port %2\n User %3\n IdentityFile %4\n"
                                              " UserKnownHostsFile %5\n")
                                   .arg(m_way.hostName, QString::number(m_way.port), m_way.user,
                                        m_way.identityFiles.first(), m_way.userKnownHostsFiles.first());
        testing::writeFile(m_folder.filePath(QStringLiteral("person/.ssh/config")), config.toUtf8());
        m_hosts = std::make_unique<BuildHosts>(&m_nobody, personAt(person()));
    }
    ~LoopHost()
    {
        m_hosts.reset();
        QCoreApplication::processEvents(); // connections that were being closed are freed from the loop
        m_sshd.reset();
        QProcess::execute(QStringLiteral("rm"), {QStringLiteral("-rf"), m_folder.path()});
    }

    QString home() const { return m_folder.filePath(QStringLiteral("host")); }
    QString base() const { return home() + QStringLiteral("/.cache/snowmelt/buildhost"); }
    /// The home of whoever knows the host.
    QString person() const { return m_folder.filePath(QStringLiteral("person")); }
    static SshPerson personAt(const QString& home)
    {
        SshPerson person = thisPerson();
        person.home = home;
        person.environment.remove(QStringLiteral("SSH_AUTH_SOCK"));
        return person;
    }

    std::shared_ptr<TierRunner> runner(const QString& host = QStringLiteral("loop"))
    {
        const auto made = m_hosts->runner(host, Blueprint{});
        if (!made.ok())
            qFatal("no runner");
        return *made;
    }

    /// What of builds is there still: processes, mounts, files. Empty: nothing.
    QString left() const
    {
        QStringList left = sample::namesIn(base() + QStringLiteral("/build"));
        if (sample::anybodyIn(base()))
            left.append(QStringLiteral("processes"));
        return left.join(u' ');
    }

private:
    void giveTo(const OrdinaryUser& user)
    {
        m_way.user = user.name();
        ::chmod(QFile::encodeName(m_folder.path()).constData(), 0755);
        ::chmod(QFile::encodeName(m_sshd->path(QString())).constData(), 0755);
        ::chmod(QFile::encodeName(m_sshd->path(QStringLiteral("authorized"))).constData(), 0644);
        if (::chown(QFile::encodeName(home()).constData(), OrdinaryUser::id, OrdinaryUser::id) != 0)
            qFatal("cannot give the home away");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<testing::TestSshd> m_sshd;
    SshWay m_way;
    NobodyToAsk m_nobody;
    std::unique_ptr<BuildHosts> m_hosts;
};

} // namespace snowmelt::test
