// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet_access.h"

namespace snowmelt {

/// The birth of a balancer, with the configuration that makes it serve `config` from its first moment.
Result<NodeSpec> makeBalancerSpec(const FleetAccess& fleet, const Balancer& balancer, const ImageRecord& image,
                                  const QString& deployment, const BalancerConfig& config,
                                  const QList<NodeFacts>& taken);

/// The birth of a database, on its volume.
Result<NodeSpec> makeDatabaseSpec(const FleetAccess& fleet, const Database& database, const ImageRecord& image,
                                  const QString& deployment, const QList<NodeFacts>& taken);

/// The lowest place no node has; 0 when all are taken.
int freePlace(const FleetLease& lease, const QList<NodeFacts>& taken);

/// "/etc/snowmelt/node.conf": see docs/NODE.md.
QByteArray renderNodeConf(const QList<QPair<QByteArray, QString>>& values);

} // namespace snowmelt
