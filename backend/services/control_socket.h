// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"

#include <QCoro/QCoroTask>
#include <QLocalServer>
#include <QObject>

#include <functional>

namespace snowmelt {

/// How another process reaches the one that runs a deployment: a Unix socket, one per home and fleet, in a folder only
/// this user can enter. A line of JSON asks ({"rollback":"GROUP"}); lines of snowmelt.event/1 answer, up to Finished.
class ControlSocket : public QObject
{
    Q_OBJECT
public:
    /// Finds the operation that deploys this group here, or null.
    using Find = std::function<OperationPtr(const QString& group)>;

    ControlSocket(const QString& home, const QString& fleet, Find find, QObject* parent = nullptr);

    static QString path(const QString& home, const QString& fleet);

private:
    void accept();
    void serve(QLocalSocket* socket, const QByteArray& line);

    QLocalServer m_server;
    Find m_find;
};

/// How a rollback ended, told from how the deployment ended that it turned round: blue serving is what was asked for.
Finished rollBackEnd(const Finished& deployment, const QString& group);

/// Asks the process that holds the fleet to roll back, and passes on what it says as the operation's own events.
/// NothingToRollBack when nobody listens or nothing is deploying there.
QCoro::Task<Finished> rollBackElsewhere(OperationPtr operation, QString group);

} // namespace snowmelt
