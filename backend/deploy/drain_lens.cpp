// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/drain_lens.h"

#include "backend/deploy/sides.h"

#include <algorithm>

namespace snowmelt {

static DrainingNode drainingNode(const BackendState& backend, const PlannedNode& node, const QList<OpenSession>& open)
{
    DrainingNode seen{node.name, 0, 0, 0};
    for (const OpenSession& session : open) {
        if (session.slot != node.slot)
            continue;
        ++seen.sessions;
        seen.oldestSeconds = std::max(seen.oldestSeconds, session.seconds);
        seen.webSockets += session.webSocket;
    }
    // The slot's own count decides when the side is drained, so it is never less than what is shown.
    seen.sessions = std::max(seen.sessions, loadOf(backend, {node}).sessions);
    return seen;
}

QList<DrainingNode> drainingNodes(const BackendState& backend, const QList<PlannedNode>& side,
                                  const QList<OpenSession>& open)
{
    QList<DrainingNode> nodes;
    for (const PlannedNode& node : side) {
        const DrainingNode seen = drainingNode(backend, node, open);
        if (seen.sessions > 0)
            nodes.append(seen);
    }
    std::ranges::stable_sort(nodes, std::ranges::greater(), &DrainingNode::sessions);
    return nodes;
}

} // namespace snowmelt
