// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/container_spec.h"

#include "backend/platform/podman/labels.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QRegularExpression>

namespace snowmelt {

namespace {

constexpr int secretMode = 0400;
constexpr int stopSeconds = 30;

QJsonArray portMappings(const QList<PublishedPort>& ports)
{
    QJsonArray mappings;
    for (const PublishedPort& port : ports)
        mappings.append(QJsonObject{{QStringLiteral("host_ip"), port.outside.host},
                                    {QStringLiteral("host_port"), port.outside.port},
                                    {QStringLiteral("container_port"), port.inside},
                                    {QStringLiteral("protocol"), QStringLiteral("tcp")}});
    return mappings;
}

QJsonArray secretMounts(const FleetKey& fleet, const NodeSpec& spec)
{
    QJsonArray mounts;
    for (const BirthContent& file : spec.files)
        if (file.secret)
            mounts.append(QJsonObject{{QStringLiteral("Source"), secretName(fleet, spec.name, file.path)},
                                      {QStringLiteral("Target"), QString::fromUtf8(file.path)},
                                      {QStringLiteral("UID"), file.uid},
                                      {QStringLiteral("GID"), file.gid},
                                      {QStringLiteral("Mode"), secretMode}});
    return mounts;
}

QJsonArray volumeMounts(const FleetKey& fleet, const QList<VolumeMount>& volumes)
{
    QJsonArray mounts;
    for (const VolumeMount& mount : volumes)
        mounts.append(QJsonObject{{QStringLiteral("Name"), volumeName(fleet, mount.volume)},
                                  {QStringLiteral("Dest"), mount.path}});
    return mounts;
}

QJsonObject attachment(const QString& address)
{
    return {{QStringLiteral("static_ips"), QJsonArray{address}}, {QStringLiteral("static_mac"), macOf(address)}};
}

} // namespace

QJsonObject containerSpec(const FleetKey& fleet, const NodeSpec& spec, const QDateTime& bornAt)
{
    return {{QStringLiteral("name"), containerName(fleet, spec.name)},
            {QStringLiteral("hostname"), spec.name},
            {QStringLiteral("image"), spec.digest.hex()},
            {QStringLiteral("image_pull_policy"), QStringLiteral("never")},
            {QStringLiteral("labels"), nodeLabels(fleet, spec, bornAt)},
            {QStringLiteral("netns"), QJsonObject{{QStringLiteral("nsmode"), QStringLiteral("bridge")}}},
            {QStringLiteral("Networks"), QJsonObject{{fleetPrefix(fleet), attachment(spec.address)}}},
            {QStringLiteral("portmappings"), portMappings(spec.ports)},
            {QStringLiteral("secrets"), secretMounts(fleet, spec)},
            {QStringLiteral("volumes"), volumeMounts(fleet, spec.volumes)},
            {QStringLiteral("stop_timeout"), stopSeconds},
            {QStringLiteral("timeout"), static_cast<qint64>(spec.lifeLimit.count())}};
}

QJsonObject networkSpec(const FleetKey& fleet, const FleetNetwork& network)
{
    const QJsonObject subnet{{QStringLiteral("subnet"), network.subnet}, {QStringLiteral("gateway"), network.gateway}};
    return {
        {QStringLiteral("name"), fleetPrefix(fleet)},
        {QStringLiteral("driver"), QStringLiteral("bridge")},
        {QStringLiteral("network_interface"), network.bridge},
        {QStringLiteral("subnets"), QJsonArray{subnet}},
        {QStringLiteral("dns_enabled"), false}, // nodes know addresses; a name server would be one more thing to leak
        {QStringLiteral("labels"), QJsonObject{{QLatin1String(fleetLabel), fleet.id}}}};
}

QString macOf(const QString& address)
{
    const quint32 bytes = QHostAddress(address).toIPv4Address();
    QString mac = QStringLiteral("02:73");
    for (int shift = 24; shift >= 0; shift -= 8)
        mac += u':' + QString::number((bytes >> shift) & 0xff, 16).rightJustified(2, u'0');
    return mac;
}

QString secretName(const FleetKey& fleet, const QString& node, const QByteArray& path)
{
    const QByteArray file = path.mid(path.lastIndexOf('/') + 1);
    return secretPrefix(fleet, node) + QString::fromUtf8(file);
}

std::optional<Endpoint> takenPort(const QString& message, const QList<PublishedPort>& ports)
{
    if (!message.contains(u"address already in use"))
        return {};
    static const QRegularExpression place(
        QStringLiteral(R"((\d+\.\d+\.\d+\.\d+):(\d+): bind: address already in use)"));
    const QRegularExpressionMatch match = place.match(message);
    if (match.hasMatch())
        return Endpoint{match.captured(1), match.captured(2).toInt()};
    return ports.isEmpty() ? Endpoint() : ports.first().outside;
}

} // namespace snowmelt
