// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/handover.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <functional>

namespace snowmelt::test {

/// A web server on loopback in a thread of its own: keep-alive, 200 and its name to everything.
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
            const bool check = pending.startsWith("GET /healthz");
            const bool http10 = pending.left(pending.indexOf("\r\n")).endsWith("HTTP/1.0");
            pending.remove(0, end + 4);
            m_requests += !check;
            QTimer::singleShot(check ? m_delayMs : 0, socket, [this, socket, http10] { answer(socket, http10); });
        }
        socket->setProperty("pending", pending);
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
};

} // namespace snowmelt::test
