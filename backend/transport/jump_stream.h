// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/ssh_connection.h"

#include <memory>

namespace snowmelt {

/// A connection to another host that a jump host makes for us (direct-tcpip, RFC 4254, 7.2). It holds the jump host's
/// connection for as long as its channel lives there, which may be longer than itself.
class JumpStream : public SshStream
{
public:
    explicit JumpStream(std::function<void()> news);
    ~JumpStream() override;

    /// Begins to connect through a connection that is ready. Again only after gaveWay().
    void open(std::shared_ptr<SshConnection> via, const Endpoint& to);
    /// The jump host's connection is stuck with somebody else's; nothing was begun, another connection may be tried.
    bool gaveWay() const;
    bool refused() const; ///< the jump host said no

    void close(const QString& reason) override;
    int descriptor() const override;
    bool connected() const override;
    QString endReason() const override;
    qint64 heard() const override;
    bool congested() const override;
    ssize_t take(char* data, size_t size) override;
    ssize_t put(const char* data, size_t size) override;

private:
    struct Line;
    static Task<Done> serve(std::shared_ptr<Line> line);

    std::function<void()> m_news;
    std::shared_ptr<Line> m_line;
};

} // namespace snowmelt
