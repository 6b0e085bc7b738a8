// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"
#include "backend/balancer/haproxy/haproxy_paths.h"

#include <QStringList>

namespace snowmelt {

/// A free slot points at the discard port of its own host and is disabled: HAProxy cannot declare a server without an
/// address.
extern const QString freeSlotAddress;
constexpr int freeSlotPort = 9;

/// "a1" … "aN", "b1" … "bN": both sides of a deployment, declared in advance.
QStringList slotNames(int slotsPerSide);

/// The same truth in one spelling: free placements left out, the others in slot order.
BalancerConfig normalised(BalancerConfig config);

/// Stable text: the same truth gives the same bytes. Drain is written as weight 0, the only spelling of it that
/// HAProxy's configuration has; Maint as `disabled`.
QByteArray renderHaproxyConfig(const BalancerConfig& config, const HaproxyPaths& paths);

/// One line of it, with its line end: "    server a1 10.213.4.11:8080".
QByteArray haproxyServerLine(const SlotPlacement& placement);

/// What renderHaproxyConfig() wrote, or what a person made of it: unknown lines are passed over, a line that should say
/// a truth and does not is an error (Unexpected {what}). readHaproxyConfig(render(x)) == normalised(x).
Result<BalancerConfig> readHaproxyConfig(const QByteArray& text);

} // namespace snowmelt
