// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/ssh.h"
#include "tests/support/free_port.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <vector>

#include <unistd.h>

namespace snowmelt::testing {

/// A real sshd of its own on loopback, with fresh keys, for the user who runs the test.
class TestSshd
{
public:
    /// `settings` go before the usual ones, which they replace. `wrapper` is what sshd is started with.
    explicit TestSshd(const QString& settings = {}, const QStringList& wrapper = {},
                      const QString& address = QStringLiteral("127.0.0.1"))
        : m_address(address)
    {
        start(settings, wrapper);
    }
    ~TestSshd() { stop(); }

    SshTarget target() const
    {
        SshTarget target;
        target.name = QStringLiteral("web-1");
        target.endpoint = {m_address, m_port};
        target.user = userName();
        target.hostKey = text(QStringLiteral("host.pub"));
        target.privateKeyFile = path(QStringLiteral("client"));
        target.publicKeyFile = path(QStringLiteral("client.pub"));
        return target;
    }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString text(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    /// How often someone has logged in.
    int logins() const { return int(text(QStringLiteral("log")).count(QStringLiteral("Accepted publickey"))); }
    void makeKey(const QString& name, const QString& type) const
    {
        run(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), type, QStringLiteral("-N"),
                                           QString(), QStringLiteral("-f"), path(name)});
    }
    void authorize(const QString& name) const
    {
        QFile file(path(QStringLiteral("authorized")));
        QVERIFY(file.open(QIODevice::Append));
        file.write(text(name + u".pub").toUtf8());
    }

private:
    static void run(const QString& program, const QStringList& arguments)
    {
        QCOMPARE(QProcess::execute(program, arguments), 0);
    }
    static QString userName()
    {
        QProcess id;
        id.start(QStringLiteral("id"), {QStringLiteral("-un")});
        id.waitForFinished();
        return QString::fromUtf8(id.readAllStandardOutput()).trimmed();
    }
    void start(const QString& settings, const QStringList& wrapper)
    {
        if (geteuid() == 0)
            QDir().mkpath(QStringLiteral("/run/sshd")); // where sshd wants to be locked in
        makeKey(QStringLiteral("host"), QStringLiteral("ed25519"));
        makeKey(QStringLiteral("client"), QStringLiteral("ed25519"));
        authorize(QStringLiteral("client"));
        m_port = test::freePort();
        QFile config(path(QStringLiteral("config")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        const QString lines = QStringLiteral("Port %1\nListenAddress %3\nHostKey %2/host\nPidFile none\n"
                                             "AuthorizedKeysFile %2/authorized\nStrictModes no\nUsePAM no\n"
                                             "PermitRootLogin prohibit-password\nLogLevel VERBOSE\n"
                                             "MaxStartups 100\nSetEnv HOME=%2\n") // not what ~/.bashrc does here
                                  .arg(m_port)
                                  .arg(m_folder.path(), m_address);
        config.write(settings.toUtf8() + lines.toUtf8());
        config.close();
        m_process.setStandardErrorFile(path(QStringLiteral("log")));
        const QStringList command =
            wrapper + QStringList{QStringLiteral("/usr/sbin/sshd"), QStringLiteral("-D"), QStringLiteral("-e"),
                                  QStringLiteral("-f"), path(QStringLiteral("config"))};
        m_process.start(command.first(), command.mid(1));
        QVERIFY2(m_process.waitForStarted(), "openssh-server is needed");
        QTRY_VERIFY_WITH_TIMEOUT(text(QStringLiteral("log")).contains(QStringLiteral("Server listening")), 20'000);
    }
    void stop()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    QString m_address;
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

/// Forwards connections to a port until it is told to cut them.
class TestRelay : public QTcpServer
{
public:
    explicit TestRelay(int port)
    {
        QVERIFY(listen(QHostAddress::LocalHost));
        connect(this, &QTcpServer::newConnection, this, [this, port] { join(nextPendingConnection(), port); });
    }
    Endpoint endpoint() const { return {QStringLiteral("127.0.0.1"), serverPort()}; }
    int connections() const { return m_count; }
    int ended() const { return m_ended; } ///< by the server
    void cut()
    {
        const auto sockets = std::exchange(m_sockets, {});
        for (QTcpSocket* socket : sockets)
            socket->abort();
    }

private:
    void join(QTcpSocket* near, int port)
    {
        ++m_count;
        auto* far = new QTcpSocket(near);
        far->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
        connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        connect(far, &QTcpSocket::disconnected, near, [this, near] {
            ++m_ended;
            near->disconnectFromHost();
        });
        m_sockets << near << far;
    }
    QList<QTcpSocket*> m_sockets;
    int m_count = 0;
    int m_ended = 0;
};

} // namespace snowmelt::testing
