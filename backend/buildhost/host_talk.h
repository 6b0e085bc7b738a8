// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/buildhost/host_calls.h"
#include "backend/buildhost/host_channel.h"

#include <functional>

namespace snowmelt {

/// What goes in and comes out while a call runs. Empty: nothing goes in; what comes out is kept.
struct HostStreams
{
    QString inputFile{};
    /// For calls that end when nobody is there any more: is somebody still? With one, no file.
    std::function<bool()> isWanted{};
    std::function<bool(const QByteArray&)> out{}; ///< as SshFlow::out
    std::function<void()> begun{};                ///< the call begins
};

/// Calls of the host's script.
class HostTalk
{
public:
    /// `host` for errors.
    HostTalk(std::shared_ptr<HostChannel> channel, QString host)
        : m_channel(std::move(channel)), m_host(std::move(host))
    {
    }

    void become(HostRoot root) { m_root = root; }
    void workIn(const QString& folder) { m_folder = folder; }
    /// Who logs in. RemoteCommandFailed when there is no shell.
    Task<HostRights> rights(CallContext context);
    /// What it said; failures as callFailure() has them.
    Task<ExecResult> call(HostCall call, HostStreams streams, CallContext context);

private:
    std::shared_ptr<HostChannel> m_channel;
    QString m_host;
    QString m_folder;
    HostRoot m_root = HostRoot::Login;
};

} // namespace snowmelt
