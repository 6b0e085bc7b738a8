// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

#include <sys/types.h>

namespace snowmelt {

/// The bytes below one SSH connection, between the event loop and libssh2's send and receive callbacks.
///
/// libssh2 keeps a half-sent packet and refuses every other call until the same call was repeated (transport.c,
/// send_existing). With several channels on one session that is a trap, so put() takes everything into a queue and
/// libssh2 never sees a full stream. Received bytes are queued too: an end of the connection is noticed while idle.
class SshStream
{
public:
    SshStream() = default;
    virtual ~SshStream() = default;
    SshStream(const SshStream&) = delete;
    SshStream& operator=(const SshStream&) = delete;

    virtual void close(const QString& reason) = 0;
    virtual int descriptor() const = 0; ///< of the TCP connection at the bottom
    virtual bool connected() const = 0;
    virtual QString endReason() const = 0; ///< empty while it has not ended
    bool ended() const { return !endReason().isEmpty(); }
    virtual qint64 heard() const = 0;   ///< bytes that came
    virtual bool congested() const = 0; ///< so much is unsent that the sender should wait for news

    virtual ssize_t take(char* data, size_t size) = 0;      ///< bytes taken; -EAGAIN: nothing there; 0: ended
    virtual ssize_t put(const char* data, size_t size) = 0; ///< `size`, or -EPIPE when ended

    static constexpr qsizetype inLimit = 1024 * 1024;
    static constexpr qsizetype outLimit = 256 * 1024;
};

} // namespace snowmelt
