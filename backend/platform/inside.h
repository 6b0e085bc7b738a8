// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

#include <functional>

namespace snowmelt {

/// Capability: reach into a node without any service of its own, before anything in it is known to work.
class Inside
{
public:
    virtual ~Inside() = default;
    using Hear = std::function<void(const QByteArray& line)>;

    /// Runs `command` by "/bin/sh -e -c" as root and answers its exit status; what it writes on either stream is heard
    /// line by line. After a cancel or at the deadline it may run on until the node ends.
    virtual Task<int> run(FleetKey fleet, QString node, QString command, Hear hear, CallContext context) = 0;
    /// The end of what the node's own programs wrote since it was made.
    virtual Task<QByteArray> log(FleetKey fleet, QString node, CallContext context) = 0;
    /// When it was started last; UTC, finer than a second.
    virtual Task<QDateTime> startedAt(FleetKey fleet, QString node, CallContext context) = 0;
};

} // namespace snowmelt
