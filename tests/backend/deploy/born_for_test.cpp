// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/fleet_access.h"

namespace snowmelt {

/// web-N at place 10 + N, as the simulated fleet has them.
Result<NodeSpec> makeNodeSpec(const FleetAccess&, const Group& group, const QString& nodeName, const QString& slot,
                              const ImageRecord& image, const QString& deployment, const QList<NodeFacts>&)
{
    const QString place = QString::number(10 + nodeName.section(u'-', 1).toInt());
    const QString outside = u"127.77.4."_qs + place;
    NodeSpec spec;
    spec.name = nodeName;
    spec.group = group.name;
    spec.slot = slot;
    spec.deployment = deployment;
    spec.image = image.ref;
    spec.digest = image.digest;
    spec.address = u"10.213.4."_qs + place;
    spec.ports = {{{outside, 22}, 22}, {{outside, 8080}, 8080}};
    return spec;
}

} // namespace snowmelt
