// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_format.h"

#include "backend/image/durable_file.h"

#include <cerrno>

namespace snowmelt {

Error archiveWriteError(const QString& path, archive* out)
{
    if (archive_errno(out) == ENOSPC)
        return writeError(path, ENOSPC);
    return {ErrorCode::FileUnwritable, {path}, QString::fromLocal8Bit(archive_error_string(out))};
}

} // namespace snowmelt
