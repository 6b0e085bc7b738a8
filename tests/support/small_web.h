// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/loopback_web.h"

#include <QCryptographicHash>
#include <QPointer>
#include <QTimer>

namespace snowmelt::test {

/// A web server on loopback in a thread of its own: keep-alive, 200 and its name to everything. "/hold" is
/// answered by release(), and who asks for a WebSocket gets one that says nothing.
class SmallWeb : public LoopbackWeb
{
public:
    explicit SmallWeb(QByteArray name, int delayMs = 0) : m_name(std::move(name)), m_delayMs(delayMs) { open(); }
    ~SmallWeb() override { close(); }

    int requests() const { return m_requests; } ///< without health checks

    /// Answers what was held.
    void release()
    {
        run([this] {
            for (const QPointer<QTcpSocket>& socket : std::exchange(m_held, {}))
                if (socket)
                    answer(socket, false);
        });
    }

private:
    void take(QTcpSocket* socket, const QByteArray& head) override
    {
        const bool check = head.startsWith("GET /healthz");
        const bool http10 = head.left(head.indexOf("\r\n")).endsWith("HTTP/1.0");
        m_requests += !check;
        if (head.startsWith("GET /hold")) {
            m_held << socket;
            return;
        }
        if (const QByteArray key = header(head, "sec-websocket-key"); !key.isEmpty())
            return upgrade(socket, key);
        QTimer::singleShot(check ? m_delayMs : 0, socket, [this, socket, http10] { answer(socket, http10); });
    }
    static QByteArray header(const QByteArray& head, const QByteArray& name)
    {
        for (const QByteArray& line : head.split('\n'))
            if (line.toLower().startsWith(QByteArray(name + ':')))
                return line.mid(name.size() + 1).trimmed();
        return {};
    }
    /// RFC 6455, 4.2.2: HAProxy compares the key's answer.
    static void upgrade(QTcpSocket* socket, const QByteArray& key)
    {
        const QByteArray seed = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        const QByteArray digest = QCryptographicHash::hash(seed, QCryptographicHash::Sha1);
        socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: " +
                      digest.toBase64() + "\r\n\r\n");
    }
    void answer(QTcpSocket* socket, bool last) const
    {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(m_name.size()) +
                      (last ? "\r\nConnection: close" : "") + "\r\n\r\n" + m_name);
        if (last)
            socket->disconnectFromHost();
    }

    QByteArray m_name;
    int m_delayMs;
    std::atomic<int> m_requests{0};
    QList<QPointer<QTcpSocket>> m_held;
};

} // namespace snowmelt::test
