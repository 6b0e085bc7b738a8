// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/ssh.h"
#include "backend/transport/ssh_asker.h"
#include "backend/transport/ssh_flow.h"
#include "backend/transport/ssh_route.h"

#include <memory>

namespace snowmelt {

/// Runs commands on existing hosts, reached as OpenSSH's client would reach them: names, jump hosts, known_hosts,
/// agent, keys, passwords. Connections are kept and shared as SshExec does; a jump host's connection is shared by all
/// routes that begin with the same ways.
///
/// Handshakes wait in order: at most 6 at once with one host or through one jump host, 64 overall. That wait and the
/// time a person thinks count against the call's deadline, not against the connect limit (of the way, else of
/// `limits`), which is each hop's own.
///
/// A password, passphrase or code is asked for through `asker` only. No: NobodyAnswered. Routes that fail there fail
/// anew with each call, so who asks must remember a no for as long as it should hold.
class RouteExec
{
public:
    /// `asker` outlives this and all calls.
    explicit RouteExec(SshAsker* asker, SshLimits limits = {});
    ~RouteExec();

    /// `route` has at least one way. An error names the node, and as host the hop that failed.
    Task<ExecResult> exec(SshRoute route, ExecRequest request, CallContext context);
    /// The same, with streams that flow.
    Task<ExecResult> stream(SshRoute route, ExecRequest request, SshFlow flow, CallContext context);
    /// Keep nothing for this route any more. Commands that run there go on; jump hosts others use stay.
    void forget(const SshRoute& route);
    void closeAll();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace snowmelt
