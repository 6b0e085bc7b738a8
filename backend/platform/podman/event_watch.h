// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/platform/platform.h"
#include "backend/platform/podman/engine.h"

#include <QObject>
#include <QTimer>

namespace snowmelt {

/// Follows the engine's event stream for one fleet while it lives, and follows on when the stream breaks.
class EventWatch : public QObject
{
    Q_OBJECT
public:
    EventWatch(Engine& engine, const FleetKey& fleet, QObject* parent);

    /// Ends the stream; the object deletes itself once its coroutine has ended.
    void stop();

Q_SIGNALS:
    void changed();

private:
    QCoro::Task<void> follow();

    Engine& m_engine;
    FleetKey m_fleet;
    CancelSource m_cancel;
    QTimer m_coalesce;
};

} // namespace snowmelt
