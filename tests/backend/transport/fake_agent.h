// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/wire.h"

#include <QHash>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTest>
#include <QTimer>

namespace snowmelt::testing {

constexpr char listRequest = 11; // draft-miller-ssh-agent
constexpr char signRequest = 13;

inline QByteArray listOf(const QList<QByteArray>& blobs)
{
    QByteArray list = QByteArray(1, 12) + wireNumber(quint32(blobs.size()));
    for (const QByteArray& blob : blobs)
        list += wireText(blob) + wireText("a key");
    return wireText(list);
}

/// Answers each kind of request with the bytes it was given; with none it says nothing.
class FakeAgent : public QLocalServer
{
public:
    QHash<char, QByteArray> answers;
    int delayMs = 0;
    bool goesOn = false;  ///< says its answer again and again
    bool hangsUp = false; ///< after its answer
    QList<char> asked{};
    qint64 taken = 0; ///< bytes
    int open = 0;

    explicit FakeAgent(const QString& path)
    {
        QVERIFY(listen(path));
        connect(this, &QLocalServer::newConnection, this, [this] { serve(nextPendingConnection()); });
    }

private:
    void serve(QLocalSocket* socket)
    {
        ++open;
        connect(socket, &QLocalSocket::disconnected, this, [this] { --open; });
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            const char kind = socket->readAll().mid(4, 1).at(0);
            asked.append(kind);
            QTimer::singleShot(delayMs, socket, [this, socket, kind] { answer(socket, kind); });
        });
    }
    void answer(QLocalSocket* socket, char kind)
    {
        const QByteArray bytes = answers.value(kind);
        connect(socket, &QLocalSocket::bytesWritten, this, [this, socket, bytes](qint64 count) {
            taken += count;
            if (goesOn)
                socket->write(bytes);
        });
        socket->write(bytes);
        if (hangsUp)
            socket->disconnectFromServer();
    }
};

} // namespace snowmelt::testing
