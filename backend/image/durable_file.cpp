// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/durable_file.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace snowmelt {

namespace {

int openRetrying(const QString& path, int flags, mode_t mode = 0)
{
    int descriptor = -1;
    do {
        descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode);
    } while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

bool isStillAt(const QString& path, int descriptor)
{
    struct stat opened = {};
    struct stat there = {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(QFile::encodeName(path).constData(), &there) == 0 &&
           opened.st_dev == there.st_dev && opened.st_ino == there.st_ino;
}

Result<Done> syncPath(const QString& path, int flags)
{
    const int descriptor = openRetrying(path, flags);
    if (descriptor < 0)
        return writeError(path, errno);
    const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (failed != 0)
        return writeError(path, failed);
    return Done{};
}

} // namespace

Error writeError(const QString& path, int errorNumber)
{
    const bool full = errorNumber == ENOSPC || errorNumber == EDQUOT;
    return {full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
            {path},
            QString::fromLocal8Bit(std::strerror(errorNumber))};
}

Result<QByteArray> readWhole(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {path}, file.errorString()};
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::FileUnreadable, {path}, file.errorString()};
    return bytes;
}

Result<Done> moveDurably(const QString& from, const QString& to)
{
    if (auto synced = syncPath(from, O_RDONLY); !synced)
        return synced;
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return writeError(to, errno);
    return syncPath(QFileInfo(to).path(), O_RDONLY | O_DIRECTORY);
}

Result<Done> writeDurably(const QString& path, const QByteArray& content)
{
    const QString temporary =
        QFileInfo(path).path() + QStringLiteral("/.new-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QFile file(temporary);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered | QIODevice::NewOnly))
        return writeError(path, errno);
    if (file.write(content) != content.size()) {
        const Error error = writeError(path, errno);
        file.remove();
        return error;
    }
    file.close();
    auto moved = moveDurably(temporary, path);
    if (!moved)
        QFile::remove(temporary);
    return moved;
}

Result<FileLock> FileLock::open(const QString& path, int operation)
{
    for (;;) {
        const int descriptor = openRetrying(path, O_RDWR | O_CREAT, 0644);
        if (descriptor < 0)
            return writeError(path, errno);
        FileLock lock(descriptor);
        while (::flock(descriptor, operation) != 0) {
            if (errno == EWOULDBLOCK)
                return Cancelled{};
            if (errno != EINTR)
                return writeError(path, errno);
        }
        // Whoever had it may have removed the file: the next to come would make a new one and take that.
        if (isStillAt(path, descriptor))
            return lock;
    }
}

Result<FileLock> FileLock::take(const QString& path)
{
    return open(path, LOCK_EX);
}

Result<FileLock> FileLock::tryTake(const QString& path)
{
    return open(path, LOCK_EX | LOCK_NB);
}

FileLock::FileLock(FileLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace snowmelt
