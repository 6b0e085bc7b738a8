// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/chosen_nodes.h"

#include <algorithm>

namespace snowmelt {

Result<QList<NodeFacts>> nodesNamed(const QList<NodeFacts>& nodes, const QStringList& names)
{
    QList<NodeFacts> picked;
    for (const QString& name : names) {
        const auto found = std::ranges::find(nodes, name, &NodeFacts::name);
        if (found == nodes.end())
            return Error{ErrorCode::NodeUnknown, {name}, {}};
        picked.append(*found);
    }
    return picked;
}

} // namespace snowmelt
