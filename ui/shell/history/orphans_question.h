// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/orphan.h"
#include "ui/shell/dialogs/confirm_dialog.h"

namespace snowmelt {

/// Asks before orphans are removed: which, and what is lost with them.
Question orphansQuestion(const QList<Orphan>& orphans);

} // namespace snowmelt
