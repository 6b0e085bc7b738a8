// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "backend/platform/podman/engine.h"

namespace snowmelt {

/// Nodes, networks and volumes in the engine.
class PodmanProvision : public Provision
{
public:
    explicit PodmanProvision(Engine& engine) : m_engine(engine) {}

    Task<Done> ensureNetwork(FleetKey fleet, FleetNetwork network, CallContext context) override;
    Task<Done> removeNetwork(FleetKey fleet, CallContext context) override;
    Task<Done> removeVolumes(FleetKey fleet, CallContext context) override;
    Task<Done> create(FleetKey fleet, NodeSpec spec, CallContext context) override;
    Task<Done> start(FleetKey fleet, QString node, CallContext context) override;
    Task<Done> stop(FleetKey fleet, QString node, std::chrono::seconds grace, CallContext context) override;
    Task<Done> destroy(FleetKey fleet, QString node, CallContext context) override;

private:
    /// Removes what `request` names; what is not there is removed already.
    Task<Done> removed(QString path, CallContext context);
    /// Process of the node's conmon, 0 when there is none.
    Task<qint64> monitorOf(FleetKey fleet, QString node, CallContext context);
    Task<QString> stateOf(FleetKey fleet, QString node, CallContext context);
    Task<Done> make(FleetKey fleet, NodeSpec spec, CallContext context);
    Task<Done> makeContainer(FleetKey fleet, NodeSpec spec, CallContext context);
    Task<Done> makeSecrets(FleetKey fleet, NodeSpec spec, CallContext context);
    Task<Done> makeVolumes(FleetKey fleet, NodeSpec spec, CallContext context);
    Task<Done> putBirthFiles(FleetKey fleet, NodeSpec spec, CallContext context);
    Task<Done> startNew(FleetKey fleet, NodeSpec spec, CallContext context);
    Task<Done> removeSecrets(FleetKey fleet, QString node, CallContext context);

    Engine& m_engine;
};

} // namespace snowmelt
