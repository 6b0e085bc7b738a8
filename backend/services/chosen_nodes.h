// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

#include <chrono>

namespace snowmelt {

/// How long one node may take: longer than all of the probe's own limits, so that a slow section is "could not see" and
/// not the loss of the node.
inline constexpr std::chrono::seconds nodeLookLimit{2400};

/// The nodes of these names, in their order. NodeUnknown for one that is not there.
Result<QList<NodeFacts>> nodesNamed(const QList<NodeFacts>& nodes, const QStringList& names);

} // namespace snowmelt
