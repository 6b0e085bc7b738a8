// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/host_headroom.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>

namespace snowmelt {

namespace {

qint64 diskBelow(const QString& root)
{
    // Before the first image there is no root yet: its disk is that of the folder it will be made in.
    QString folder = QDir::cleanPath(root);
    while (!QFile::exists(folder) && folder.contains(u'/'))
        folder = folder.section(u'/', 0, -2);
    const QStorageInfo storage(folder.isEmpty() ? QStringLiteral("/") : folder);
    return storage.isValid() && storage.isReady() ? storage.bytesAvailable() : -1;
}

} // namespace

qint64 availableMemory(const QByteArray& meminfo)
{
    for (const QByteArray& line : meminfo.split('\n')) {
        if (!line.startsWith("MemAvailable:"))
            continue;
        bool ok = false;
        const qint64 kibibytes = line.simplified().split(' ').value(1).toLongLong(&ok);
        return ok ? kibibytes * 1024 : -1;
    }
    return -1;
}

Headroom hostHeadroom(const QString& root)
{
    Headroom room;
    QFile meminfo(QStringLiteral("/proc/meminfo"));
    if (meminfo.open(QIODevice::ReadOnly))
        room.memory = availableMemory(meminfo.readAll());
    room.disk = diskBelow(root);
    return room;
}

} // namespace snowmelt
