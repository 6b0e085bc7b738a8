// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpSocket>
#include <QThread>

#include <atomic>

namespace snowmelt::test {

/// Asks as fast as it is answered and never retries: whatever is not a whole 200 is a failure. With `keepAlive` a
/// connection is used until the other side closes it after an answer that said so.
class StrictClient final : public QThread
{
public:
    StrictClient(int port, bool keepAlive) : m_port(port), m_keepAlive(keepAlive) {}
    ~StrictClient() override { stop(); }

    void stop()
    {
        m_stop = true;
        wait();
    }
    int answered() const { return m_answered; }
    int failed() const { return m_failed; }

protected:
    void run() override
    {
        QTcpSocket socket;
        while (!m_stop) {
            const bool good = ask(socket);
            ++(good ? m_answered : m_failed);
            if (!m_keepAlive || !good)
                socket.abort();
        }
    }

private:
    bool ask(QTcpSocket& socket) const
    {
        if (socket.state() != QAbstractSocket::ConnectedState) {
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_port));
            if (!socket.waitForConnected(5000))
                return false;
        }
        socket.write("GET / HTTP/1.1\r\nHost: shop\r\n\r\n");
        QByteArray answer;
        while (!whole(answer)) {
            if (!socket.waitForReadyRead(5000))
                return false;
            answer += socket.readAll();
        }
        return answer.startsWith("HTTP/1.1 200 ");
    }
    static bool whole(const QByteArray& answer)
    {
        const qsizetype head = answer.indexOf("\r\n\r\n");
        const qsizetype length = answer.toLower().indexOf("content-length: ");
        return head > 0 && length > 0 &&
               answer.size() >= head + 4 + answer.mid(length + 16, answer.indexOf('\r', length) - length - 16).toInt();
    }

    int m_port;
    bool m_keepAlive;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_answered{0};
    std::atomic<int> m_failed{0};
};

} // namespace snowmelt::test
