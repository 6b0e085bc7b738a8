// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/ssh.h"

#include <QList>
#include <QTemporaryDir>

#include <sys/types.h>

namespace snowmelt::bench {

/// Servers to scan: one sshd each, on loopback addresses of their own, with a configuration and a host key of its own.
/// All are this machine: they share its files, its memory and its processors.
class ScanHosts
{
public:
    ScanHosts() = default;
    ~ScanHosts();
    ScanHosts(const ScanHosts&) = delete;
    ScanHosts& operator=(const ScanHosts&) = delete;

    /// Why they are not there; empty: all listen.
    QString start(int count);

    QString folder() const { return m_folder.path(); }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    const QList<SshTarget>& targets() const { return m_targets; }
    /// CPU of all sshd and what ran below them and has ended, in ms. Waits until nothing runs below them.
    qint64 cpuMs() const;

private:
    QString makeKey(const QString& name) const;
    QString startOne(int index);

    QTemporaryDir m_folder;
    QList<SshTarget> m_targets;
    QList<pid_t> m_processes;
};

QByteArray contentOf(const QString& path); ///< empty when it cannot be read
bool writeText(const QString& path, const QString& content);

/// A network of this process's own, so that nobody else's bytes are counted. False where the host does not let us.
bool enterOwnNetwork();
/// Keeps what a person's shell reads at the start of each command over SSH out of the race: false where the host does
/// not let us, and each command then takes as much longer.
bool hideShellStart();
/// Bytes that went over loopback in this network so far, headers included.
qint64 bytesOverLoopback();

} // namespace snowmelt::bench
