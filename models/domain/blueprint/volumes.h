// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"

#include <algorithm>

namespace snowmelt {

/// Does taking the fleet down remove its volumes without being asked to? Only when there are databases and none keeps
/// its volume. A blueprint without databases may have had one when the fleet came up: it says nothing about a volume
/// that is there, so that stays until a person says otherwise.
inline bool volumesEndWithFleet(const Blueprint& blueprint)
{
    const QList<Database>& databases = blueprint.databases;
    return !databases.isEmpty() && std::none_of(databases.begin(), databases.end(),
                                                [](const Database& database) { return database.keepVolume; });
}

} // namespace snowmelt
