// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

namespace snowmelt {

/// Capability: say what running nodes use at this moment.
class Usage
{
public:
    virtual ~Usage() = default;
    /// By node; one that does not run, or came in between, is not in it. May take as long as it takes to see a
    /// processor at work.
    virtual Task<QMap<QString, Utilisation>> measure(FleetKey fleet, CallContext context) = 0;
};

} // namespace snowmelt
