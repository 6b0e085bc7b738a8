// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/podman/engine_paths.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace snowmelt {

enum class CgroupLayout { Unified, Hybrid, Legacy };

/// What of this host decides how the engine must be configured.
struct EngineHost
{
    bool root = false;
    CgroupLayout cgroups = CgroupLayout::Unified;
    QString podman; ///< full path, empty: not installed; so the others
    QString conmon;
    QString netavark;
    QString iptables;
    QString crun;
    QString runc;
    QString newuidmap; ///< the rest concerns ordinary users only
    QString slirp4netns;
    bool tunUsable = false;
    QString tunError;        ///< what the kernel said
    qint64 maxOpenFiles = 0; ///< hard limits; -1: none
    qint64 maxProcesses = 0;
};

/// Looks; blocking, quick.
EngineHost probeEngineHost();

/// What podman needs and is not there: ToolMissing {program, Debian package}, PlatformUnavailable; or the runtime to
/// use.
Result<QString> chooseRuntime(const EngineHost& host);

/// "cgroup2 at /sys/fs/cgroup" is unified, below it hybrid, nowhere legacy. From the text of /proc/self/mounts.
CgroupLayout cgroupLayout(const QByteArray& mounts);

/// The engine's own configuration file.
QByteArray renderEngineConfig(const EngineHost& host, const QString& runtime, const EnginePaths& paths);

} // namespace snowmelt
