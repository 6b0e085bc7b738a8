// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace snowmelt::bench {

/// What one way to scan all hosts took.
struct ScanCost
{
    QString name; ///< "openssh", "snowmelt first", "snowmelt again", "snowmelt kept", "ansible"
    bool installed = true;
    QString failure{};        ///< why it did not come to its end; empty: it did
    qint64 wallMs = 0;        ///< from its start until its process ended
    qint64 cpuMs = 0;         ///< of its process and all it started
    qint64 hostCpuMs = 0;     ///< of the sshd and what ran below them
    qint64 bytes = 0;         ///< over loopback, both ways, headers included; 0: not counted
    qint64 peakMemoryKiB = 0; ///< of all its processes together (RSS, looked at each 50 ms)
};

/// Runs a program to its end, or ends it and all it started after `limitMs`. Its output goes to `log`.
ScanCost measuredRun(const QStringList& command, const QString& log, qint64 limitMs);

} // namespace snowmelt::bench
