// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/route_exec.h"

namespace snowmelt {

/// How a command is run where images are built. When nobody waits for it any more it sees the end of its input.
class HostChannel
{
public:
    virtual ~HostChannel() = default;
    virtual Task<ExecResult> run(ExecRequest request, SshFlow flow, CallContext context) = 0;
};

/// On a host over SSH.
class SshChannel : public HostChannel
{
public:
    /// `exec` outlives this and all calls.
    SshChannel(RouteExec* exec, SshRoute route) : m_exec(exec), m_route(std::move(route)) {}
    Task<ExecResult> run(ExecRequest request, SshFlow flow, CallContext context) override
    {
        return m_exec->stream(m_route, std::move(request), std::move(flow), std::move(context));
    }

private:
    RouteExec* m_exec;
    SshRoute m_route;
};

/// On this machine, as whoever runs Snowmelt.
class ProcessChannel : public HostChannel
{
public:
    Task<ExecResult> run(ExecRequest request, SshFlow flow, CallContext context) override;
};

} // namespace snowmelt
