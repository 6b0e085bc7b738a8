// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/task.h"
#include "backend/transport/ssh_stream.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>

namespace snowmelt {

class SshConnection;

/// What differs between nodes of our own and existing hosts: how the bytes get there, which host key is believed, and
/// how one logs in. Belongs to one connection, which calls each step once, in this order, and passes itself.
/// Every step ends soon after the connection has failed. Errors have the node as their first argument.
class SshApproach
{
public:
    using Connection = std::shared_ptr<SshConnection>;

    SshApproach() = default;
    virtual ~SshApproach() = default;
    SshApproach(const SshApproach&) = delete;
    SshApproach& operator=(const SshApproach&) = delete;

    virtual QString node() const = 0;                    ///< for errors
    virtual QString host() const = 0;                    ///< for errors: "host:port"
    virtual std::chrono::milliseconds limit() const = 0; ///< until authenticated; waits of our own do not count
    virtual std::unique_ptr<SshStream> makeStream(std::function<void()> news) = 0;

    /// Waits for its turn; the limit does not run yet.
    virtual Task<Done> admit(Connection connection) = 0;
    /// Connects the stream, and says which host keys to ask for.
    virtual Task<Done> reach(Connection connection) = 0;
    virtual Task<Done> trust(Connection connection, QByteArray hostKey) = 0;
    virtual Task<Done> logIn(Connection connection) = 0;
    /// It is over, well or badly: lets go of what was needed on the way.
    virtual void settled(SshConnection& connection) = 0;
    /// Nobody waits for the connection any more, and it is not ready.
    virtual void unwanted(SshConnection& connection) = 0;
    /// The connection has failed: whoever is waited for, a person or an agent, need not answer any more.
    virtual void failed() = 0;
};

} // namespace snowmelt
