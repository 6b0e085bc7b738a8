// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace snowmelt {

enum class SshKeyword {
    Host,
    Match,
    Include,
    IgnoreUnknown,
    HostName,
    User,
    Port,
    IdentityFile,
    IdentitiesOnly,
    IdentityAgent,
    ProxyJump,
    ProxyCommand, ///< only "none" is supported
    UserKnownHostsFile,
    GlobalKnownHostsFile,
    HostKeyAlias,
    StrictHostKeyChecking,
    HashKnownHosts,
    ConnectTimeout,
    ServerAliveInterval,
    ServerAliveCountMax,
    PreferredAuthentications,
    BatchMode,
    PubkeyAuthentication,
    KbdInteractiveAuthentication,
    PasswordAuthentication,
    NotSupported, ///< may change who is reached or trusted
    Ignored,      ///< cannot
    Unknown,
};

struct SshKeywordRule
{
    const char* name = ""; ///< as ssh_config(5) writes it; compared without case
    SshKeyword keyword = SshKeyword::Unknown;
    const char* harmless = ""; ///< of NotSupported: values with which it changes nothing, parted by commas
};

/// The rule of a keyword in lower case; Unknown when OpenSSH has none of this name.
SshKeywordRule sshKeywordRule(const QByteArray& lowerCase);

/// All names, as ssh_config(5) writes them.
QStringList sshKeywordNames();

} // namespace snowmelt
