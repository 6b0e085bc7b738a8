// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/podman/engine_host.h"
#include "tests/backend/platform/podman/lab_home.h"

#include <QDir>
#include <QFile>

namespace snowmelt::test {

/// Another podman user of this host, who has nothing to do with Snowmelt: a root of its own with a running container, a
/// network and a volume. Goes when this goes.
class Neighbour
{
public:
    Neighbour()
    {
        const EnginePaths paths = m_home.engine();
        const EngineHost host = probeEngineHost();
        const Result<QString> runtime = chooseRuntime(host);
        const QString rootfs = m_home.path() + QStringLiteral("/rootfs");
        QFile config(paths.config);
        const bool made = runtime.ok() && QDir().mkpath(rootfs + QStringLiteral("/bin")) &&
                          QDir().mkpath(paths.networks) && QDir().mkpath(QFileInfo(paths.config).path()) &&
                          QFile::copy(QStringLiteral("/bin/busybox"), rootfs + QStringLiteral("/bin/busybox")) &&
                          config.open(QIODevice::WriteOnly) &&
                          config.write(renderEngineConfig(host, *runtime, paths)) > 0;
        config.close();
        if (!made)
            qFatal("cannot make the neighbour's files");
        podman("network create --subnet 10.214.77.0/24 neighbour");
        podman("volume create neighbour");
        podman("run --detach --name neighbour --network neighbour --volume neighbour:/data --rootfs " +
               rootfs.toUtf8() + " /bin/busybox sleep 3600");
    }

    /// All it has, and since when it runs.
    QString look() const
    {
        const QByteArray seen =
            podman("inspect --format {{.Id}}/{{.State.Status}}/{{.State.Pid}}/{{.State.StartedAt}} neighbour") +
            podman("network ls --format {{.Name}}") + podman("volume ls --format {{.Name}}") +
            podman("network inspect neighbour");
        return QString::fromUtf8(seen);
    }

private:
    QByteArray podman(const QByteArray& words) const { return m_home.podman(QString::fromUtf8(words).split(u' ')); }

    LabHome m_home;
};

} // namespace snowmelt::test
