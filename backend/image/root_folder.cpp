// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/root_folder.h"

#include "backend/image/durable_file.h"

#include <QDir>
#include <QFile>

#include <filesystem>
#include <sys/stat.h>

namespace snowmelt {

Result<Done> removeTree(const QString& folder)
{
    std::error_code failed;
    std::filesystem::remove_all(QFile::encodeName(folder).toStdString(), failed);
    if (failed)
        return writeError(folder, failed.value());
    return Done{};
}

bool makePrivate(const QString& folder)
{
    return QDir().mkpath(folder) && ::chmod(QFile::encodeName(folder).constData(), 0700) == 0;
}

} // namespace snowmelt
