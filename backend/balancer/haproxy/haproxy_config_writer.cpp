// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_config.h"

#include <algorithm>

namespace snowmelt {

const QString freeSlotAddress = QStringLiteral("127.0.0.1");

namespace {

/// Outside quotes HAProxy takes a backslash before what would otherwise end a word (configuration manual, 2.2).
QByteArray word(const QString& text)
{
    QByteArray out;
    for (const char c : text.toUtf8()) {
        if (c == ' ' || c == '#' || c == '\\' || c == '"' || c == '\'')
            out += '\\';
        out += c;
    }
    return out;
}

QByteArray globalSection(const HaproxyPaths& paths)
{
    QByteArray out = "global\n"
                     "    master-worker\n"
                     "    pidfile " +
                     paths.pidFile +
                     "\n"
                     "    stats socket " +
                     paths.socket +
                     " mode 600 level admin\n"
                     "    stats timeout 1m\n"
                     "    # After a reload the old worker finishes what it has, but not for ever.\n"
                     "    hard-stop-after 15m\n";
    if (!paths.user.isEmpty())
        out += "    user " + paths.user + "\n    group " + paths.user + '\n';
    return out;
}

/// client and server are long so that a slow answer gets through; retries 0 because a repeated POST is worse than an
/// honest failure, and a swap must not need it.
constexpr char defaultsSection[] = "\n"
                                   "defaults\n"
                                   "    mode http\n"
                                   "    retries 0\n"
                                   "    timeout connect 2s\n"
                                   "    timeout client 5m\n"
                                   "    timeout server 5m\n"
                                   "    timeout http-request 10s\n"
                                   "    timeout http-keep-alive 1m\n"
                                   "    timeout queue 10s\n"
                                   "    timeout check 2s\n"
                                   "    timeout tunnel 1h\n"
                                   "    option http-keep-alive\n"
                                   // A reload would else close connections a client is just about to ask on.
                                   "    option idle-close-on-response\n"
                                   "    http-reuse safe\n";

QByteArray frontend(const BalancerConfig& config, const HaproxyPaths& paths)
{
    QByteArray out = "\nfrontend entry\n    bind " + paths.bindAddress + ':' + QByteArray::number(config.listen) + '\n';
    for (qsizetype i = 1; i < config.backends.size(); ++i) {
        const QByteArray group = config.backends.at(i).group.toUtf8();
        out += "    use_backend " + group + " if { hdr(host),word(1,.:) -m str " + group + " }\n";
    }
    if (!config.backends.isEmpty())
        out += "    default_backend " + config.backends.first().group.toUtf8() + '\n';
    return out;
}

SlotPlacement placementOf(const BackendPlacement& backend, const QString& slot)
{
    for (const SlotPlacement& placement : backend.placements)
        if (placement.slot == slot)
            return placement;
    return {slot, {}, 0, SlotMode::Free};
}

/// fall 2: a slot that just left maint shows "1/2" until a check of its new address has passed (docs/BALANCER.md).
QByteArray backendSection(const BackendPlacement& backend)
{
    QByteArray out = "\nbackend " + backend.group.toUtf8() +
                     "\n"
                     "    balance roundrobin\n"
                     "    option httpchk GET " +
                     word(backend.healthPath) +
                     "\n"
                     "    http-check expect status 200\n"
                     "    default-server check inter 1s fastinter 200ms downinter 500ms rise 1 fall 2 weight 100\n";
    for (const QString& slot : slotNames(backend.slotsPerSide))
        out += haproxyServerLine(placementOf(backend, slot));
    return out;
}

} // namespace

QByteArray haproxyServerLine(const SlotPlacement& placement)
{
    QByteArray out = "    server " + placement.slot.toUtf8() + ' ';
    if (placement.mode == SlotMode::Free)
        return out + freeSlotAddress.toUtf8() + ':' + QByteArray::number(freeSlotPort) + " disabled\n";
    out += placement.address.toUtf8() + ':' + QByteArray::number(placement.port);
    if (placement.mode == SlotMode::Maint)
        out += " disabled";
    if (placement.mode == SlotMode::Drain)
        out += " weight 0";
    return out + '\n';
}

QStringList slotNames(int slotsPerSide)
{
    QStringList names;
    for (const QChar side : {QChar(u'a'), QChar(u'b')})
        for (int n = 1; n <= slotsPerSide; ++n)
            names << side + QString::number(n);
    return names;
}

BalancerConfig normalised(BalancerConfig config)
{
    for (BackendPlacement& backend : config.backends) {
        QList<SlotPlacement> ordered;
        for (const QString& slot : slotNames(backend.slotsPerSide)) {
            const SlotPlacement placement = placementOf(backend, slot);
            if (placement.mode != SlotMode::Free)
                ordered << placement;
        }
        backend.placements = ordered;
    }
    return config;
}

QByteArray renderHaproxyConfig(const BalancerConfig& config, const HaproxyPaths& paths)
{
    QByteArray out = "# Written by Snowmelt: this is where the next start of HAProxy sends traffic. When it moves "
                     "traffic, Snowmelt\n"
                     "# changes the server lines and keeps the others; a plan tells which it did not write.\n\n";
    out += globalSection(paths);
    out += defaultsSection;
    out += frontend(config, paths);
    for (const BackendPlacement& backend : config.backends)
        out += backendSection(backend);
    return out;
}

} // namespace snowmelt
