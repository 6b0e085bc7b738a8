// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/questioner.h"
#include "models/domain/ssh/known_hosts.h"
#include "models/domain/ssh/ssh_config.h"

namespace snowmelt {

/// By what known_hosts knows a host.
SshPeer peerOf(const SshWay& way);

/// Host key algorithms to offer, those of the known types first, so that a host with several keys shows the one that is
/// known.
QByteArray hostKeyAlgorithms(const QList<QByteArray>& knownTypes);

/// The algorithms for a host by its known_hosts files.
Task<QByteArray> hostKeyAlgorithmsFor(SshWay way);

/// Whether the host may be talked to: HostKeyRevoked, HostKeyNotTrusted, HostKeyUnknown {node, fingerprint, host}. A
/// key that a person or the way's strictness accepts is written down. `questioner` outlives the call.
Task<Done> checkHostKey(std::shared_ptr<SshConnection> connection, SshWay way, QByteArray blob, Questioner* questioner);

} // namespace snowmelt
