// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/fleet.h"
#include "models/domain/result.h"

namespace snowmelt {

struct ExportOptions
{
    QString path; ///< ending decides: .svg or .png; anything else is Unsupported {ending, "export"}
    bool dark = false;
    double scale = 2; ///< PNG only
};

/// Draws the fleet as the window would and writes it atomically (a failure leaves an existing file as it was). A
/// default FleetState draws the blueprint alone. Needs a QGuiApplication (offscreen is enough).
Result<Done> exportDiagram(const Blueprint& blueprint, const FleetState& fleet, const ExportOptions& options);

} // namespace snowmelt
