// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "backend/platform/podman/engine.h"
#include "backend/transport/ssh.h"

namespace snowmelt {

class PodmanObserve : public Observe
{
public:
    explicit PodmanObserve(Engine& engine) : m_engine(engine) {}
    Task<QList<NodeFacts>> list(FleetKey fleet, CallContext context) override;

private:
    Engine& m_engine;
};

/// SSH with the fleet's own key, `home`/fleets/NAME/id_ed25519, and the node's pinned host key.
class PodmanExec : public Exec
{
public:
    explicit PodmanExec(const QString& home) : m_home(home) {}
    Task<ExecResult> exec(NodeFacts node, ExecRequest request, CallContext context) override;

private:
    QString m_home;
    SshExec m_ssh;
};

class CurlProbe : public HttpProbe
{
public:
    explicit CurlProbe(HttpClient& http) : m_http(http) {}
    Task<HttpAnswer> get(Endpoint service, QString path, CallContext context) override;

private:
    HttpClient& m_http;
};

} // namespace snowmelt
