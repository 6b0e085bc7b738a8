// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "backend/transport/ssh_connection.h"
#include "backend/transport/ssh_flow.h"

#include <functional>
#include <memory>

namespace snowmelt {

/// The connection a command is to run on.
struct SshFound
{
    std::shared_ptr<SshConnection> connection;
    /// Asked when it failed before the command was sent: whether a fresh one may fare better. Must not be true for
    /// ever.
    std::function<bool()> mayTryAgain;
};

/// Runs a command on the connection that `find` gives, as SshExec says. `node` is filled in where an error of a shared
/// connection has none.
Task<ExecResult> runOverSsh(std::function<SshFound()> find, QString node, ExecRequest request, SshFlow flow,
                            CallContext context);

} // namespace snowmelt
