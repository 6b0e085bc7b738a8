// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/known_hosts_file.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace snowmelt {

namespace {

Error cannotWrite(const QString& path)
{
    return {ErrorCode::FileUnwritable, {path}, QString::fromLocal8Bit(std::strerror(errno))};
}

// A last line that somebody left without its end would swallow ours.
bool lacksLineEnd(int descriptor)
{
    struct stat status
    {
    };
    char last = '\n';
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0)
        (void)!::pread(descriptor, &last, 1, status.st_size - 1);
    return last != '\n';
}

// A file that cannot be looked for is not missing: it might say that a key changed.
bool isMissing(const QString& path)
{
    struct stat status
    {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

// In authorized_keys or a profile a line of ours would do something else.
bool isOfKnownHosts(const QString& path)
{
    KnownHosts there;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        readKnownHosts(file.readAll(), path, &there);
    return !there.hosts.isEmpty() || there.broken.isEmpty();
}

void makeFolder(const QString& path)
{
    const QString folder = QFileInfo(path).path();
    ::mkdir(QFile::encodeName(folder).constData(), 0700);
}

} // namespace

Result<KnownHosts> readKnownHostsFiles(const QStringList& paths)
{
    KnownHosts known;
    for (const QString& path : paths) {
        if (isMissing(path))
            continue;
        QFile file(path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (file.error() != QFileDevice::NoError)
            return Error{ErrorCode::FileUnreadable, {path}, file.errorString()};
        readKnownHosts(bytes, path, &known);
    }
    return known;
}

Result<Done> appendKnownHost(const QString& path, const QByteArray& line)
{
    if (!isOfKnownHosts(path))
        return Error{ErrorCode::FileUnwritable, {path}, QStringLiteral("not a file of known hosts")};
    makeFolder(path);
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600);
    if (descriptor < 0)
        return cannotWrite(path);
    const QByteArray bytes = lacksLineEnd(descriptor) ? QByteArray('\n' + line) : line;
    const bool isWhole = ::write(descriptor, bytes.constData(), size_t(bytes.size())) == bytes.size();
    const bool isClosed = ::close(descriptor) == 0;
    return isWhole && isClosed ? Result<Done>(Done{}) : Result<Done>(cannotWrite(path));
}

} // namespace snowmelt
