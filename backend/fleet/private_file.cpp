// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/private_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

namespace snowmelt {

namespace {

Error unwritable(const QString& path, const QString& why)
{
    return Error{ErrorCode::FileUnwritable, {path}, why};
}

} // namespace

Result<Done> writePrivateFile(const QString& path, const QByteArray& content)
{
    QTemporaryFile file(path + u".XXXXXX"); // made with 0600
    if (!file.open() || file.write(content) != content.size() || !file.flush() || ::fsync(file.handle()) != 0)
        return unwritable(path, file.errorString());
    if (::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
        return unwritable(path, qt_error_string());
    file.setAutoRemove(false);
    return Done{};
}

Result<Done> makePrivateFolder(const QString& path)
{
    constexpr QFile::Permissions ours = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, ours))
        return unwritable(path, qt_error_string());
    return Done{};
}

Result<QByteArray> readWholeFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {path}, file.errorString()};
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::FileUnreadable, {path}, file.errorString()};
    return bytes;
}

} // namespace snowmelt
