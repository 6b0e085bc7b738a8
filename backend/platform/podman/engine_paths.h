// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// Where one home's engine keeps its things. What must survive a reboot is under `home`/podman; what must not, and what
/// needs a short path (a Unix socket's is 108 bytes at most), is under a run folder named by a hash of the home.
struct EnginePaths
{
    QString root;        ///< containers, images, volumes
    QString networks;    ///< network definitions
    QString uploads;     ///< TMPDIR of the service: what it receives before it is unpacked
    QString config;      ///< CONTAINERS_CONF
    QString log;         ///< what the service says
    QString run;         ///< private to this home, 0700, on tmpfs; empty: there is no folder for it
    QString runRoot;     ///< podman's runroot: secrets handed to nodes are files below it
    QString temporary;   ///< podman's tmp_dir: must not survive a reboot, its absence tells podman of one
    QString socket;      ///< the service's API
    QString serviceLock; ///< held while a service is started
    QString servicePid;  ///< of the last service that was started
};

/// `runBase` is the folder for run folders: see defaultRunBase().
EnginePaths enginePaths(const QString& home, const QString& runBase);

/// "/run/snowmelt" for root; for others below $XDG_RUNTIME_DIR, or else /run/user/UID, if that is a folder of theirs
/// which nobody else may write to. Empty when there is none.
QString defaultRunBase();

} // namespace snowmelt
