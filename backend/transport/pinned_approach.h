// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/ssh.h"
#include "backend/transport/ssh_approach.h"
#include "backend/transport/ssh_socket.h"

#include <optional>

namespace snowmelt {

/// To a node of our own: a numeric address, a pinned host key, one key file.
class PinnedApproach : public SshApproach
{
public:
    PinnedApproach(SshTarget target, SshLimits limits);

    QString node() const override { return m_target.name; }
    QString host() const override { return m_target.endpoint.text(); }
    std::chrono::milliseconds limit() const override { return m_limits.connect; }
    std::unique_ptr<SshStream> makeStream(std::function<void()> news) override;
    Task<Done> admit(Connection connection) override;
    Task<Done> reach(Connection connection) override;
    Task<Done> trust(Connection connection, QByteArray hostKey) override;
    Task<Done> logIn(Connection connection) override;
    void settled(SshConnection&) override {}
    void unwanted(SshConnection&) override {} // goes on: the next call will want it
    void failed() override {}

private:
    std::optional<Error> unusableKey() const;

    SshTarget m_target;
    SshLimits m_limits;
    SshSocket* m_socket = nullptr; // the connection's
};

} // namespace snowmelt
