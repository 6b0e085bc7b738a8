// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/event_watch.h"

#include "backend/execution/timing.h"
#include "backend/platform/podman/labels.h"

namespace snowmelt {

namespace {

/// A start is four events in a row; one question answers them all.
constexpr std::chrono::milliseconds coalesceTime{20};
constexpr std::chrono::milliseconds firstWait{100};
constexpr std::chrono::milliseconds longestWait{5000};

QString eventsPath(const FleetKey& fleet)
{
    return u"/events?stream=true&" + labelFilter(QLatin1String(fleetLabel), fleet.id);
}

} // namespace

EventWatch::EventWatch(Engine& engine, const FleetKey& fleet, QObject* parent)
    : QObject(parent), m_engine(engine), m_fleet(fleet)
{
    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(coalesceTime);
    connect(&m_coalesce, &QTimer::timeout, this, &EventWatch::changed);
    follow();
}

void EventWatch::stop()
{
    m_coalesce.stop();
    disconnect(this, &EventWatch::changed, nullptr, nullptr);
    m_cancel.cancel();
}

QCoro::Task<void> EventWatch::follow()
{
    const CallContext context{m_cancel.token(), QDeadlineTimer(QDeadlineTimer::Forever)};
    std::chrono::milliseconds wait = firstWait;
    while (!m_cancel.token().isCancelled()) {
        HttpCall call = m_engine.request("GET", eventsPath(m_fleet));
        bool spoke = false;
        call.onBytes = [this, &spoke](const QByteArray&) {
            spoke = true;
            if (!m_coalesce.isActive())
                m_coalesce.start();
        };
        Task<EngineAnswer> listening = m_engine.call(std::move(call), context);
        const Result<EngineAnswer> ended = co_await listening;
        if (ended.cancelled())
            break;
        wait = spoke ? firstWait : std::min(wait * 2, longestWait);
        Task<Done> waiting = pause(wait, context);
        const Result<Done> waited = co_await waiting;
        if (waited)
            Q_EMIT changed(); // what happened while nobody listened
    }
    deleteLater();
}

} // namespace snowmelt
