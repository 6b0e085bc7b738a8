// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QSaveFile>

namespace snowmelt {

/// Nothing is there, or a file is: a device, a pipe or a folder is no place for one.
inline bool isReplaceable(const QString& path)
{
    const QFileInfo there(path);
    return !there.exists() || there.isFile();
}

/// Puts `bytes` in the place of what `file` names. False: it stayed as it was, and file.errorString() says why.
inline bool replaceWith(QSaveFile& file, const QByteArray& bytes)
{
    // What is small is written by flush() first: commit() alone would not hear of a full disk (Qt 6.4).
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.commit();
}

} // namespace snowmelt
