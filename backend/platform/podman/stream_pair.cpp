// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/stream_pair.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace snowmelt {

StreamPair::StreamPair()
{
    int ends[2] = {-1, -1};
    // A socket pair rather than a pipe: MSG_NOSIGNAL works on sockets only.
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0)
        ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    m_reader = ends[0];
    m_writer = std::make_shared<StreamWriter>(ends[1]);
}

void StreamPair::closeReader()
{
    if (m_reader >= 0)
        ::close(m_reader);
    m_reader = -1;
}

bool StreamWriter::write(const char* bytes, size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(m_descriptor, bytes, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return false;
        bytes += sent;
        size -= static_cast<size_t>(sent);
    }
    return true;
}

void StreamWriter::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

} // namespace snowmelt
