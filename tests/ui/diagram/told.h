// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"

/// Tells a document about a fleet as the backend would.
namespace snowmelt::sample {

inline void observe(FleetDocument& document, const FleetState& fleet)
{
    document.apply(Event{QStringLiteral("watch"), fleet.observedAt, FleetObserved{fleet}});
}

inline void tell(FleetDocument& document, const Blueprint& blueprint, const FleetState& fleet)
{
    document.open(blueprint);
    document.apply(
        Event{QStringLiteral("watch"), fleet.observedAt, Started{QStringLiteral("watch"), blueprint.name, {}}});
    observe(document, fleet);
}

} // namespace snowmelt::sample
