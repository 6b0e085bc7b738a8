// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/control_socket.h"
#include "backend/services/fleet_lock.h"
#include "backend/services/leasing.h"
#include "backend/services/operation.h"

#include <QHash>
#include <QObject>

#include <map>

namespace snowmelt {

/// Runs operations. Lives on the backend thread from its making to its end.
class Backend : public QObject
{
    Q_OBJECT
public:
    Backend(const QString& home, Operation::Sink sink);
    ~Backend() override;

    void start(const OperationId& id, const Request& request);
    void cancel(const OperationId& id);
    void answer(const OperationId& id, const AccessAnswer& answer);
    /// Cancels everything and waits, turning the event loop, until all have cleaned up.
    void finishAll();

Q_SIGNALS:
    void idle();

private:
    /// The fleet, or a group of it, for one act alone, and the door through which others tell it something.
    struct Hold
    {
        std::shared_ptr<FleetLock> lock;
        std::shared_ptr<ControlSocket> control;
        std::shared_ptr<LeaseKeeper> lease;
    };

    QCoro::Task<> run(OperationPtr operation);
    QCoro::Task<Finished> runAlone(OperationPtr operation, Hold hold);
    Result<Hold> takeFleet(const OperationPtr& operation);
    QCoro::Task<Finished> control(OperationPtr operation, ControlIntent intent);
    OperationPtr deploymentOf(const QString& fleet, const QString& group) const;
    std::optional<Error> busy(const Operation& operation) const;

    Rooms m_rooms;
    Operation::Sink m_sink;
    std::map<OperationId, OperationPtr> m_running;
    bool m_swept = false;
};

} // namespace snowmelt
