// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"
#include "backend/fleet/fleet_lease.h"
#include "backend/fleet/slot_marks.h"
#include "backend/platform/platform.h"
#include "models/domain/blueprint/birth_template.h"
#include "models/domain/blueprint/blueprint.h"
#include "models/domain/image_record.h"

#include <QMap>

#include <functional>
#include <memory>

namespace snowmelt {

/// One fleet as every workflow reaches it: blueprint, lease and the drivers. Owned by the operation; the drivers are
/// owned by the backend and outlive it.
struct FleetAccess
{
    Blueprint blueprint;
    FleetLease lease;
    Platform* platform = nullptr;
    QMap<QString, BalancerDriver*> drivers; ///< by blueprint driver name: "haproxy"
    QString home;
    /// Templates of an image; null where nodes are made without images.
    std::function<Task<QList<BirthTemplate>>(Digest, CallContext)> templatesOf{};

    FleetKey key() const { return lease.key(); }
    BalancerDriver* driverOf(const Balancer& balancer) const { return drivers.value(balancer.driver); }
};

/// The birth of a group's node: address from a free place, a fresh host key, its rendered files and secrets.
/// `taken` are the nodes that exist now (their places are not free).
Result<NodeSpec> makeNodeSpec(const FleetAccess& fleet, const Group& group, const QString& nodeName,
                              const QString& slot, const ImageRecord& image, const QString& deployment,
                              const QList<NodeFacts>& taken);

/// What the nodes of an image get rendered at their birth; nothing where there are no images.
Task<QList<BirthTemplate>> birthTemplatesOf(std::shared_ptr<const FleetAccess> fleet, Digest digest,
                                            CallContext context);

/// The same birth with these templates, rendered with the parameters it gives. A file that it gives already stays.
NodeSpec withTemplates(NodeSpec spec, const QList<BirthTemplate>& templates);

/// Everything that is there now, of all parts: platform, balancers, health endpoints asked in parallel. What could not
/// be asked is in FleetState::blind, and the parts concerned are Unknown. Drift counts are not filled here. Whoever
/// looks again passes the same `marks` each time: what they know of a slot's past keeps its failures with the right
/// node.
Task<FleetState> observeFleet(std::shared_ptr<const FleetAccess> fleet, CallContext context,
                              std::shared_ptr<SlotMarks> marks = {});

} // namespace snowmelt
