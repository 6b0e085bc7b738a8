// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/ssh_config.h"

namespace snowmelt {

/// All ways to one host: those of the jump hosts, in the order they are passed, then its own.
struct SshPassage
{
    QList<SshWay> ways;
    QList<SshUnsupported> unsupported; ///< of any of the ways, each place once
    QList<SshProblem> problems;        ///< with one nothing may be reached
    bool ok() const { return problems.isEmpty(); }
};

/// At most so many jump hosts: what is longer leads nowhere.
constexpr int sshJumpLimit = 16;

/// As OpenSSH follows ProxyJump: of "a,b" the last, b, is reached through a whatever b's own configuration says, and a
/// as its own configuration says. User and port of `query` are for the host alone. Files as for resolveSshHost().
SshPassage sshPassageTo(const SshQuery& query, const SshFiles& files, const QString& userConfig,
                        const QString& systemConfig);

/// Without it another machine might be reached, or one be trusted that is not to be. All else that is not supported
/// makes a connection fail or ask more, never lead elsewhere.
bool decidesWhoIsReached(const SshUnsupported& unsupported);

} // namespace snowmelt
