// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/backend_operations.h"

#include "backend/execution/handover.h"
#include "backend/services/backend.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QUuid>

namespace snowmelt {

BackendOperations::BackendOperations(const QString& home, QObject* parent) : Operations(parent)
{
    const auto sink = [this](const Event& event) {
        const auto tell = [this, event] { Q_EMIT this->event(event); };
        QMetaObject::invokeMethod(this, parcel<struct Told>(tell), Qt::QueuedConnection);
    };
    m_thread.post([this, home, sink] { m_backend = std::make_unique<Backend>(home, sink); });
}

BackendOperations::~BackendOperations()
{
    m_thread.runAndWait([this] {
        m_backend->finishAll();
        m_backend.reset();
        QCoreApplication::processEvents(); // SSH channels that were being closed are freed from the loop
    });
}

OperationId BackendOperations::start(const Request& request)
{
    const OperationId id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_thread.post([this, id, request] { m_backend->start(id, request); });
    return id;
}

void BackendOperations::cancel(const OperationId& id)
{
    m_thread.post([this, id] { m_backend->cancel(id); });
}

void BackendOperations::answer(const OperationId& id, const AccessAnswer& answer)
{
    m_thread.post([this, id, answer] { m_backend->answer(id, answer); });
}

QString BackendOperations::defaultHome()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/snowmelt");
}

} // namespace snowmelt
