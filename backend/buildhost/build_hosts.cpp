// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/buildhost/build_hosts.h"

#include "backend/buildhost/host_runner.h"
#include "models/domain/ssh/ssh_values.h"

namespace snowmelt {

BuildHosts::BuildHosts(SshAsker* asker, SshPerson person) : m_routes(std::move(person)), m_exec(asker) {}

Result<std::shared_ptr<TierRunner>> BuildHosts::runner(const QString& host, const Blueprint& blueprint)
{
    const std::optional<SshHop> hop = sshHop(host.toUtf8());
    if (!hop || hop->host.startsWith(u'-'))
        return Error{ErrorCode::HostCannotBuild, {host, QStringLiteral("name")}, {}};
    m_routes.refresh();
    const auto route = m_routes.routeTo(*hop, blueprint);
    if (!route)
        return route.as<std::shared_ptr<TierRunner>>();
    return std::shared_ptr<TierRunner>(
        std::make_shared<HostRunner>(std::make_shared<SshChannel>(&m_exec, *route), host));
}

std::shared_ptr<TierRunner> BuildHosts::rootless()
{
    return std::make_shared<HostRunner>(std::make_shared<ProcessChannel>(), QString());
}

} // namespace snowmelt
