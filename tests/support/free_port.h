// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHostAddress>
#include <QTcpServer>

namespace snowmelt::test {

/// A loopback port for a server that is told its port and opens it itself. Below the ports the system gives to
/// outgoing connections (Linux: from 32768 on, ip(7)), or a connection of any other test could have it by then; from
/// another start in each process, so that two tests at once do not choose the same.
inline int freePort()
{
    constexpr int lowest = 12000;
    constexpr int count = 20000;
    static int tried = static_cast<int>(QCoreApplication::applicationPid() * 61 % count);
    for (int n = 0; n < count; ++n) {
        tried = (tried + 1) % count;
        QTcpServer server;
        if (server.listen(QHostAddress::LocalHost, static_cast<quint16>(lowest + tried)))
            return server.serverPort();
    }
    qFatal("no port is free");
}

} // namespace snowmelt::test
