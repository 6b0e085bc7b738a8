// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/task.h"
#include "backend/image/durable_file.h"
#include "models/domain/event.h"

#include <functional>
#include <memory>
#include <optional>

namespace snowmelt {

/// A folder of one build below `home`/build, locked while its Snowmelt lives.
class WorkFolder
{
public:
    static Result<WorkFolder> make(const QString& home);
    QString path() const { return m_path; }
    /// Everything in it and itself. Blocking. Mounts were private to the build's processes and ended with them.
    Result<Done> remove();

    /// Removes the folders whose Snowmelt is gone. Blocking.
    static Result<Done> sweep(const QString& home);
    /// Whether the Snowmelt whose folder is called `name` lives. Blocking.
    static bool isInUse(const QString& home, const QString& name);
    /// Whether any build, of whichever process, has a folder now. Blocking.
    static bool anyInUse(const QString& home);

private:
    WorkFolder(QString path, FileLock lock) : m_path(std::move(path)), m_lock(std::move(lock)) {}
    QString m_path;
    FileLock m_lock;
};

/// Removes the folder of a build on another thread and tells so as Progress{CleaningUp}; null: there is none.
Task<Done> removeWork(std::shared_ptr<WorkFolder> work, std::function<void(EventBody)> emit);

} // namespace snowmelt
