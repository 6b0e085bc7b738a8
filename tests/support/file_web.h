// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/handover.h"

#include <QDir>
#include <QHostAddress>
#include <QMap>
#include <QMutex>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>

namespace snowmelt::test {

/// A web server on loopback in a thread of its own that has files: a mirror of the test's making. It can be told to
/// give other bytes, or to never answer.
class FileWeb
{
public:
    FileWeb()
    {
        m_here.moveToThread(&m_thread);
        m_thread.start();
        run([this] { open(); });
    }
    ~FileWeb()
    {
        run([this] { delete m_server; });
        m_thread.quit();
        m_thread.wait();
    }
    FileWeb(const FileWeb&) = delete;
    FileWeb& operator=(const FileWeb&) = delete;

    int port() const { return m_port; }
    QString address(const QString& path) const { return QStringLiteral("http://127.0.0.1:%1%2").arg(port()).arg(path); }

    void put(const QByteArray& path, const QByteArray& content)
    {
        const QMutexLocker locker(&m_mutex);
        m_files[path] = content;
    }
    void remove(const QByteArray& path)
    {
        const QMutexLocker locker(&m_mutex);
        m_files.remove(path);
    }
    /// Takes requests for it, and says nothing.
    void hold(const QByteArray& path)
    {
        const QMutexLocker locker(&m_mutex);
        m_held.append(path);
    }
    /// What was asked for, in its order.
    QList<QByteArray> asked() const
    {
        const QMutexLocker locker(&m_mutex);
        return m_asked;
    }

private:
    void run(const std::function<void()>& work)
    {
        QMetaObject::invokeMethod(&m_here, parcel<FileWeb>(work), Qt::BlockingQueuedConnection);
        Handover<FileWeb>::take();
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
            const QByteArray path = QByteArray::fromPercentEncoding(pending.left(end).split(' ').value(1));
            answer(socket, QDir::cleanPath(QString::fromUtf8(path)).toUtf8()); // apt asks for "/own/./Packages"
            pending.remove(0, end + 4);
        }
        socket->setProperty("pending", pending);
    }
    void answer(QTcpSocket* socket, const QByteArray& path)
    {
        const QMutexLocker locker(&m_mutex);
        m_asked.append(path);
        if (m_held.contains(path))
            return;
        const bool known = m_files.contains(path);
        const QByteArray body = known ? m_files[path] : QByteArray("nothing here");
        socket->write(QByteArray(known ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found") +
                      "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    mutable QMutex m_mutex;
    QMap<QByteArray, QByteArray> m_files;
    QList<QByteArray> m_held;
    QList<QByteArray> m_asked;
    std::atomic<int> m_port{0};
    QThread m_thread;
    QObject m_here; ///< what work is posted to: it lives in m_thread
    QTcpServer* m_server = nullptr;
};

} // namespace snowmelt::test
