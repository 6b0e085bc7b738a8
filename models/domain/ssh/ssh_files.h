// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace snowmelt {

/// What came of reading a file.
struct SshFileRead
{
    enum class State { Read, Missing, Unreadable };
    State state = State::Missing;
    QByteArray bytes; ///< when Read
};

/// How configuration is got at: nothing here opens a file itself.
struct SshFiles
{
    std::function<SshFileRead(const QString& path)> read;
    /// The absolute paths that match a pattern of glob(7), sorted. A pattern without wildcards names its own path, and
    /// only when it is there.
    std::function<QStringList(const QString& pattern)> glob;
};

/// Where something stands. Lines and columns count from 1, columns in characters; line 0 is the file as a whole.
struct SshPlace
{
    QString file;
    int line = 0;
    int column = 0;
    bool operator==(const SshPlace&) const = default;
};

} // namespace snowmelt
