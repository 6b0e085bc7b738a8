// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

namespace snowmelt {

/// As whom scripts run on a host.
enum class HostRights {
    Unknown,
    User, ///< who logged in: what root alone can see stays unseen
    Sudo, ///< root, by sudo without a password
    Root, ///< who logged in is root
};

/// A script for whatever shell the user has: it is asked for one thing that all of them understand, to be /bin/sh, and
/// what it or its configuration prints before is told apart by the mark.
ExecRequest shellRequest(const ExecRequest& request, HostRights rights, const QByteArray& mark);

/// What the script itself printed. Nothing when it never ran: no mark.
std::optional<ExecResult> scriptResult(const ExecResult& result, const QByteArray& mark);

/// RemoteCommandFailed {node, command, exit status}: there is no shell behind this login, or no sudo any more.
Error notAShell(const QString& node, HostRights rights, const ExecResult& result);

/// Asks who one is, and, unless that is root, whether sudo makes one root without a password.
QByteArray rightsScript(const QByteArray& nonce);
/// Unknown when it is no answer of that script.
HostRights rightsSaid(const QByteArray& out, const QByteArray& nonce);

} // namespace snowmelt
