// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/backend_thread.h"
#include "models/ports/operations.h"

#include <QString>

#include <memory>

namespace snowmelt {

class Backend;

/// The port's real side: hands requests to the backend thread and brings its events back, in order. Its end cancels
/// what runs, waits until it has cleaned up, and joins the thread.
class BackendOperations : public Operations
{
    Q_OBJECT
public:
    explicit BackendOperations(const QString& home, QObject* parent = nullptr);
    ~BackendOperations() override;

    OperationId start(const Request& request) override;
    void cancel(const OperationId& id) override;
    void answer(const OperationId& id, const AccessAnswer& answer) override;

    /// $XDG_DATA_HOME/snowmelt.
    static QString defaultHome();

private:
    BackendThread m_thread;
    std::unique_ptr<Backend> m_backend; // made, used and ended on the thread
};

} // namespace snowmelt
