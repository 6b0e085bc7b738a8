// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/report.h"
#include "models/domain/result.h"

namespace snowmelt {

/// Writes the report as one JSON document (snowmelt.report/1: "report"), whole or not at all.
/// Errors: FileUnwritable {path}.
Result<Done> saveReport(const DeploymentReport& report, const QString& path);

} // namespace snowmelt
