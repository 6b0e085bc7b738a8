// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/error.h"

#include <optional>

namespace snowmelt {

/// Something a blueprint may say, and diagrams show, that its platform cannot make.
struct UnsupportedPart
{
    QString part; ///< its name
    QString key;  ///< where the blueprint says it: "caches.sessions", "databases.copy.replica-of"
    bool operator==(const UnsupportedPart&) const = default;
};

/// In the order of the blueprint. Empty: `up` can make all of it. Both platforms make balancers that each serve groups
/// of their own, groups with at most one database, and databases that stand alone. Everything on `podman` is on one
/// machine, which cannot be in two zones; zones of a simulation are as real as the rest of it.
/// What exists already nobody makes: on `ssh` nothing is unsupported.
QList<UnsupportedPart> unsupportedParts(const Blueprint& blueprint);

/// The refusal before anything is made: names the first of them, lists all.
std::optional<Error> unsupported(const Blueprint& blueprint);

} // namespace snowmelt
