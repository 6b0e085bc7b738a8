// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/tier_runner.h"
#include "backend/platform/ssh/host_routes.h"
#include "backend/transport/route_exec.h"

namespace snowmelt {

/// Hosts on which images are built, reached as OpenSSH's client would reach them. Lives on the backend thread.
class BuildHosts
{
public:
    /// `asker` outlives this.
    explicit BuildHosts(SshAsker* asker, SshPerson person = thisPerson());

    /// Who builds on the host "[user@]host[:port]", for one run of the builder. HostCannotBuild {host, "name"},
    /// SshConfigInvalid, SshConfigUnsupported.
    Result<std::shared_ptr<TierRunner>> runner(const QString& host, const Blueprint& blueprint);

    /// Who builds on this machine for an ordinary user, who is root of a user namespace there.
    static std::shared_ptr<TierRunner> rootless();
    /// Of the configuration that led there, what is not followed: HostRoutes::takeNotes().
    QStringList takeNotes() { return m_routes.takeNotes(); }

private:
    HostRoutes m_routes;
    RouteExec m_exec;
};

} // namespace snowmelt
