// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/podman/engine.h"
#include "backend/platform/possessions.h"

namespace snowmelt {

class PodmanPossessions : public Possessions
{
public:
    PodmanPossessions(Engine& engine, Provision& provision) : m_engine(engine), m_provision(provision) {}

    Task<QList<Possession>> list(CallContext context) override;
    Task<Done> remove(Possession possession, CallContext context) override;

private:
    Task<QByteArray> body(QString path, CallContext context);
    Task<Done> removeNode(Possession node, CallContext context);

    Engine& m_engine;
    Provision& m_provision;
};

/// What the engine's answers say is Snowmelt's. Pure.
struct PossessionAnswers
{
    QByteArray containers; ///< /containers/json?all=true
    QByteArray networks;   ///< /networks/json
    QByteArray volumes;    ///< /volumes/json
    QByteArray images;     ///< /images/json
    QByteArray usage;      ///< /system/df
};
QList<Possession> possessionsOf(const PossessionAnswers& answers);

} // namespace snowmelt
