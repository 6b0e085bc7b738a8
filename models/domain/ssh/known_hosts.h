// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/host_key.h"
#include "models/domain/ssh/ssh_files.h"

#include <QList>

namespace snowmelt {

enum class KnownHostMarker { None, Revoked, CertAuthority };

/// One usable line of a known_hosts file.
struct KnownHost
{
    QByteArray names; ///< patterns parted by commas, or one hashed name "|1|salt|hash"
    HostKey key;
    KnownHostMarker marker = KnownHostMarker::None;
    SshPlace place;
};

enum class KnownHostFlaw {
    NulByte,
    BadMarker, ///< "@" and a word that is no marker, or two of them
    BadHash,   ///< "|" and something else than version 1, salt and hash
    NoKey,     ///< the line ends before its key
    BadKey,    ///< no base64, or another type than the blob's; the keys of protocol 1 as well
};

/// A line that counts for nothing.
struct BrokenKnownHost
{
    KnownHostFlaw flaw = KnownHostFlaw::BadKey;
    SshPlace place;
    bool operator==(const BrokenKnownHost&) const = default;
};

struct KnownHosts
{
    QList<KnownHost> hosts;
    QList<BrokenKnownHost> broken;
};

/// Appends what is in a file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT).
void readKnownHosts(const QByteArray& bytes, const QString& file, KnownHosts* known);

/// What a host is looked up by.
struct SshPeer
{
    QString host;
    int port = 22;
    QString alias = {}; ///< HostKeyAlias: in place of host and port, when not empty
};

enum class HostKeyVerdict {
    Known,
    Unknown, ///< nobody vouches for any key of this host
    Changed, ///< other keys are known for it and this one is not
    Revoked, ///< this key is marked as stolen, whatever other lines say
};

struct HostKeyJudgement
{
    HostKeyVerdict verdict = HostKeyVerdict::Unknown;
    /// The lines it rests on: the one that knows or revokes the key; when changed all that say otherwise, those with
    /// keys of the same type first.
    QList<SshPlace> lines;
    QList<SshPlace> authorities; ///< @cert-authority lines for this host: its certificates are not supported
};

/// As OpenSSH judges it. A key known for the host without a port counts for a port of its own only as long as nothing
/// is known for that.
HostKeyJudgement judgeHostKey(const KnownHosts& known, const SshPeer& peer, const HostKey& key);

/// Types of the keys that are known for a host, in the order of their lines: to be asked for first.
QList<QByteArray> knownKeyTypes(const KnownHosts& known, const SshPeer& peer);

/// The name a line is found by: "web1", "[web1]:2222", or the alias; lower case.
QByteArray knownHostName(const SshPeer& peer);

/// A line for a newly accepted key, with its newline. With a salt of 20 random bytes the name is hashed, with none it
/// is plain.
QByteArray knownHostLine(const SshPeer& peer, const HostKey& key, const QByteArray& salt = {});

} // namespace snowmelt
