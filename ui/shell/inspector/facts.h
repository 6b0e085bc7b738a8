// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"
#include "ui/shell/inspector/fact_list.h"

namespace snowmelt {

/// What the inspector says of each part, as values.
QList<Fact> nodeFacts(const FleetDocument& document, const NodeState& node);
QList<Fact> balancerFacts(const FleetDocument& document, const BalancerState& balancer);
QList<Fact> databaseFacts(const FleetDocument& document, const DatabaseState& database);
QList<Fact> groupFacts(const FleetDocument& document, const QString& group);
QList<Fact> fleetFacts(const FleetDocument& document);
QList<Fact> imageFacts(const FleetDocument& document, const ImageRef& ref);
/// "healthy · up 12 min"
QString nodeStateText(const NodeState& node, const QDateTime& now);
/// "127.77.1.12 · 3 sessions · born from shop 1.0.0 at 09:41"
QString nodeLine(const NodeState& node, const QDateTime& now);
/// Of hosts that were there before: "36 of 39 reached", "not looked at yet".
QString lookedText(const FleetState& fleet);
const ImageRecord* imageRecord(const FleetDocument& document, const ImageRef& ref);

} // namespace snowmelt
