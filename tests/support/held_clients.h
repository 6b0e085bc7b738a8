// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace snowmelt::test {

/// Connections to a loopback port that stay open until they are let go.
class HeldClients
{
public:
    explicit HeldClients(int port) : m_port(port) {}

    /// A request that SmallWeb holds.
    bool hold() { return send("GET /hold HTTP/1.1\r\nHost: shop\r\n\r\n"); }
    /// A WebSocket; true when it is one.
    bool upgrade()
    {
        return send("GET /socket HTTP/1.1\r\nHost: shop\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n") &&
               answered().startsWith("HTTP/1.1 101 ");
    }
    /// Asks, is answered, and keeps the connection for a next request that does not come.
    bool idle() { return ask("/"); }
    bool ask(const QByteArray& path)
    {
        return send("GET " + path + " HTTP/1.1\r\nHost: shop\r\n\r\n") && answered().startsWith("HTTP/1.1 200 ");
    }
    void letGo() { m_sockets.clear(); }

private:
    bool send(const QByteArray& request)
    {
        m_sockets.push_back(std::make_unique<QTcpSocket>());
        QTcpSocket& socket = *m_sockets.back();
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_port));
        return socket.waitForConnected(5000) && socket.write(request) == request.size() &&
               socket.waitForBytesWritten(5000);
    }
    QByteArray answered()
    {
        QTcpSocket& socket = *m_sockets.back();
        QByteArray head;
        while (!head.contains("\r\n\r\n") && socket.waitForReadyRead(5000))
            head += socket.readAll();
        return head;
    }

    int m_port;
    std::vector<std::unique_ptr<QTcpSocket>> m_sockets;
};

} // namespace snowmelt::test
