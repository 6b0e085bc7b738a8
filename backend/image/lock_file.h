// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/lock.h"
#include "models/domain/result.h"

#include <optional>

namespace snowmelt {

/// "recipes/web.lock" of "recipes/web.yaml".
QString lockFileOf(const QString& recipeFile);

/// The lock beside a recipe; nullopt: there is none. LockInvalid, FileUnreadable. Blocking.
Result<std::optional<Lock>> readLock(const QString& recipeFile);

struct LockToWrite
{
    QString file;
    Lock lock;
};
/// All of them or, when one cannot be written, none. FileUnwritable, DiskFull. Blocking.
Result<Done> writeLocks(const QList<LockToWrite>& locks);

} // namespace snowmelt
