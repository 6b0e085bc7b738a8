// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringList>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

namespace snowmelt::test {

/// A user "builder" who is known, with subordinate ids, to programs started with wrapper() alone. Needs root.
class OrdinaryUser
{
public:
    static constexpr int id = 7001;

    /// `hasTun`: they may use /dev/net/tun.
    explicit OrdinaryUser(bool hasIds = true, bool maySudo = false, bool hasTun = false)
    {
        if (hasTun)
            m_more = QStringLiteral("mount -t tmpfs tmpfs /dev/net && mknod -m 666 /dev/net/tun c 10 200 && ");

        ::chmod(QFile::encodeName(m_folder.path()).constData(), 0755);
        put("passwd", added("/etc/passwd", "builder:x:7001:7001::/nonexistent:/bin/sh\n"));
        put("group", added("/etc/group", "builder:x:7001:\n"));
        put("shadow", added("/etc/shadow", "builder:*:19000::::::\n"));
        const QByteArray ids = hasIds ? "builder:20000000:65536\n" : "";
        put("subuid", ids);
        put("subgid", ids);
        // As Debian's, but for the home and the programs of the test.
        put("sudoers", QByteArray("Defaults env_reset,use_pty,env_keep+=\"HOME PATH\"\n") +
                           (maySudo ? "builder ALL=(ALL:ALL) NOPASSWD: ALL\n" : ""));
    }

    static QString name() { return QStringLiteral("builder"); }

    /// Runs a program where the user is known.
    QStringList wrapper() const
    {
        QString script;
        for (const char* file : {"passwd", "group", "shadow", "subuid", "subgid", "sudoers"})
            script += QStringLiteral("mount --bind %1/%2 /etc/%2 && ").arg(m_folder.path(), QLatin1String(file));
        return {QStringLiteral("unshare"),
                QStringLiteral("--mount"),
                QStringLiteral("--propagation"),
                QStringLiteral("private"),
                QStringLiteral("/bin/sh"),
                QStringLiteral("-c"),
                script + m_more + QStringLiteral("exec \"$@\""),
                QStringLiteral("sh")};
    }
    /// The same, as that user.
    QStringList asUser() const
    {
        return wrapper() + QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=builder"),
                                       QStringLiteral("--regid=builder"), QStringLiteral("--clear-groups")};
    }

private:
    static QByteArray added(const char* path, const QByteArray& line)
    {
        QFile file(QString::fromLatin1(path));
        return file.open(QIODevice::ReadOnly) ? QByteArray(file.readAll() + line) : line;
    }
    void put(const char* name, const QByteArray& text) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        ::fchmod(file.handle(), qstrcmp(name, "sudoers") == 0 ? 0440 : 0644); // sudo wants it so
    }

    QTemporaryDir m_folder;
    QString m_more;
};

/// Programs of small images for others too.
inline void openPrograms()
{
    const QString folder = qEnvironmentVariable("PATH").section(u':', 0, 0);
    ::chmod(QFile::encodeName(folder).constData(), 0777);
    ::chmod(QFile::encodeName(folder.section(u'/', 0, -2)).constData(), 0755);
}

} // namespace snowmelt::test
