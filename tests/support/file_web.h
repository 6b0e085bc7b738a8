// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/loopback_web.h"

#include <QDir>
#include <QMap>
#include <QMutex>
#include <QStringList>

namespace snowmelt::test {

/// A web server on loopback in a thread of its own that has files: a mirror of the test's making. It can be told to
/// give other bytes, or to never answer.
class FileWeb : public LoopbackWeb
{
public:
    FileWeb() { open(); }
    ~FileWeb() override { close(); }

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
    /// From now on answers only who says "NAME:PASSWORD".
    void setLogin(const QByteArray& login)
    {
        const QMutexLocker locker(&m_mutex);
        m_login = "\r\nAuthorization: Basic " + login.toBase64() + "\r\n";
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
    void take(QTcpSocket* socket, const QByteArray& head) override
    {
        if (const QMutexLocker locker(&m_mutex); !head.contains(m_login)) {
            socket->write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        const QByteArray path = QByteArray::fromPercentEncoding(head.split(' ').value(1));
        answer(socket, QDir::cleanPath(QString::fromUtf8(path)).toUtf8()); // apt asks for "/own/./Packages"
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
    QByteArray m_login;
    QList<QByteArray> m_asked;
};

} // namespace snowmelt::test
