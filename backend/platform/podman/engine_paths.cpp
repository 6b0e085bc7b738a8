// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/engine_paths.h"

#include <QCryptographicHash>
#include <QDir>

#include <unistd.h>

namespace snowmelt {

EnginePaths enginePaths(const QString& home, const QString& runBase)
{
    const QString folder = QDir::cleanPath(home) + u"/podman";
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    const QString run = runBase + u'/' + QString::fromLatin1(hash);
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
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return runtime.isEmpty() ? QString() : QString(runtime + u"/snowmelt");
}

} // namespace snowmelt
