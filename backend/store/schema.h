// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/sqlite_file.h"

namespace snowmelt {

/// Brings the journal to the newest format, one numbered migration after the other (PRAGMA user_version), each in a
/// transaction of its own. StoreNewer {path} when the file is ahead of this program; it is not touched then.
/// The format is written down in docs/SWAP.md.
Result<Done> migrate(const SqliteFile& database);

/// The newest format this program knows.
int newestSchema();

} // namespace snowmelt
