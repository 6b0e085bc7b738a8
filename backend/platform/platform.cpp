// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/platform.h"

namespace snowmelt {

bool NodeFacts::operator==(const NodeFacts& other) const
{
    const auto samePorts = [](const PublishedPort& a, const PublishedPort& b) {
        return a.outside == b.outside && a.inside == b.inside;
    };
    return name == other.name && group == other.group && role == other.role && slot == other.slot &&
           deployment == other.deployment && lifecycle == other.lifecycle && image == other.image &&
           digest == other.digest && address == other.address && ssh == other.ssh &&
           std::equal(ports.begin(), ports.end(), other.ports.begin(), other.ports.end(), samePorts) &&
           sshHostKey == other.sshHostKey && birth == other.birth && startedAt == other.startedAt &&
           fleet == other.fleet && sshUser == other.sshUser && sshJumps == other.sshJumps && unseen == other.unseen;
}

} // namespace snowmelt
