// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/splice.h"
#include "models/editing/edit.h"
#include "models/editing/outline.h"

namespace snowmelt::editing {

/// What an edit cuts in a blueprint's text. The parts it names are there, and it changes something.
QList<Splice> cutsOf(const Outline& outline, const Edit& edit);

} // namespace snowmelt::editing
