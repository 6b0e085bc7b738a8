// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/history/report_text.h"

namespace snowmelt {

/// Requests, failures and latencies by side and by who counted, how long the switch took, and what was not counted.
void tellTraffic(ReportText& text, const DeploymentReport& report);

} // namespace snowmelt
