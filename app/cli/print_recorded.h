// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "models/domain/event.h"

namespace snowmelt {

/// The recorded events of one operation: a line each with its time, or with --json each as it was recorded.
void printRecorded(const Call& call, const QList<Recorded>& recorded);

} // namespace snowmelt
