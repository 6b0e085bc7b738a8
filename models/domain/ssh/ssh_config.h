// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/ssh_reader.h"

namespace snowmelt {

/// How one host is reached, as OpenSSH's client configuration says it (ssh_config(5)).
struct SshWay
{
    QString hostName; ///< lower case; an address in its usual spelling
    QString user;
    int port = 22;
    QList<SshHop> jumps;       ///< before the host, in the order they are reached; tokens are replaced
    QStringList identityFiles; ///< expanded; OpenSSH's usual ones when the files name none
    bool identitiesNamed = false;
    bool identitiesOnly = false; ///< of the agent's keys only those in identityFiles
    QString agentSocket;         ///< empty: no agent
    QStringList userKnownHostsFiles;
    QStringList globalKnownHostsFiles;
    QString hostKeyAlias; ///< looked up in place of host and port, when not empty
    SshStrictness strictness = SshStrictness::Ask;
    bool hashKnownHosts = false;
    int connectTimeout = 0;      ///< seconds; 0: none
    int serverAliveInterval = 0; ///< seconds; 0: none
    int serverAliveCountMax = 3;
    QStringList preferredAuthentications; ///< empty: any
    bool asksNobody = false; ///< BatchMode: for no password, code or passphrase, and about no unknown host key
    bool mayUseKeys = true;
    bool mayUseChallenges = true; ///< keyboard-interactive
    bool mayUsePasswords = true;
    bool operator==(const SshWay&) const = default;
};

/// Nothing may be reached by it while there are problems, as OpenSSH would not; what is not supported is for a person
/// to judge.
struct SshResolved
{
    SshWay way;
    SshOptions options; ///< what the files say, unexpanded
    QList<SshUnsupported> unsupported;
    QList<SshProblem> problems;
    bool ok() const { return problems.isEmpty(); }
};

/// Reads the person's configuration, then the system's (either may be missing or have an empty path). Pure but for
/// `files`.
SshResolved resolveSshHost(const SshQuery& query, const SshFiles& files, const QString& userConfig,
                           const QString& systemConfig);

} // namespace snowmelt
