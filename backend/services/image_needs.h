// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"
#include "models/domain/image/pruning.h"

namespace snowmelt {

/// What all fleets of this data folder need of its image store: what their nodes run, and what the journal's open and
/// last deployments may go back to. A fleet that does not answer, or on which somebody acts just now, has not been
/// asked. An error when the journal or a fleet's lease cannot be read: what they need would look like nobody's.
Task<ImageNeeds> imageNeeds(OperationPtr operation, int keep);

} // namespace snowmelt
