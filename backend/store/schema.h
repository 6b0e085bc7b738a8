// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/sqlite_file.h"

#include <QStringList>

namespace snowmelt {

/// Brings the journal to the newest format, one numbered migration after the other (PRAGMA user_version), each in a
/// transaction of its own. StoreNewer {path} when the file is ahead of this program; it is not touched then.
/// The format is written down in docs/SWAP.md.
Result<Done> migrate(const SqliteFile& database);
/// The same for another store, by its own migrations: n (from 0) leads from format n to format n + 1.
Result<Done> migrateBy(const QList<QStringList>& steps, const SqliteFile& database);

/// The newest format this program knows.
int newestSchema();

} // namespace snowmelt
