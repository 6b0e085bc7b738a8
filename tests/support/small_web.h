// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/handover.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <functional>

namespace snowmelt::test {

/// A web server on loopback in a thread of its own: keep-alive, 200 and its name to everything. "/hold" is
/// answered by release(), and who asks for a WebSocket gets one that says nothing.
class SmallWeb
{
public:
    explicit SmallWeb(QByteArray name, int delayMs = 0) : m_name(std::move(name)), m_delayMs(delayMs)
    {
        m_here.moveToThread(&m_thread);
        m_thread.start();
        run([this] { open(); });
    }
    ~SmallWeb()
    {
        run([this] { delete m_server; });
        m_thread.quit();
        m_thread.wait();
    }
    SmallWeb(const SmallWeb&) = delete;
    SmallWeb& operator=(const SmallWeb&) = delete;

    int port() const { return m_port; }
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
    void run(const std::function<void()>& work)
    {
        QMetaObject::invokeMethod(&m_here, parcel<SmallWeb>(work), Qt::BlockingQueuedConnection);
        Handover<SmallWeb>::take();
    }
    void open()
    {
        m_server = new QTcpServer;
        m_server->listen(QHostAddress::LocalHost);
        m_port = m_server->serverPort();
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] {
            while (QTcpSocket* socket = m_server->nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { take(socket); });
        });
    }
    void take(QTcpSocket* socket)
    {
        QByteArray pending = socket->property("pending").toByteArray() + socket->readAll();
        for (qsizetype end = pending.indexOf("\r\n\r\n"); end >= 0; end = pending.indexOf("\r\n\r\n")) {
            const QByteArray head = pending.left(end + 2);
            const bool check = head.startsWith("GET /healthz");
            const bool http10 = head.left(head.indexOf("\r\n")).endsWith("HTTP/1.0");
            pending.remove(0, end + 4);
            m_requests += !check;
            if (head.startsWith("GET /hold")) {
                m_held << socket;
                continue;
            }
            if (const QByteArray key = header(head, "sec-websocket-key"); !key.isEmpty()) {
                upgrade(socket, key);
                continue;
            }
            QTimer::singleShot(check ? m_delayMs : 0, socket, [this, socket, http10] { answer(socket, http10); });
        }
        socket->setProperty("pending", pending);
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
    std::atomic<int> m_port{0};
    std::atomic<int> m_requests{0};
    QThread m_thread;
    QObject m_here; ///< what work is posted to: it lives in m_thread
    QTcpServer* m_server = nullptr;
    QList<QPointer<QTcpSocket>> m_held;
};

} // namespace snowmelt::test
