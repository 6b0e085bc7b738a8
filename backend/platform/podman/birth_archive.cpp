// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/birth_archive.h"

#include "backend/platform/podman/tar_writer.h"

namespace snowmelt {

QByteArray birthArchive(const QList<BirthContent>& files)
{
    QByteArray tar;
    TarWriter writer([&tar](const char* bytes, size_t size) {
        tar.append(bytes, static_cast<qsizetype>(size));
        return true;
    });
    bool sshFolder = false;
    for (const BirthContent& file : files) {
        if (file.secret)
            continue;
        if (file.path.startsWith("/root/.ssh/") && !std::exchange(sshFolder, true))
            writer.add({"root/.ssh", 0700, 0, 0, true});
        writer.add({file.path.mid(1), file.mode, file.uid, file.gid, false}, file.content);
    }
    writer.finish();
    return tar;
}

} // namespace snowmelt
