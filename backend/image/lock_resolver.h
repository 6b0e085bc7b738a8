// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "backend/image/image_builder.h"
#include "backend/image/recipe_chain.h"

namespace snowmelt {

/// What the mirrors would give each tier of a chain now, lowest first; nullopt: a tier that installs nothing and has no
/// lock. Needs no root and installs nothing. `work` is a folder of its own. PackageNotFound {package, nearest…},
/// MirrorUnreachable, MirrorStale {address}, BuildCommandFailed: the packages do not fit together.
Task<QList<std::optional<Lock>>> resolveLocks(QString work, QList<LoadedRecipe> chain, ImageBuilder::Emit emit,
                                              CallContext context);

} // namespace snowmelt
