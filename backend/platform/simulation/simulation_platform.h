// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "backend/platform/simulation/simulated_faults.h"
#include "backend/platform/simulation/simulated_world.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace snowmelt {

/// How simulated time passes.
struct SimulationPace
{
    enum class Kind {
        PerCall,  ///< only with calls, `callMs` each: no clock is read, the same calls give the same run
        RealTime, ///< with the clock, `speed` times as fast: for the window
    } kind = Kind::PerCall;
    int callMs = 100;
    double speed = 1;
};

/// A platform whose nodes exist in this process alone. Same interfaces, same errors, same orders as a real one.
/// Belongs to the backend thread.
class SimulationPlatform final : public Platform
{
    Q_OBJECT
public:
    explicit SimulationPlatform(SimulationOptions options = {}, SimulationPace pace = {}, QObject* parent = nullptr);
    ~SimulationPlatform() override;

    QString kind() const override;
    Task<Done> open(CallContext context) override;
    Task<Headroom> headroom(CallContext context) override;
    Observe* observe() override;
    Exec* exec() override;
    Provision* provision() override;
    ImageImport* imageImport() override;
    HttpProbe* httpProbe() override;
    Usage* usage() override;
    void watch(FleetKey fleet) override;
    void unwatch(FleetKey fleet) override;

    SimulatedWorld& world();
    void addFault(SimulatedFault fault);
    void clearFaults();
    /// Asked first for every exec; nullopt: not its business. For what the world does not answer itself (the drift
    /// probe).
    using ExecAnswer = std::function<std::optional<ExecResult>(const NodeFacts&, const ExecRequest&)>;
    void setExecAnswer(ExecAnswer answer);
    /// Every call as it came in, "create web-1", "exec edge": what a workflow did to the world, in order.
    QStringList callLog() const;

private:
    class Capabilities;
    void onWorldChanged(const QString& fleetId);

    SimulatedWorld m_world;
    SimulatedFaults m_faults;
    SimulationPace m_pace;
    ExecAnswer m_execAnswer;
    QStringList m_callLog;
    QSet<QString> m_watched;
    QElapsedTimer m_clock;
    QTimer m_ticker;
    std::unique_ptr<Capabilities> m_capabilities;
};

} // namespace snowmelt
