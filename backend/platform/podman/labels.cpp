// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/labels.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace snowmelt {

namespace {

constexpr int sshPort = 22;

QString label(QStringView name)
{
    return u"io.snowmelt." + name;
}

struct RoleName
{
    Role role;
    QLatin1String name;
};
constexpr RoleName roleNames[] = {{Role::Node, QLatin1String("node")},
                                  {Role::Balancer, QLatin1String("balancer")},
                                  {Role::Database, QLatin1String("database")}};

QString nameOf(Role role)
{
    for (const RoleName& known : roleNames)
        if (known.role == role)
            return known.name;
    return {};
}

Role roleOf(const QString& name)
{
    for (const RoleName& known : roleNames)
        if (known.name == name)
            return known.role;
    return Role::Node;
}

/// Paths are bytes; labels are text. Base64 keeps them whole.
QJsonObject birthFileJson(const BirthContent& file)
{
    const QByteArray hash = QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex();
    return {{QStringLiteral("path"), QString::fromLatin1(file.path.toBase64())},
            {QStringLiteral("mode"), file.mode},
            {QStringLiteral("uid"), file.uid},
            {QStringLiteral("gid"), file.gid},
            {QStringLiteral("sha256"), QString::fromLatin1(hash)}};
}

BirthFile birthFileOf(const QJsonObject& json)
{
    return {QByteArray::fromBase64(json.value(u"path").toString().toLatin1()), json.value(u"mode").toInt(),
            json.value(u"uid").toInt(), json.value(u"gid").toInt(), json.value(u"sha256").toString().toLatin1()};
}

QString birthJson(const QList<BirthContent>& files)
{
    QJsonArray list;
    for (const BirthContent& file : files)
        if (!file.secret)
            list.append(birthFileJson(file));
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

BirthParameters birthOf(const QJsonObject& labels)
{
    BirthParameters birth;
    birth.bornAt = QDateTime::fromString(labels.value(label(u"born")).toString(), Qt::ISODateWithMs);
    const QByteArray text = labels.value(label(u"birth")).toString().toUtf8();
    for (const QJsonValue& file : QJsonDocument::fromJson(text).array())
        birth.files.append(birthFileOf(file.toObject()));
    return birth;
}

QList<PublishedPort> portsOf(const QJsonArray& mappings)
{
    QList<PublishedPort> ports;
    for (const QJsonValue& value : mappings) {
        const QJsonObject mapping = value.toObject();
        ports.append({{mapping.value(u"host_ip").toString(), mapping.value(u"host_port").toInt()},
                      mapping.value(u"container_port").toInt()});
    }
    std::sort(ports.begin(), ports.end(),
              [](const PublishedPort& a, const PublishedPort& b) { return a.inside < b.inside; });
    return ports;
}

Endpoint sshOf(const QList<PublishedPort>& ports)
{
    for (const PublishedPort& port : ports)
        if (port.inside == sshPort)
            return port.outside;
    return {};
}

} // namespace

QJsonObject nodeLabels(const FleetKey& fleet, const NodeSpec& spec, const QDateTime& bornAt)
{
    return {{QLatin1String(fleetLabel), fleet.id},
            {label(u"name"), fleet.name},
            {label(u"node"), spec.name},
            {label(u"group"), spec.group},
            {label(u"role"), nameOf(spec.role)},
            {label(u"slot"), spec.slot},
            {label(u"deployment"), spec.deployment},
            {label(u"image"), spec.image.text()},
            {label(u"digest"), spec.digest.text()},
            {label(u"address"), spec.address},
            {label(u"hostkey"), spec.sshHostKey},
            {label(u"born"), bornAt.toUTC().toString(Qt::ISODateWithMs)},
            {label(u"birth"), birthJson(spec.files)}};
}

std::optional<NodeFacts> factsOf(const QJsonObject& container)
{
    const QJsonObject labels = container.value(u"Labels").toObject();
    const auto text = [&labels](QStringView name) { return labels.value(label(name)).toString(); };
    if (text(u"fleet").isEmpty() || text(u"node").isEmpty())
        return {};
    NodeFacts facts;
    facts.fleet = {text(u"fleet"), text(u"name")};
    facts.name = text(u"node");
    facts.group = text(u"group");
    facts.role = roleOf(text(u"role"));
    facts.slot = text(u"slot");
    facts.deployment = text(u"deployment");
    facts.lifecycle = lifecycleOf(container.value(u"State").toString());
    facts.image = ImageRef::parse(text(u"image")).value_or(ImageRef());
    facts.digest = Digest::parse(text(u"digest")).value_or(Digest());
    facts.address = text(u"address");
    facts.sshHostKey = text(u"hostkey");
    facts.ports = portsOf(container.value(u"Ports").toArray());
    facts.ssh = sshOf(facts.ports);
    facts.birth = birthOf(labels);
    const qint64 started = container.value(u"StartedAt").toInteger();
    if (started > 0) // a year before the first is "never"
        facts.startedAt = QDateTime::fromSecsSinceEpoch(started, Qt::UTC);
    return facts;
}

Lifecycle lifecycleOf(const QString& engineState)
{
    if (engineState == u"running" || engineState == u"paused")
        return Lifecycle::Running;
    if (engineState == u"created" || engineState == u"configured" || engineState == u"initialized")
        return Lifecycle::Created;
    return Lifecycle::Stopped;
}

QString fleetPrefix(const FleetKey& fleet)
{
    return u"snowmelt-" + fleet.name + u'-' + fleet.id.left(8);
}

QString containerName(const FleetKey& fleet, const QString& node)
{
    return fleetPrefix(fleet) + u'-' + node;
}

QString volumeName(const FleetKey& fleet, const QString& volume)
{
    return fleetPrefix(fleet) + u'-' + volume;
}

QString secretPrefix(const FleetKey& fleet, const QString& node)
{
    // Node names have no dot: "web-1." is no prefix of a secret of "web-10".
    return containerName(fleet, node) + u'.';
}

} // namespace snowmelt
