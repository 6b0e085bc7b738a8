// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/secret_file.h"

#include <QDir>
#include <QFile>
#include <QUrl>

#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace snowmelt {

namespace {

Error unwritable(const QString& path)
{
    return {ErrorCode::FileUnwritable, {path}, {}};
}

bool writeAll(const QByteArray& path, const QByteArray& bytes)
{
    const int descriptor = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return false;
    const bool written = ::write(descriptor, bytes.constData(), size_t(bytes.size())) == bytes.size() &&
                         ::fchmod(descriptor, 0600) == 0 && ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && written;
}

} // namespace

QString secretFilePath(const QString& folder, const QString& key)
{
    QString name = QString::fromLatin1(QUrl::toPercentEncoding(key));
    if (name.startsWith(u'.')) // no hidden file, no way up
        name.replace(0, 1, QStringLiteral("%2E"));
    return folder + u'/' + name;
}

Result<Secret> readSecretFile(const QString& folder, const QString& key)
{
    const QString path = secretFilePath(folder, key);
    struct stat state
    {
    };
    if (::stat(QFile::encodeName(path).constData(), &state) != 0)
        return Secret();
    if ((state.st_mode & 0077) != 0)
        return Error{ErrorCode::SecretUnavailable, {key}, u"others may read " + path};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {path}, file.errorString()};
    return Secret(file.readAll());
}

Result<Done> writeSecretFile(const QString& folder, const QString& key, const Secret& secret)
{
    const QString path = secretFilePath(folder, key);
    const QByteArray name = QFile::encodeName(path);
    const QByteArray temporary = name + ".new";
    const bool ready = QDir().mkpath(folder) && ::chmod(QFile::encodeName(folder).constData(), 0700) == 0;
    if (!ready || !writeAll(temporary, secret.reveal()))
        return unwritable(path);
    if (std::rename(temporary.constData(), name.constData()) != 0)
        return unwritable(path);
    return Done{};
}

void removeSecretFile(const QString& folder, const QString& key)
{
    QFile::remove(secretFilePath(folder, key));
}

} // namespace snowmelt
