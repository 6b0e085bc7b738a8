// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/engine_paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace snowmelt {

namespace {

/// Nobody else may write there, as the XDG base directories want it.
bool isOwnFolder(const QString& path)
{
    struct stat found
    {
    };
    return path.startsWith(u'/') && ::lstat(QFile::encodeName(path).constData(), &found) == 0 &&
           S_ISDIR(found.st_mode) && found.st_uid == ::geteuid() && (found.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

} // namespace

EnginePaths enginePaths(const QString& home, const QString& runBase)
{
    const QString folder = QDir::cleanPath(home) + u"/podman";
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    const QString run = runBase.isEmpty() ? QString() : runBase + u'/' + QString::fromLatin1(hash);
    EnginePaths paths;
    paths.root = folder + u"/root";
    paths.networks = folder + u"/networks";
    paths.uploads = folder + u"/uploads";
    paths.config = folder + u"/containers.conf";
    paths.log = folder + u"/service.log";
    paths.run = run;
    paths.runRoot = run + u"/root";
    paths.temporary = run + u"/tmp";
    paths.socket = run + u"/engine.sock";
    paths.serviceLock = run + u"/service.lock";
    paths.servicePid = run + u"/service.pid";
    return paths;
}

QString defaultRunBase()
{
    if (::geteuid() == 0)
        return QStringLiteral("/run/snowmelt");
    // Without the variable, as below su or cron, podman looks in the same place.
    const QString session = QStringLiteral("/run/user/") + QString::number(::geteuid());
    for (const QString& runtime : {qEnvironmentVariable("XDG_RUNTIME_DIR"), session})
        if (isOwnFolder(runtime))
            return QString(runtime + u"/snowmelt");
    return {};
}

} // namespace snowmelt
