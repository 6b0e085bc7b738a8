// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace snowmelt {

/// FileUnwritable, or DiskFull when that is why; both with the system's words.
Error writeError(const QString& path, int errorNumber);

/// All of a file, or why not: FileUnreadable. QFile::readAll() alone takes a read that fails for the file's end.
Result<QByteArray> readWhole(const QString& path);

/// Temporary name, fsync, rename, fsync of the folder: after a crash the file is the old or the new one, whole.
Result<Done> writeDurably(const QString& path, const QByteArray& content);

/// The last part of the above for a file that was written elsewhere on the same file system.
Result<Done> moveDurably(const QString& from, const QString& to);

/// An exclusive lock on a file, held while this lives; also between processes, and gone with the process.
class FileLock
{
public:
    static Result<FileLock> take(const QString& path);    ///< waits
    static Result<FileLock> tryTake(const QString& path); ///< Cancelled when someone else has it
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
    static Result<FileLock> open(const QString& path, int operation);
    int m_descriptor = -1;
};

} // namespace snowmelt
