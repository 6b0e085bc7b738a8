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

    explicit MadeRoot(Tools tools) : m_tools(tools)
    {
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

    ProbeFacts look(const QSet<DriftSection>& sections = allSections())
    {
        const QByteArray fresh = makeNonce();
        const auto [out, err] = run(probeScript({fresh, "/srv", {}, {}, sections}));
        return parseProbe(out, err, false, fresh, sections);
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
    std::pair<QByteArray, QByteArray> run(const QByteArray& script)
    {
        QByteArray enter = "mount --bind /dev/null \"$1/dev/null\" && ";
        if (m_tools == Tools::Gnu)
            enter += "mount --bind /usr \"$1/usr\" && ";
        enter += "exec chroot \"$1\" /bin/sh -s";
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

    Tools m_tools;
    QTemporaryDir m_folder;
};

} // namespace snowmelt::testing
