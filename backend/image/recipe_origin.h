// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "models/domain/image/papers/provenance.h"

namespace snowmelt {

/// What git says of the folder a recipe is in; a recipe that the commit does not have makes it dirty. Git runs as the
/// folder's owner, so that a repository's configuration gets no more rights than who wrote it; it changes nothing
/// there. What it does not say is not known, and no error.
Task<RecipeOrigin> originOf(QString recipeFile, CallContext context);

} // namespace snowmelt
