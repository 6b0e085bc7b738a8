// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/work_folder.h"

#include "backend/execution/blocking.h"
#include "backend/image/root_folder.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <algorithm>

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

QStringList locksOf(const QString& home)
{
    return QDir(buildFolder(home)).entryList({QStringLiteral("*.lock")}, QDir::Files);
}

// Lock last: a folder without one would look forgotten while it is being removed, a lock without a folder harms nobody.
Result<Done> removeWithLock(const QString& folder)
{
    auto removed = removeTree(folder);
    if (removed)
        QFile::remove(lockOf(folder));
    return removed;
}

} // namespace

Result<WorkFolder> WorkFolder::make(const QString& home)
{
    const QString path = buildFolder(home) + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!makePrivate(buildFolder(home)))
        return writeError(path, errno);
    auto lock = FileLock::take(lockOf(path)); // somebody may just be looking whether it is held
    if (!lock)
        return lock.as<WorkFolder>();
    if (!QDir().mkpath(path))
        return writeError(path, errno);
    return WorkFolder(path, lock.take());
}

Result<Done> WorkFolder::remove()
{
    return removeWithLock(m_path);
}

bool WorkFolder::isInUse(const QString& home, const QString& name)
{
    const QString lock = lockOf(buildFolder(home) + u'/' + name);
    return QFile::exists(lock) && !FileLock::tryTake(lock);
}

bool WorkFolder::anyInUse(const QString& home)
{
    const QStringList locks = locksOf(home);
    return std::ranges::any_of(
        locks, [&home](const QString& name) { return !FileLock::tryTake(buildFolder(home) + u'/' + name); });
}

Result<Done> WorkFolder::sweep(const QString& home)
{
    const QDir folder(buildFolder(home));
    for (const QString& name : locksOf(home)) {
        const QString path = folder.filePath(name.chopped(5));
        const auto lock = FileLock::tryTake(lockOf(path));
        if (!lock) // another Snowmelt is building in it
            continue;
        if (auto removed = removeWithLock(path); !removed)
            return removed;
    }
    return Done{};
}

Task<Done> removeWork(std::shared_ptr<WorkFolder> work, std::function<void(EventBody)> emit)
{
    if (!work)
        co_return Done{};
    emit(Progress{Phase::CleaningUp, {}, 0, 0});
    const std::function<Result<Done>()> remove = [work] { return work->remove(); };
    const auto removed = co_await runBlocking<Done>(remove);
    co_return removed;
}

} // namespace snowmelt
