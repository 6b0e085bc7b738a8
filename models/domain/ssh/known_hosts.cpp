// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/known_hosts.h"

#include "models/domain/ssh/known_hosts_line.h"
#include "models/domain/ssh/ssh_patterns.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool isFor(const KnownHost& host, const QByteArray& name)
{
    return host.names.startsWith('|') ? hashedHostName(name, hostNameSalt(host.names)) == host.names
                                      : matchesSshHostList(name, host.names);
}

QList<KnownHost> linesFor(const KnownHosts& known, const QByteArray& name)
{
    QList<KnownHost> lines;
    std::ranges::copy_if(known.hosts, std::back_inserter(lines),
                         [&name](const KnownHost& host) { return isFor(host, name); });
    return lines;
}

QList<SshPlace> placesWith(const QList<KnownHost>& lines, KnownHostMarker marker)
{
    QList<SshPlace> found;
    for (const KnownHost& line : lines) {
        if (line.marker == marker)
            found.append(line.place);
    }
    return found;
}

QList<SshPlace> placesOfKey(const QList<KnownHost>& lines, KnownHostMarker marker, const HostKey& key)
{
    QList<KnownHost> same;
    std::ranges::copy_if(lines, std::back_inserter(same), [&key](const KnownHost& line) { return line.key == key; });
    return placesWith(same, marker);
}

HostKeyJudgement judgeByLines(QList<KnownHost> lines, const HostKey& key)
{
    HostKeyJudgement judgement;
    judgement.authorities = placesWith(lines, KnownHostMarker::CertAuthority);
    const QList<SshPlace> revoked = placesOfKey(lines, KnownHostMarker::Revoked, key);
    const QList<SshPlace> same = placesOfKey(lines, KnownHostMarker::None, key);
    std::ranges::stable_partition(lines, [&key](const KnownHost& line) { return line.key.type == key.type; });
    const QList<SshPlace> all = placesWith(lines, KnownHostMarker::None);
    if (!revoked.isEmpty())
        judgement = {HostKeyVerdict::Revoked, revoked, judgement.authorities};
    else if (!same.isEmpty())
        judgement = {HostKeyVerdict::Known, same, judgement.authorities};
    else if (!all.isEmpty())
        judgement = {HostKeyVerdict::Changed, all, judgement.authorities};
    return judgement;
}

bool hasPortOfItsOwn(const SshPeer& peer)
{
    return peer.alias.isEmpty() && peer.port != 22;
}

} // namespace

HostKeyJudgement judgeHostKey(const KnownHosts& known, const SshPeer& peer, const HostKey& key)
{
    const HostKeyJudgement judgement = judgeByLines(linesFor(known, knownHostName(peer)), key);
    if (judgement.verdict != HostKeyVerdict::Unknown || !hasPortOfItsOwn(peer))
        return judgement;
    const HostKeyJudgement plain = judgeByLines(linesFor(known, knownHostName({peer.host, 22, {}})), key);
    const bool counts = plain.verdict == HostKeyVerdict::Known || plain.verdict == HostKeyVerdict::Revoked;
    return counts ? plain : judgement;
}

QList<QByteArray> knownKeyTypes(const KnownHosts& known, const SshPeer& peer)
{
    QList<KnownHost> lines = linesFor(known, knownHostName(peer));
    if (placesWith(lines, KnownHostMarker::None).isEmpty() && hasPortOfItsOwn(peer))
        lines = linesFor(known, knownHostName({peer.host, 22, {}}));
    QList<QByteArray> types;
    for (const KnownHost& line : std::as_const(lines)) {
        if (line.marker == KnownHostMarker::None && !types.contains(line.key.type))
            types.append(line.key.type);
    }
    return types;
}

QByteArray knownHostName(const SshPeer& peer)
{
    if (!peer.alias.isEmpty())
        return peer.alias.toUtf8().toLower();
    const QByteArray host = peer.host.toUtf8().toLower();
    return peer.port == 22 ? host : QByteArray("[" + host + "]:" + QByteArray::number(peer.port));
}

QByteArray knownHostLine(const SshPeer& peer, const HostKey& key, const QByteArray& salt)
{
    const QByteArray name = knownHostName(peer);
    const QByteArray shown = salt.isEmpty() ? name : hashedHostName(name, salt);
    return shown + ' ' + key.type + ' ' + key.blob.toBase64() + '\n';
}

} // namespace snowmelt
