// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/handover.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>
#include <functional>

namespace snowmelt::test {

/// A web server on loopback in a thread of its own, for requests without a body. Who derives from it calls open() when
/// it is ready for take(), and close() first of all when it goes.
class LoopbackWeb
{
public:
    LoopbackWeb(const LoopbackWeb&) = delete;
    LoopbackWeb& operator=(const LoopbackWeb&) = delete;

    int port() const { return m_port; }

protected:
    LoopbackWeb()
    {
        m_here.moveToThread(&m_thread);
        m_thread.start();
    }
    virtual ~LoopbackWeb()
    {
        m_thread.quit();
        m_thread.wait();
    }
    /// A whole request up to the empty line; in the web's thread.
    virtual void take(QTcpSocket* socket, const QByteArray& head) = 0;

    void run(const std::function<void()>& work)
    {
        QMetaObject::invokeMethod(&m_here, parcel<LoopbackWeb>(work), Qt::BlockingQueuedConnection);
        Handover<LoopbackWeb>::take();
    }
    void open()
    {
        run([this] { listen(); });
    }
    void close()
    {
        run([this] { delete m_server; });
    }

private:
    void listen()
    {
        m_server = new QTcpServer;
        m_server->listen(QHostAddress::LocalHost);
        m_port = m_server->serverPort();
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] {
            while (QTcpSocket* socket = m_server->nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { hear(socket); });
        });
    }
    void hear(QTcpSocket* socket)
    {
        QByteArray pending = socket->property("pending").toByteArray() + socket->readAll();
        for (qsizetype end = pending.indexOf("\r\n\r\n"); end >= 0; end = pending.indexOf("\r\n\r\n")) {
            take(socket, pending.left(end + 2));
            pending.remove(0, end + 4);
        }
        socket->setProperty("pending", pending);
    }

    std::atomic<int> m_port{0};
    QThread m_thread;
    QObject m_here; ///< what work is posted to: it lives in m_thread
    QTcpServer* m_server = nullptr;
};

} // namespace snowmelt::test
