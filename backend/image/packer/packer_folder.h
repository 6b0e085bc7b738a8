// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace snowmelt {

/// Something in the folder of a template.
struct PackerFile
{
    enum class Kind { File, Program, Folder, Link };
    QString path; ///< relative to the folder
    Kind kind = Kind::File;
    QByteArray content; ///< of a link its target
    bool operator==(const PackerFile&) const = default;
};

/// Everything in the folder of a template, sorted by path, without ".git": a template may read any of it, so all of it
/// decides what is built. At most 64 MiB and 4,096 names: FileTooLarge {folder, bytes, limit} and PackerInvalid
/// {"", template}. What is no file, folder or link within the folder is FileUnreadable {path}. Blocking.
Result<QList<PackerFile>> readPackerFolder(const QString& templateFile);

/// One text of a file and its name, so that a build's key follows both.
QByteArray identityOf(const PackerFile& file);

/// Writes them into a folder, which is made. FileUnwritable, DiskFull. Blocking.
Result<Done> placePackerFolder(const QList<PackerFile>& files, const QString& folder);

} // namespace snowmelt
