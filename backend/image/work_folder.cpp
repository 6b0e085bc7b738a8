// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/work_folder.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <filesystem>

namespace snowmelt {

namespace {

QString buildFolder(const QString& home)
{
    return home + QStringLiteral("/build");
}

QString lockOf(const QString& folder)
{
    return folder + QStringLiteral(".lock");
}

// Lock last: a folder without one would look forgotten while it is being removed, a lock without a folder harms nobody.
Result<Done> removeTree(const QString& folder)
{
    std::error_code failed;
    std::filesystem::remove_all(QFile::encodeName(folder).toStdString(), failed);
    if (failed)
        return writeError(folder, failed.value());
    QFile::remove(lockOf(folder));
    return Done{};
}

} // namespace

Result<WorkFolder> WorkFolder::make(const QString& home)
{
    const QString path = buildFolder(home) + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!QDir().mkpath(buildFolder(home)))
        return writeError(path, errno);
    auto lock = FileLock::tryTake(lockOf(path));
    if (!lock)
        return lock.as<WorkFolder>();
    if (!QDir().mkpath(path))
        return writeError(path, errno);
    return WorkFolder(path, lock.take());
}

Result<Done> WorkFolder::remove()
{
    return removeTree(m_path);
}

Result<Done> WorkFolder::sweep(const QString& home)
{
    const QDir folder(buildFolder(home));
    const QStringList locks = folder.entryList({QStringLiteral("*.lock")}, QDir::Files);
    for (const QString& name : locks) {
        const QString path = folder.filePath(name.chopped(5));
        const auto lock = FileLock::tryTake(lockOf(path));
        if (!lock)
            continue; // another Snowmelt is building in it
        if (auto removed = removeTree(path); !removed)
            return removed;
    }
    return Done{};
}

} // namespace snowmelt
