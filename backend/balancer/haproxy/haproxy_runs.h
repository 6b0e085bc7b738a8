// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"

#include <optional>

namespace snowmelt::haproxy {

/// The order cut where it turns from giving traffic (Ready) to taking it away, or back.
QList<QList<SlotPlacement>> runsOf(const QList<SlotPlacement>& modes);

/// What the reading says instead of what was asked: "a1 is maint, wanted ready". A slot that shall take traffic must be
/// up.
std::optional<QByteArray> disobeyed(const BalancerReading& reading, const QString& group,
                                    const QList<SlotPlacement>& wanted);

} // namespace snowmelt::haproxy
