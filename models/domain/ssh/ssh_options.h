// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/ssh_problem.h"

#include <QList>

#include <optional>

namespace snowmelt {

/// A value as it was written, and where.
struct SshText
{
    QString text;
    SshPlace place;
    bool operator==(const SshText&) const = default;
};

/// One host on the way to another.
struct SshHop
{
    QString host;
    QString user; ///< empty: what its own configuration says
    int port = 0; ///< 0: what its own configuration says
    bool operator==(const SshHop&) const = default;
};

struct SshJumps
{
    QList<SshHop> hops; ///< in the order they are reached; empty: "none"
    SshPlace place;
    bool operator==(const SshJumps&) const = default;
};

/// What to do with a host key that is not known.
enum class SshStrictness {
    Ask,
    Refuse,    ///< yes
    AcceptNew, ///< a new one is written down unasked, a changed one is refused
    Off,       ///< no: a changed one would be let pass as well
};

/// What the files say for one host: the first value of each keyword, nothing expanded.
struct SshOptions
{
    std::optional<SshText> hostName;
    std::optional<SshText> user;
    std::optional<SshText> hostKeyAlias;
    std::optional<SshText> identityAgent;
    std::optional<SshText> preferredAuthentications;
    std::optional<SshText> ignoreUnknown;
    std::optional<SshText> proxyCommand; ///< set first, it takes ProxyJump's place
    std::optional<int> port;
    std::optional<int> connectTimeout;      ///< seconds
    std::optional<int> serverAliveInterval; ///< seconds; 0: none
    std::optional<int> serverAliveCountMax;
    std::optional<bool> identitiesOnly;
    std::optional<bool> hashKnownHosts;
    std::optional<bool> batchMode;
    std::optional<bool> pubkeyAuthentication;
    std::optional<bool> kbdInteractiveAuthentication;
    std::optional<bool> passwordAuthentication;
    std::optional<SshStrictness> strictness;
    std::optional<SshJumps> jumps;
    QList<SshText> identityFiles; ///< of all places, in order
    QList<SshText> userKnownHostsFiles;
    QList<SshText> globalKnownHostsFiles;
};

} // namespace snowmelt
