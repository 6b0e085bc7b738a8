// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet_access.h"
#include "backend/fleet/fleet_timing.h"
#include "models/domain/event.h"

#include <functional>

namespace snowmelt {

using Emit = std::function<void(EventBody)>;

/// Creates what is missing: network, database, nodes, balancer, each from `images` (all that the blueprint's parts
/// refer to, built already); waits until the balancer serves healthy nodes. Never changes what an existing group runs,
/// nor who serves where a deployment left both sides standing: GroupBusy {group, what}. Unsupported {what, where}
/// before anything is made, when a running balancer has fewer slots than a group has nodes. Of the groups in `open`,
/// whose deployment nobody has ended, what stands still is started and nothing else is done: DeploymentOpen {group,
/// what} at the end.
Task<Done> bringUp(std::shared_ptr<const FleetAccess> fleet, QMap<ImageRef, ImageRecord> images, QString storeLayout,
                   QString deployment, QStringList open, Emit emit, CallContext context, FleetTiming timing = {});

/// Removes the nodes, the network and, when told, the volumes this fleet made, and nothing else.
Task<Done> takeDown(std::shared_ptr<const FleetAccess> fleet, bool volumes, Emit emit, CallContext context,
                    FleetTiming timing = {});

} // namespace snowmelt
