// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"

namespace snowmelt {

/// What the log shows of it, in one line or more; empty: it is no news.
QString logText(const LogEntry& entry);

} // namespace snowmelt
