// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <QByteArray>
#include <QSocketNotifier>

#include <functional>
#include <memory>

#include <sys/types.h>

namespace snowmelt {

/// A TCP connection between the event loop and libssh2's send and receive callbacks.
///
/// libssh2 keeps a half-sent packet and refuses every other call until the same call was repeated (transport.c,
/// send_existing). With several channels on one session that is a trap, so put() takes everything into a queue and
/// libssh2 never sees a full socket. Received bytes are queued too: an end of the connection is noticed while idle.
class SshSocket
{
public:
    /// `news` is called from the event loop whenever something changed: connected, bytes came, room to send, ended.
    explicit SshSocket(std::function<void()> news);
    ~SshSocket();
    SshSocket(const SshSocket&) = delete;
    SshSocket& operator=(const SshSocket&) = delete;

    /// Begins to connect to a numeric address.
    void open(const Endpoint& endpoint);
    void close(const QString& reason);

    int descriptor() const { return m_descriptor; }
    bool connected() const { return m_connected && !ended(); }
    bool ended() const { return !m_endReason.isEmpty(); }
    QString endReason() const { return m_endReason; }
    bool heardAnything() const { return m_heardAnything; }
    bool congested() const; ///< so much is unsent that the sender should wait for news

    ssize_t take(char* data, size_t size);      ///< bytes taken; -EAGAIN: nothing there; 0: ended
    ssize_t put(const char* data, size_t size); ///< `size`, or -EPIPE when ended

private:
    void becomeConnected();
    void onReadable();
    void onWritable();
    void flush();
    void watchForReading();

    std::function<void()> m_news;
    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    QByteArray m_in;
    qsizetype m_taken = 0; // of m_in
    QByteArray m_out;
    qsizetype m_sent = 0; // of m_out
    bool m_connected = false;
    bool m_heardAnything = false;
    QString m_endReason;
};

} // namespace snowmelt
