// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/ssh_stream.h"
#include "models/domain/fleet.h"

#include <QByteArray>
#include <QList>
#include <QSocketNotifier>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace snowmelt {

/// A TCP connection.
class SshSocket : public SshStream
{
public:
    /// `news` is called from the event loop whenever something changed: connected, bytes came, room to send, ended.
    explicit SshSocket(std::function<void()> news);
    ~SshSocket() override;

    /// Begins to connect to the first of these numeric addresses that takes the connection. Each but the last has
    /// `patience` for it.
    void open(const QList<Endpoint>& addresses, std::chrono::milliseconds patience);
    void close(const QString& reason) override;

    int descriptor() const override { return m_descriptor; }
    bool connected() const override { return m_connected && !ended(); }
    QString endReason() const override { return m_endReason; }
    qint64 heard() const override { return m_heard; }
    bool congested() const override;
    ssize_t take(char* data, size_t size) override;
    ssize_t put(const char* data, size_t size) override;

private:
    void tryNext();
    void tryAddress(const Endpoint& address);
    void refused(const QString& reason);
    void leaveAddress();
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
    qint64 m_heard = 0;
    QString m_endReason;
    QList<Endpoint> m_addresses; // still to be tried
    Endpoint m_address;          // being tried
    QStringList m_refusals;
    QTimer m_patience;
};

} // namespace snowmelt
