// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/handshake_gate.h"
#include "backend/transport/jump_stream.h"
#include "backend/transport/login.h"
#include "backend/transport/ssh.h"
#include "backend/transport/ssh_socket.h"

namespace snowmelt {

/// What all connections to existing hosts share.
struct RouteShared
{
    SshAsker* asker = nullptr;
    SshLimits limits;
    std::shared_ptr<HandshakeGate> gate = std::make_shared<HandshakeGate>();
    KeyRing ring;
};

/// To an existing host, or to one on the way: by OpenSSH's configuration, through the connection before it if any.
class RouteApproach : public SshApproach
{
public:
    using Choose = std::function<Connection()>;

    /// `node` is for questions: errors leave it out, since the connection may be several nodes'. `chooseVia` gives a
    /// connection to the jump host, connecting or ready; empty without one. It may answer null: all is being closed.
    RouteApproach(SshWay way, QString node, std::shared_ptr<RouteShared> shared, Choose chooseVia,
                  std::shared_ptr<LoginMemory> memory);

    QString node() const override { return {}; }
    QString host() const override;
    std::chrono::milliseconds limit() const override;
    std::unique_ptr<SshStream> makeStream(std::function<void()> news) override;
    Task<Done> admit(Connection connection) override;
    Task<Done> reach(Connection connection) override;
    Task<Done> trust(Connection connection, QByteArray hostKey) override;
    Task<Done> logIn(Connection connection) override;
    void settled(SshConnection& connection) override;
    void unwanted(SshConnection& connection) override { connection.close(); }
    void failed() override;

    /// It failed, and another connection may fare better: a person's answer came too late for this one, or a kept
    /// connection to a jump host turned out dead.
    bool mayTryAgain() const;
    std::shared_ptr<LoginMemory> memory() const { return m_memory; }

private:
    Task<Done> takeVia(Connection connection);
    Task<Done> passGate(Connection connection);
    Task<Done> reachDirectly(Connection connection);
    Task<Done> reachThrough(Connection connection);
    Task<Done> jump(Connection connection);
    void letGoOfVia();
    QString place() const;

    SshWay m_way;
    std::shared_ptr<RouteShared> m_shared;
    Choose m_chooseVia;
    std::shared_ptr<LoginMemory> m_memory;
    Questioner m_questioner;
    Login m_login;
    std::shared_ptr<HandshakeGate::Pass> m_pass;
    Connection m_via;
    bool m_viaWasReady = false; // when it was chosen
    bool m_wantsVia = false;
    SshSocket* m_socket = nullptr; // the connection's stream is
    JumpStream* m_jump = nullptr;  // one of these
};

} // namespace snowmelt
