// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/provision.h"

#include "backend/execution/timing.h"
#include "backend/platform/podman/container_spec.h"
#include "backend/platform/podman/labels.h"

#include <QFile>

namespace snowmelt {

namespace {

constexpr std::chrono::milliseconds monitorPoll{10};
constexpr std::chrono::seconds monitorLimit{5};

/// A process that has ended and is not reaped yet holds nothing any more.
bool isAlive(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = stat.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1) != "Z";
}

bool sameNetwork(const QJsonObject& there, const FleetNetwork& wanted)
{
    const QJsonObject subnet = there.value(u"subnets").toArray().first().toObject();
    return there.value(u"network_interface").toString() == wanted.bridge &&
           subnet.value(u"subnet").toString() == wanted.subnet;
}

QString containerPath(const FleetKey& fleet, const QString& node)
{
    return u"/containers/" + containerName(fleet, node);
}

} // namespace

Task<Done> PodmanProvision::ensureNetwork(FleetKey fleet, FleetNetwork network, CallContext context)
{
    Task<EngineAnswer> making = m_engine.post(QStringLiteral("/networks/create"), networkSpec(fleet, network), context);
    const Result<EngineAnswer> made = co_await making;
    if (!made)
        co_return made.as<Done>();
    if (made->ok())
        co_return Done{};
    Task<EngineAnswer> asking = m_engine.get(u"/networks/" + fleetPrefix(fleet) + u"/json", context);
    const Result<EngineAnswer> there = co_await asking;
    if (!there)
        co_return there.as<Done>();
    if (there->ok() && sameNetwork(there->object(), network))
        co_return Done{};
    co_return refused(QStringLiteral("/networks/create"), *made);
}

Task<Done> PodmanProvision::removed(QString path, CallContext context)
{
    Task<EngineAnswer> removing = m_engine.remove(path, context);
    const Result<EngineAnswer> answer = co_await removing;
    if (!answer)
        co_return answer.as<Done>();
    if (!answer->ok() && answer->status != 404)
        co_return refused(path, *answer);
    co_return Done{};
}

Task<Done> PodmanProvision::removeNetwork(FleetKey fleet, CallContext context)
{
    return removed(u"/networks/" + fleetPrefix(fleet), context);
}

Task<Done> PodmanProvision::removeVolumes(FleetKey fleet, CallContext context)
{
    const QString path = u"/volumes/json?" + labelFilter(QLatin1String(fleetLabel), fleet.id);
    Task<EngineAnswer> asking = m_engine.get(path, context);
    const Result<EngineAnswer> answer = co_await asking;
    if (!answer)
        co_return answer.as<Done>();
    if (!answer->ok())
        co_return refused(path, *answer);
    const QJsonArray volumes = answer->array();
    for (const QJsonValue& volume : volumes) {
        Task<Done> removing = removed(u"/volumes/" + volume[u"Name"].toString(), context);
        const Result<Done> gone = co_await removing;
        if (!gone)
            co_return gone;
    }
    co_return Done{};
}

Task<Done> PodmanProvision::start(FleetKey fleet, QString node, CallContext context)
{
    const QString path = containerPath(fleet, node) + u"/start";
    Task<EngineAnswer> starting = m_engine.post(path, {}, context);
    const Result<EngineAnswer> answer = co_await starting;
    if (!answer)
        co_return answer.as<Done>();
    if (answer->status == 404)
        co_return Error{ErrorCode::NodeUnknown, {node}, answer->message()};
    if (const std::optional<Endpoint> taken = takenPort(answer->message(), {}); !answer->ok() && taken)
        co_return Error{ErrorCode::PortTaken, {taken->host, QString::number(taken->port)}, answer->message()};
    if (!answer->ok() && answer->status != 304) // 304: runs already
        co_return refused(path, *answer);
    co_return Done{};
}

Task<Done> PodmanProvision::stop(FleetKey fleet, QString node, std::chrono::seconds grace, CallContext context)
{
    const QString path = containerPath(fleet, node) + u"/stop?timeout=" + QString::number(grace.count());
    Task<EngineAnswer> stopping = m_engine.post(path, {}, context);
    const Result<EngineAnswer> answer = co_await stopping;
    if (!answer)
        co_return answer.as<Done>();
    if (answer->status == 404)
        co_return Error{ErrorCode::NodeUnknown, {node}, answer->message()};
    if (!answer->ok() && answer->status != 304)
        co_return refused(path, *answer);
    co_return Done{};
}

Task<qint64> PodmanProvision::monitorOf(FleetKey fleet, QString node, CallContext context)
{
    Task<EngineAnswer> asking = m_engine.get(containerPath(fleet, node) + u"/json", context);
    const Result<EngineAnswer> answer = co_await asking;
    if (!answer)
        co_return answer.as<qint64>();
    co_return answer->object().value(u"State")[u"ConmonPid"].toInteger();
}

Task<Done> PodmanProvision::destroy(FleetKey fleet, QString node, CallContext context)
{
    Task<qint64> asking = monitorOf(fleet, node, context);
    const Result<qint64> monitor = co_await asking;
    if (!monitor)
        co_return monitor.as<Done>();
    Task<Done> removing = removed(containerPath(fleet, node) + u"?force=true&timeout=0", context);
    const Result<Done> gone = co_await removing;
    if (!gone)
        co_return gone;
    // conmon holds the published ports a moment longer than the container lives; the next node may want them.
    const QDeadlineTimer limit(monitorLimit);
    while (*monitor > 0 && isAlive(*monitor) && !limit.hasExpired()) {
        Task<Done> waiting = pause(monitorPoll, context);
        const Result<Done> waited = co_await waiting;
        if (!waited)
            co_return waited;
    }
    Task<Done> removingSecrets = removeSecrets(fleet, node, context);
    const Result<Done> secretsGone = co_await removingSecrets;
    co_return secretsGone;
}

Task<Done> PodmanProvision::removeSecrets(FleetKey fleet, QString node, CallContext context)
{
    Task<EngineAnswer> asking = m_engine.get(QStringLiteral("/secrets/json"), context);
    const Result<EngineAnswer> answer = co_await asking;
    if (!answer)
        co_return answer.as<Done>();
    if (!answer->ok())
        co_return refused(QStringLiteral("/secrets/json"), *answer);
    const QString prefix = secretPrefix(fleet, node);
    const QJsonArray secrets = answer->array();
    for (const QJsonValue& secret : secrets) {
        const QString name = secret[u"Spec"][u"Name"].toString();
        if (!name.startsWith(prefix))
            continue;
        Task<Done> removing = removed(u"/secrets/" + name, context);
        const Result<Done> gone = co_await removing;
        if (!gone)
            co_return gone;
    }
    co_return Done{};
}

} // namespace snowmelt
