// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/ssh_options.h"

namespace snowmelt {

/// 1 to 65535. Names of services are not looked up.
std::optional<int> sshPort(const QByteArray& text);

/// Seconds of "90", "1m30", "2h"; -1 for "none".
std::optional<int> sshSeconds(const QByteArray& text);

std::optional<int> sshCount(const QByteArray& text);
std::optional<bool> sshFlag(const QByteArray& text);
/// A flag, or how keys are bound to hosts for restricted agents, which is a yes.
std::optional<bool> sshPubkeyFlag(const QByteArray& text);
std::optional<SshStrictness> sshStrictness(const QByteArray& text);

/// "[user@]host[:port]" or "ssh://[user@]host[:port]".
std::optional<SshHop> sshHop(const QByteArray& text);

/// Hops parted by commas; no hop for "none".
std::optional<QList<SshHop>> sshHops(const QByteArray& text);

} // namespace snowmelt
