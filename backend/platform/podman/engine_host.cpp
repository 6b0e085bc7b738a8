// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/engine_host.h"

#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <sys/resource.h>
#include <unistd.h>

namespace snowmelt {

namespace {

/// An ordinary user's PATH lacks the sbin folders where Debian puts runc.
QString findProgram(const QString& name, const QStringList& more = {})
{
    const QString inPath = QStandardPaths::findExecutable(name);
    if (!inPath.isEmpty())
        return inPath;
    return QStandardPaths::findExecutable(
        name, QStringList{QStringLiteral("/usr/sbin"), QStringLiteral("/sbin"), QStringLiteral("/usr/bin")} + more);
}

QString findHelper(const QString& name)
{
    return findProgram(name, {QStringLiteral("/usr/lib/podman"), QStringLiteral("/usr/libexec/podman")});
}

qint64 hardLimit(__rlimit_resource resource)
{
    rlimit limit{};
    if (::getrlimit(resource, &limit) != 0 || limit.rlim_max == RLIM_INFINITY)
        return -1;
    return static_cast<qint64>(limit.rlim_max);
}

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Error missing(const QString& program, const QString& package)
{
    return Error{ErrorCode::ToolMissing, {program, package}, {}};
}

/// podman asks for a million open files; the kernel refuses more than the hard limit to whoever lacks
/// CAP_SYS_RESOURCE, so the node gets what we have ourselves.
QByteArray limitLine(const char* name, qint64 hard, qint64 most)
{
    const QByteArray value = QByteArray::number(hard < 0 ? most : std::min(hard, most));
    return '"' + QByteArray(name) + '=' + value + ':' + value + '"';
}

QByteArray quoted(const QString& text)
{
    QByteArray escaped = text.toUtf8();
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + escaped + '"';
}

} // namespace

EngineHost probeEngineHost()
{
    EngineHost host;
    host.root = ::geteuid() == 0;
    host.cgroups = cgroupLayout(readAll(QStringLiteral("/proc/self/mounts")));
    host.podman = findProgram(QStringLiteral("podman"));
    host.conmon = findHelper(QStringLiteral("conmon"));
    host.netavark = findHelper(QStringLiteral("netavark"));
    host.iptables = findProgram(QStringLiteral("iptables"));
    host.crun = findProgram(QStringLiteral("crun"));
    host.runc = findProgram(QStringLiteral("runc"));
    host.newuidmap = findProgram(QStringLiteral("newuidmap"));
    host.slirp4netns = findProgram(QStringLiteral("slirp4netns"));
    QFile tun(QStringLiteral("/dev/net/tun"));
    host.tunUsable = tun.open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    host.tunError = host.tunUsable ? QString() : QString(tun.fileName() + u": " + tun.errorString());
    host.maxOpenFiles = hardLimit(RLIMIT_NOFILE);
    host.maxProcesses = hardLimit(RLIMIT_NPROC);
    return host;
}

Result<QString> chooseRuntime(const EngineHost& host)
{
    if (host.podman.isEmpty())
        return missing(QStringLiteral("podman"), QStringLiteral("podman"));
    if (host.conmon.isEmpty())
        return missing(QStringLiteral("conmon"), QStringLiteral("conmon"));
    if (host.netavark.isEmpty())
        return missing(QStringLiteral("netavark"), QStringLiteral("netavark"));
    if (host.iptables.isEmpty())
        return missing(QStringLiteral("iptables"), QStringLiteral("iptables"));
    if (!host.root && host.newuidmap.isEmpty())
        return missing(QStringLiteral("newuidmap"), QStringLiteral("uidmap"));
    if (!host.root && host.slirp4netns.isEmpty())
        return missing(QStringLiteral("slirp4netns"), QStringLiteral("slirp4netns"));
    // Tried before the first start: a start that fails here leaves a network namespace that breaks later ones.
    if (!host.root && !host.tunUsable)
        return Error{
            ErrorCode::PlatformUnavailable, {QStringLiteral("podman"), QStringLiteral("/dev/net/tun")}, host.tunError};
    // crun refuses the hybrid layout: "cgroups in hybrid mode not supported".
    if (!host.crun.isEmpty() && host.cgroups == CgroupLayout::Unified)
        return QStringLiteral("crun");
    if (!host.runc.isEmpty())
        return QStringLiteral("runc");
    return missing(QStringLiteral("runc"), QStringLiteral("runc"));
}

CgroupLayout cgroupLayout(const QByteArray& mounts)
{
    bool below = false;
    for (const QByteArray& line : mounts.split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        if (fields.size() < 3 || fields.at(2) != "cgroup2")
            continue;
        if (fields.at(1) == "/sys/fs/cgroup")
            return CgroupLayout::Unified;
        below = below || fields.at(1).startsWith("/sys/fs/cgroup/");
    }
    return below ? CgroupLayout::Hybrid : CgroupLayout::Legacy;
}

QByteArray renderEngineConfig(const EngineHost& host, const QString& runtime, const EnginePaths& paths)
{
    constexpr qint64 mostFiles = 1048576;
    constexpr qint64 mostProcesses = 32768;
    // How long the monitor of a command in a node stays when that has ended, for whoever asks for its exit status.
    constexpr int execKeptSeconds = 10;
    // File locks: the shared-memory ones are one set per machine, and this root is one of several.
    return "# Written by Snowmelt for its own podman service at each start of it.\n"
           "[containers]\n"
           "default_ulimits=[" +
           limitLine("nofile", host.maxOpenFiles, mostFiles) + ", " +
           limitLine("nproc", host.maxProcesses, mostProcesses) +
           "]\n"
           "log_driver=\"k8s-file\"\n"
           "log_size_max=10485760\n"
           "[network]\n"
           "network_backend=\"netavark\"\n"
           "network_config_dir=" +
           quoted(paths.networks) +
           "\n"
           "[engine]\n"
           "runtime=" +
           quoted(runtime) +
           "\n"
           "cgroup_manager=\"cgroupfs\"\n"
           "events_logger=\"file\"\n"
           "lock_type=\"file\"\n"
           "exit_command_delay=" +
           QByteArray::number(execKeptSeconds) +
           "\n"
           "tmp_dir=" +
           quoted(paths.temporary) + "\n";
}

} // namespace snowmelt
