// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/store_care.h"
#include "ui/shell/dialogs/confirm_dialog.h"

namespace snowmelt {

/// Asks before builds are removed from the image store: which, and what is lost with them.
Question pruneQuestion(const Pruning& pruning);

} // namespace snowmelt
