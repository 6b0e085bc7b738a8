// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/ssh_files.h"

#include <QHash>

namespace snowmelt {

/// OpenSSH's configuration as it lies on disk, read once as long as it stays as it is. Blocking, quick: regular files
/// of at most 4 MiB, all else is unreadable.
class ConfigFiles
{
public:
    ConfigFiles() = default;
    ConfigFiles(const ConfigFiles&) = delete;
    ConfigFiles& operator=(const ConfigFiles&) = delete;

    /// Forgets everything, and says so, when something that was read or looked for is another now.
    bool changed();
    SshFiles files();

private:
    /// What tells two states of a file apart.
    struct Stamp
    {
        qint64 seconds = 0;
        qint64 nanoseconds = 0;
        qint64 size = -1; ///< -1: not there
        quint64 inode = 0;
        bool operator==(const Stamp&) const = default;
    };
    struct Known
    {
        Stamp stamp;
        SshFileRead read;
    };
    static Stamp stampOf(const QString& path);
    SshFileRead read(const QString& path);
    QStringList glob(const QString& pattern);

    QHash<QString, Known> m_files;
    QHash<QString, QStringList> m_patterns;
};

} // namespace snowmelt
