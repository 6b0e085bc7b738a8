// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/birth_archive.h"
#include "backend/platform/podman/container_spec.h"
#include "backend/platform/podman/labels.h"
#include "backend/platform/podman/port_check.h"
#include "backend/platform/podman/provision.h"

#include <QUrl>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds undoLimit{20};

} // namespace

Task<QString> PodmanProvision::stateOf(FleetKey fleet, QString node, CallContext context)
{
    const QString path = u"/containers/" + containerName(fleet, node) + u"/json";
    Task<EngineAnswer> asking = m_engine.get(path, context);
    const Result<EngineAnswer> answer = co_await asking;
    if (!answer)
        co_return answer.as<QString>();
    if (answer->status == 404)
        co_return QString();
    if (!answer->ok())
        co_return refused(path, *answer);
    co_return answer->object().value(u"State")[u"Status"].toString();
}

Task<Done> PodmanProvision::create(FleetKey fleet, NodeSpec spec, CallContext context)
{
    Task<QString> asking = stateOf(fleet, spec.name, context);
    const Result<QString> state = co_await asking;
    if (!state)
        co_return state.as<Done>();
    const Lifecycle lifecycle = state->isEmpty() ? Lifecycle::Absent : lifecycleOf(*state);
    if (lifecycle == Lifecycle::Running)
        co_return Done{};
    if (lifecycle == Lifecycle::Stopped) {
        Task<Done> starting = start(fleet, spec.name, context);
        const Result<Done> started = co_await starting;
        co_return started;
    }
    // "created" was never started: its birth files may be missing. And secrets of a node that is gone may be old ones.
    Task<Done> clearing = destroy(fleet, spec.name, context);
    const Result<Done> cleared = co_await clearing;
    if (!cleared)
        co_return cleared;

    if (const std::optional<Endpoint> taken = listenedPort(spec.ports))
        co_return Error{ErrorCode::PortTaken, {taken->host, QString::number(taken->port)}, {}};
    Task<Done> making = make(fleet, spec, context);
    const Result<Done> made = co_await making;
    if (made)
        co_return made;
    Task<Done> undoing = destroy(fleet, spec.name, CallContext::cleanup(undoLimit));
    const Result<Done> undone = co_await undoing;
    Q_UNUSED(undone) // the failure that led here is what the caller must hear
    co_return made;
}

Task<Done> PodmanProvision::make(FleetKey fleet, NodeSpec spec, CallContext context)
{
    using Act = Task<Done> (PodmanProvision::*)(FleetKey, NodeSpec, CallContext);
    const QList<Act> acts = {&PodmanProvision::makeSecrets, &PodmanProvision::makeVolumes,
                             &PodmanProvision::makeContainer, &PodmanProvision::putBirthFiles,
                             &PodmanProvision::startNew};
    for (const Act act : acts) {
        Task<Done> acting = (this->*act)(fleet, spec, context);
        const Result<Done> done = co_await acting;
        if (!done)
            co_return done;
    }
    co_return Done{};
}

Task<Done> PodmanProvision::makeSecrets(FleetKey fleet, NodeSpec spec, CallContext context)
{
    for (const BirthContent& file : spec.files) {
        if (!file.secret)
            continue;
        if (!file.path.startsWith("/run/secrets/"))
            co_return Error{ErrorCode::Unexpected, {QString::fromUtf8(file.path)}, {}};
        HttpCall call = m_engine.request("POST", u"/secrets/create?name=" + secretName(fleet, spec.name, file.path));
        call.contentType = "application/octet-stream";
        call.body = file.content;
        Task<EngineAnswer> making = m_engine.call(std::move(call), context);
        const Result<EngineAnswer> made = co_await making;
        if (!made)
            co_return made.as<Done>();
        if (!made->ok())
            co_return refused(QStringLiteral("/secrets/create"), *made);
    }
    co_return Done{};
}

Task<Done> PodmanProvision::makeVolumes(FleetKey fleet, NodeSpec spec, CallContext context)
{
    for (const VolumeMount& mount : spec.volumes) {
        const QString name = volumeName(fleet, mount.volume);
        Task<EngineAnswer> asking = m_engine.get(u"/volumes/" + name + u"/exists", context);
        const Result<EngineAnswer> there = co_await asking;
        if (!there)
            co_return there.as<Done>();
        if (there->ok())
            continue;
        const QJsonObject labels{{QLatin1String(fleetLabel), fleet.id}};
        const QJsonObject body{{QStringLiteral("Name"), name}, {QStringLiteral("Label"), labels}};
        Task<EngineAnswer> making = m_engine.post(QStringLiteral("/volumes/create"), body, context);
        const Result<EngineAnswer> made = co_await making;
        if (!made)
            co_return made.as<Done>();
        if (!made->ok())
            co_return refused(QStringLiteral("/volumes/create"), *made);
    }
    co_return Done{};
}

Task<Done> PodmanProvision::makeContainer(FleetKey fleet, NodeSpec spec, CallContext context)
{
    const QJsonObject body = containerSpec(fleet, spec, QDateTime::currentDateTimeUtc());
    Task<EngineAnswer> making = m_engine.post(QStringLiteral("/containers/create"), body, context);
    const Result<EngineAnswer> made = co_await making;
    if (!made)
        co_return made.as<Done>();
    if (made->ok())
        co_return Done{};
    const QString said = made->message();
    if (said.contains(u"image not known") || said.contains(u"no such image"))
        co_return Error{ErrorCode::ImageNotOnPlatform, {spec.image.text()}, said};
    co_return refused(QStringLiteral("/containers/create"), *made);
}

Task<Done> PodmanProvision::putBirthFiles(FleetKey fleet, NodeSpec spec, CallContext context)
{
    const QString path = u"/containers/" + containerName(fleet, spec.name) + u"/archive";
    HttpCall call = m_engine.request("PUT", path + u"?path=%2F&copyUIDGID=false"); // false keeps owners
    call.contentType = "application/x-tar";
    call.body = birthArchive(spec.files);
    Task<EngineAnswer> putting = m_engine.call(std::move(call), context);
    const Result<EngineAnswer> put = co_await putting;
    if (!put)
        co_return put.as<Done>();
    if (!put->ok())
        co_return refused(path, *put);
    co_return Done{};
}

Task<Done> PodmanProvision::startNew(FleetKey fleet, NodeSpec spec, CallContext context)
{
    return start(fleet, spec.name, context);
}

} // namespace snowmelt
