// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/trial/port_knock.h"

#include "backend/execution/completion.h"
#include "backend/execution/interruption.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTimer>

namespace snowmelt {

namespace {

constexpr std::chrono::milliseconds hangUpTime{30};

} // namespace

Task<QString> knock(Endpoint service, CallContext context)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    Completion over;
    const auto end = [over]() mutable { over.fire(); };
    QTimer listening;
    listening.setSingleShot(true);
    QObject::connect(&listening, &QTimer::timeout, &socket, end);
    QObject::connect(&socket, &QTcpSocket::connected, &listening, [&listening] { listening.start(hangUpTime); });
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, end);
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &socket, end);
    const Interruption interruption(context, end);
    socket.connectToHost(QHostAddress(service.host), static_cast<quint16>(service.port));
    co_await over;
    if (interruption.byCancel())
        co_return Cancelled{};
    if (interruption.happened())
        co_return QStringLiteral("timed out");
    if (socket.error() != QAbstractSocket::UnknownSocketError)
        co_return socket.errorString();
    co_return QString();
}

} // namespace snowmelt
