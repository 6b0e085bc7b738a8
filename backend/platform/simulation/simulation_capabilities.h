// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/timing.h"
#include "backend/platform/simulation/simulation_platform.h"
#include "backend/platform/usage.h"

namespace snowmelt {

/// The world's answers behind latency, faults, cancel and deadline.
class SimulationPlatform::Capabilities final : public Observe,
                                               public Exec,
                                               public Provision,
                                               public ImageImport,
                                               public HttpProbe,
                                               public Usage
{
public:
    explicit Capabilities(SimulationPlatform* platform) : m_platform(platform) {}

    Task<QList<NodeFacts>> list(FleetKey fleet, CallContext context) override;
    Task<ExecResult> exec(NodeFacts node, ExecRequest request, CallContext context) override;
    Task<Done> ensureNetwork(FleetKey fleet, FleetNetwork network, CallContext context) override;
    Task<Done> removeNetwork(FleetKey fleet, CallContext context) override;
    Task<Done> removeVolumes(FleetKey fleet, CallContext context) override;
    Task<Done> create(FleetKey fleet, NodeSpec spec, CallContext context) override;
    Task<Done> start(FleetKey fleet, QString node, CallContext context) override;
    Task<Done> stop(FleetKey fleet, QString node, std::chrono::seconds grace, CallContext context) override;
    Task<Done> destroy(FleetKey fleet, QString node, CallContext context) override;
    Task<bool> hasImage(Digest digest, CallContext context) override;
    Task<Done> importImage(QString layout, ImageRef ref, Digest digest, CallContext context) override;
    Task<HttpAnswer> get(Endpoint service, QString path, CallContext context) override;
    Task<QMap<QString, Utilisation>> measure(FleetKey fleet, CallContext context) override;

private:
    struct Call
    {
        QString name;
        QString subject;
        QString text;
    };
    template <typename T>
    Task<T> perform(Call call, std::function<Result<T>()> act, CallContext context);
    Task<Done> spend(int ms, CallContext context);
    Task<Done> suffer(SimulatedFault fault, CallContext context);

    SimulationPlatform* m_platform;
};

} // namespace snowmelt
