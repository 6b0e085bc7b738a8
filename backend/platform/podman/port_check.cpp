// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/port_check.h"

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QHostAddress>

namespace snowmelt {

namespace {

bool isTaken(const Endpoint& place)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return false;
    const int yes = 1; // as the engine does: connections that linger are no listener
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(place.port));
    address.sin_addr.s_addr = htonl(QHostAddress(place.host).toIPv4Address());
    // What else may fail (a low port of an ordinary user) is the engine's to say.
    const bool taken =
        ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 && errno == EADDRINUSE;
    ::close(fd);
    return taken;
}

} // namespace

std::optional<Endpoint> listenedPort(const QList<PublishedPort>& ports)
{
    for (const PublishedPort& port : ports)
        if (isTaken(port.outside))
            return port.outside;
    return {};
}

} // namespace snowmelt
