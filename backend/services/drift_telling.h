// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"
#include "models/domain/store_note.h"

namespace snowmelt {

/// Tells what a scan of a node found, whoever asked for it, and keeps it: the one way in which a report leaves a scan.
void tellReport(Operation& operation, const DriftReport& report);

/// What could not be kept or read back, and why: a log line.
void tellStoreTrouble(Operation& operation, const StoreNote& note);

} // namespace snowmelt
