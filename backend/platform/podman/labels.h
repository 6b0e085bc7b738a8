// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

#include <QJsonObject>

namespace snowmelt {

inline constexpr auto fleetLabel = "io.snowmelt.fleet";

/// Everything Snowmelt must know about a node again, from any machine, as the engine keeps it. Birth files are listed
/// without their content; secret ones are not listed at all, they are in no layer.
QJsonObject nodeLabels(const FleetKey& fleet, const NodeSpec& spec, const QDateTime& bornAt);

/// One entry of the engine's container list back into facts. Nothing when it is not a node of Snowmelt's.
std::optional<NodeFacts> factsOf(const QJsonObject& container);

Lifecycle lifecycleOf(const QString& engineState);

/// How this fleet's things are called in the engine: "snowmelt-shop-1a2b3c4d".
QString fleetPrefix(const FleetKey& fleet);
QString containerName(const FleetKey& fleet, const QString& node);
QString volumeName(const FleetKey& fleet, const QString& volume);
/// Names of a node's secrets begin with this.
QString secretPrefix(const FleetKey& fleet, const QString& node);

} // namespace snowmelt
