// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulation_platform.h"

#include "backend/platform/simulation/simulation_capabilities.h"

namespace snowmelt {
namespace {

constexpr std::chrono::milliseconds tickEvery{50};

} // namespace

SimulationPlatform::SimulationPlatform(SimulationOptions options, SimulationPace pace, QObject* parent)
    : Platform(parent), m_world(options), m_pace(pace), m_capabilities(std::make_unique<Capabilities>(this))
{
    m_world.onChanged = [this](const QString& fleetId) { onWorldChanged(fleetId); };
    if (m_pace.kind != SimulationPace::Kind::RealTime)
        return;
    m_clock.start();
    connect(&m_ticker, &QTimer::timeout, this,
            [this] { m_world.advance(static_cast<qint64>(static_cast<double>(m_clock.restart()) * m_pace.speed)); });
    m_ticker.start(tickEvery);
}

SimulationPlatform::~SimulationPlatform() = default;

QString SimulationPlatform::kind() const
{
    return QStringLiteral("simulation");
}

Task<Done> SimulationPlatform::open(CallContext context)
{
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    co_return Done{};
}

Task<Headroom> SimulationPlatform::headroom(CallContext context)
{
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    co_return m_world.headroom();
}

Observe* SimulationPlatform::observe()
{
    return m_capabilities.get();
}

Exec* SimulationPlatform::exec()
{
    return m_capabilities.get();
}

Provision* SimulationPlatform::provision()
{
    return m_capabilities.get();
}

ImageImport* SimulationPlatform::imageImport()
{
    return m_capabilities.get();
}

HttpProbe* SimulationPlatform::httpProbe()
{
    return m_capabilities.get();
}

Usage* SimulationPlatform::usage()
{
    return m_capabilities.get();
}

void SimulationPlatform::watch(FleetKey fleet)
{
    m_watched.insert(fleet.id);
}

void SimulationPlatform::unwatch(FleetKey fleet)
{
    m_watched.remove(fleet.id);
}

/// Queued: whoever hears it asks again, and must not do so from inside the act that changed the world.
void SimulationPlatform::onWorldChanged(const QString& fleetId)
{
    if (!m_watched.contains(fleetId))
        return;
    const auto tell = [this, fleetId] {
        if (m_watched.contains(fleetId))
            Q_EMIT changed(fleetId);
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

SimulatedWorld& SimulationPlatform::world()
{
    return m_world;
}

void SimulationPlatform::addFault(SimulatedFault fault)
{
    m_faults.add(std::move(fault));
}

void SimulationPlatform::clearFaults()
{
    m_faults.clear();
}

void SimulationPlatform::setExecAnswer(ExecAnswer answer)
{
    m_execAnswer = std::move(answer);
}

QStringList SimulationPlatform::callLog() const
{
    return m_callLog;
}

} // namespace snowmelt
