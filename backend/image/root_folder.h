// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace snowmelt {

/// A folder with everything in it, whatever its names and types are; nothing is followed.
Result<Done> removeTree(const QString& folder);

/// Makes a folder where roots lie: they hold setuid programs of whatever age, and nobody else on this host may walk in.
/// False: errno says why.
bool makePrivate(const QString& folder);

} // namespace snowmelt
