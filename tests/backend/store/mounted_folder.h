// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace snowmelt::sample {

/// Mounts of this process alone; of its threads those that begin later. It takes root.
inline bool hasOwnMounts()
{
    static const bool has =
        geteuid() == 0 && unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    return has;
}

/// A folder that is read-only, or holds little, until the end: seen by this process alone.
class MountedFolder
{
public:
    static MountedFolder readOnly(const QString& path) { return {path, Kind::ReadOnly}; }
    static MountedFolder little(const QString& path) { return {path, Kind::Little}; } ///< empty, 256 KiB
    ~MountedFolder();
    MountedFolder(const MountedFolder&) = delete;
    MountedFolder& operator=(const MountedFolder&) = delete;

    bool ok() const { return m_ok; } ///< it takes root

private:
    enum class Kind { ReadOnly, Little };
    MountedFolder(const QString& path, Kind kind);

    QByteArray m_path;
    bool m_ok = false;
};

inline MountedFolder::MountedFolder(const QString& path, Kind kind) : m_path(QFile::encodeName(path))
{
    const char* at = m_path.constData();
    if (!hasOwnMounts())
        return;
    if (kind == Kind::Little)
        m_ok = mount("little", at, "tmpfs", 0, "size=256k") == 0;
    else
        m_ok = mount(at, at, nullptr, MS_BIND, nullptr) == 0 &&
               mount(nullptr, at, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

inline MountedFolder::~MountedFolder()
{
    if (m_ok)
        umount2(m_path.constData(), MNT_DETACH);
}

} // namespace snowmelt::sample
