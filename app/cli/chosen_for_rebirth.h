// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

#include <optional>

namespace snowmelt {

/// Whom `rebirth --drifted` means. Scans the group's nodes, or all groups', and takes those that differ.
struct ChosenForRebirth
{
    QStringList nodes;       ///< of one group
    std::optional<int> ends; ///< there is nothing to do, or it cannot be done: the exit status; it has been told
};
/// `group` empty: any, as long as the nodes that differ are of one.
ChosenForRebirth driftedNodes(const Call& call, const QString& verb, const QString& group);

} // namespace snowmelt
