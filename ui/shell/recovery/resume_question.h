// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/recovery.h"
#include "ui/shell/dialogs/confirm_dialog.h"

namespace snowmelt {

/// Asks before a way is taken, with what it will do and what cannot be taken back.
Question resumeQuestion(Way way, const OpenDeployment& open);

} // namespace snowmelt
