// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_format.h"

#include "backend/image/durable_file.h"

#include <cerrno>

namespace snowmelt {

QByteArray readData(archive* in, qint64 limit)
{
    QByteArray bytes(limit, Qt::Uninitialized);
    qint64 size = 0;
    la_ssize_t got = 0;
    while (size < limit && (got = archive_read_data(in, bytes.data() + size, static_cast<size_t>(limit - size))) > 0)
        size += got;
    bytes.truncate(size);
    return bytes;
}

Error archiveWriteError(const QString& path, archive* out)
{
    if (archive_errno(out) == ENOSPC)
        return writeError(path, ENOSPC);
    return {ErrorCode::FileUnwritable, {path}, QString::fromLocal8Bit(archive_error_string(out))};
}

} // namespace snowmelt
