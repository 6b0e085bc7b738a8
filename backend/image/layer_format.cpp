// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_format.h"

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

} // namespace snowmelt
