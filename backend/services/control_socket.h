// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"

#include <QCoro/QCoroTask>
#include <QLocalServer>
#include <QObject>

namespace snowmelt {

/// How another process of this user reaches a deployment: a Unix socket, one per home, fleet and group, in a folder
/// only this user can enter. A line of JSON tells it something ({"command":"pause","person":"mina@laptop",
/// "seconds":0}); the first line that comes back is {"refused": Error or null}. After a rollback or an abort lines of
/// snowmelt.event/1 follow, up to Finished.
class ControlSocket : public QObject
{
    Q_OBJECT
public:
    ControlSocket(const QString& home, const OperationPtr& deployment, QObject* parent = nullptr);

    static QString path(const QString& home, const QString& fleet, const QString& group);

private:
    void accept();
    void serve(QLocalSocket* socket, const QByteArray& line);

    QLocalServer m_server;
    std::weak_ptr<Operation> m_deployment;
};

/// Whether who gave this command waits until the deployment has ended by it.
bool waitsForTheEnd(Command command);
/// The end of a command that was obeyed at once.
Finished heard();
/// How a command ended that waited for the deployment's end: blue serving is what a rollback asks for, standing still
/// is what an abort does.
Finished controlEnd(const Finished& deployment, const ControlIntent& told);

/// Tells the process that works on the group, and passes on what it says as the operation's own events.
/// NothingToRollBack {group, the image to swap back to} when nobody listens there.
QCoro::Task<Finished> controlElsewhere(OperationPtr operation, ControlIntent intent);

} // namespace snowmelt
