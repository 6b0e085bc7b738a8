// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/podman/engine.h"
#include "backend/platform/usage.h"

namespace snowmelt {

/// What the engine says of one container at one moment.
struct UsageSample
{
    qint64 cpuNano = 0; ///< of processor since it started
    qint64 atNano = 0;  ///< by the engine's clock
    qint64 memory = -1;
    qint64 memoryLimit = 0;
    bool operator==(const UsageSample&) const = default;
};

/// By container name, of the answer to /containers/stats?stream=false.
QMap<QString, UsageSample> parseUsage(const QJsonObject& answer);
/// The engine's own percentage is a mean since the container's start, which says nothing of now: two samples do.
Utilisation utilisationOf(const UsageSample& first, const UsageSample& second, const QDateTime& at);

class PodmanUsage final : public Usage
{
public:
    explicit PodmanUsage(Engine& engine) : m_engine(engine) {}
    Task<QMap<QString, Utilisation>> measure(FleetKey fleet, CallContext context) override;

private:
    Task<QMap<QString, UsageSample>> sample(CallContext context);
    Engine& m_engine;
};

} // namespace snowmelt
