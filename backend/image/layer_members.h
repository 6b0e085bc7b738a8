// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"

namespace snowmelt {

/// One member of a layer's tar, in all that decides its bytes.
struct LayerMember
{
    QByteArray path; ///< absolute; a whiteout has the name the layer gives it
    FileType type = FileType::Unknown;
    int mode = 0;
    qint64 uid = 0;
    qint64 gid = 0;
    qint64 size = 0;
    qint64 changedAt = 0;  ///< seconds since 1970
    QByteArray sha256;     ///< hex, of regular files that have data of their own
    QByteArray target;     ///< links
    QByteArray sameAs;     ///< hard links: the member that has the data
    QByteArray device;     ///< "1:3", of devices
    QByteArray attributes; ///< "name=hex" of each extended attribute, sorted, separated by a space
    bool operator==(const LayerMember&) const = default;
};

/// All members of a layer in the order of its tar. FileUnreadable, Cancelled. Blocking.
Result<QList<LayerMember>> readMembers(const QString& layerFile, const StopFlag& stop);

} // namespace snowmelt
