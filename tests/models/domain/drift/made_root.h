// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/domain/drift/probe_answer.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

namespace snowmelt::testing {

/// A root file system whose every fact is a file somebody wrote, /proc included. The probe runs inside it, in a mount
/// and network namespace of its own: with dash and this host's GNU tools, or with BusyBox and nothing else.
class MadeRoot
{
public:
    enum class Tools { Gnu, BusyBox };
    enum class Who { Root, Sudo, User }; ///< who looks; the others than root need a test that root runs

    explicit MadeRoot(Tools tools, Who who = Who::Root) : m_tools(tools), m_who(who)
    {
        chmod(QFile::encodeName(m_folder.path()).constData(), 0755);
        for (const char* folder : {"etc", "srv", "proc/1/fd", "proc/net", "dev", "run", "var", "bin", "boot", "tmp"})
            QDir().mkpath(m_folder.filePath(QString::fromLatin1(folder)));
        write("dev/null", {});
        if (tools == Tools::Gnu)
            linkHost();
        else
            copyBusyBox();
    }

    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    bool write(const char* name, const QByteArray& content, int mode = 0644) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() &&
               chmod(QFile::encodeName(path(name)).constData(), mode_t(mode)) == 0;
    }
    bool link(const char* name, const char* target) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        return symlink(target, QFile::encodeName(path(name)).constData()) == 0;
    }

    /// False where this host has no namespaces for us.
    bool works() { return run("echo fine\n").first == "fine\n"; }

    /// From now on this file of the host is seen at `name`, as it is: its inode, its times.
    void show(const QByteArray& hostFile, const char* name)
    {
        if (!QFile::exists(path(name)))
            write(name, {});
        m_shown.insert(name, hostFile);
    }

    /// From now on a program listens on this TCP port.
    void listen(int port) { m_port = port; }
    /// From now on nothing can be written anywhere, and no byte is free below /tmp.
    void becomeReadOnly() { m_readOnly = true; }

    ProbeFacts look(const QSet<DriftSection>& sections = allSections())
    {
        return look(ProbeRequest{makeNonce(), "/srv", {}, {}, sections});
    }
    ProbeFacts look(const ProbeRequest& request)
    {
        const auto [out, err] = run(probeScript(request));
        return parseProbe(out, err, false, request.nonce, request.sections);
    }
    /// Both outputs of a script that runs in it.
    std::pair<QByteArray, QByteArray> run(const QByteArray& script)
    {
        QByteArray enter = "mount --bind /dev/null \"$1/dev/null\" && ";
        if (m_tools == Tools::Gnu)
            enter += "mount --bind /usr \"$1/usr\" && ";
        for (auto shown = m_shown.cbegin(); shown != m_shown.cend(); ++shown)
            enter += "mount --bind '" + *shown + "' \"$1/" + shown.key() + "\" && ";
        if (m_readOnly)
            enter +=
                "mount -t tmpfs -o size=4k none \"$1/tmp\" && { head -c 9999 /dev/zero > \"$1/tmp/full\" 2> /dev/null; "
                "mount --rbind \"$1\" \"$1\"; } && mount -o remount,ro,bind \"$1\" && cd / && ";
        enter += "exec ";
        if (m_port > 0)
            enter += "python3 -c 'import socket, subprocess, sys; s = socket.socket(); "
                     "s.bind((\"0.0.0.0\", int(sys.argv[1]))); s.listen(); sys.exit(subprocess.call(sys.argv[2:]))' " +
                     QByteArray::number(m_port) + ' ';
        enter += m_who == Who::Root   ? "chroot \"$1\" /bin/sh -s"
                 : m_who == Who::Sudo ? "chroot --userspec=1000:1000 \"$1\" /usr/bin/sudo -n /bin/sh -s"
                                      : "chroot --userspec=1000:1000 \"$1\" /bin/sh -s";
        QStringList words{QStringLiteral("--mount"), QStringLiteral("--net")};
        if (geteuid() != 0)
            words.append(QStringLiteral("--map-root-user"));
        words += {QStringLiteral("/bin/sh"), QStringLiteral("-c"), QString::fromLatin1(enter), QStringLiteral("sh"),
                  m_folder.path()};
        QProcess shell;
        shell.start(QStringLiteral("unshare"), words);
        shell.write(script);
        shell.closeWriteChannel();
        shell.waitForFinished(-1);
        return {shell.readAllStandardOutput(), shell.readAllStandardError()};
    }
    FactSheet sheet() { return factSheet(look(), QStringLiteral("made"), {}); }

private:
    void linkHost()
    {
        QDir().mkpath(path("usr"));
        QDir().rmdir(path("bin"));
        for (const char* name : {"bin", "sbin", "lib", "lib64"})
            link(name, QByteArray("usr/" + QByteArray(name)).constData());
    }
    void copyBusyBox()
    {
        QFile::copy(QStringLiteral("/bin/busybox"), path("bin/busybox"));
        QProcess list;
        list.start(QStringLiteral("/bin/busybox"), {QStringLiteral("--list")});
        list.waitForFinished(-1);
        for (const QByteArray& applet : list.readAllStandardOutput().split('\n')) {
            if (!applet.isEmpty() && applet != "busybox")
                link(QByteArray("bin/" + applet).constData(), "busybox");
        }
    }
    Tools m_tools;
    Who m_who;
    int m_port = 0;
    bool m_readOnly = false;
    QMap<QByteArray, QByteArray> m_shown; // by name: files of the host
    QTemporaryDir m_folder;
};

} // namespace snowmelt::testing
