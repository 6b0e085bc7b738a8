// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/page.h"
#include "models/domain/planning/report.h"

namespace snowmelt {

/// What a deployment did, by whom and when, as a page that is printed or written as Markdown. Has the parts that say
/// something.
Page reportPage(const DeploymentReport& report);

} // namespace snowmelt
