// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/podman_platform.h"

#include "backend/platform/podman/capabilities.h"
#include "backend/platform/podman/engine.h"
#include "backend/platform/podman/event_watch.h"
#include "backend/platform/podman/host_headroom.h"
#include "backend/platform/podman/image_import.h"
#include "backend/platform/podman/podman_inside.h"
#include "backend/platform/podman/podman_possessions.h"
#include "backend/platform/podman/podman_usage.h"
#include "backend/platform/podman/provision.h"

#include <QHash>
#include <QPointer>

namespace snowmelt {

class PodmanPlatform::Private
{
public:
    explicit Private(const PodmanOptions& options)
        : engine(enginePaths(options.home, options.runBase), http, options.serviceIdle), observe(engine),
          exec(options.home), provision(engine), images(engine), probe(http), possessions(engine, provision),
          usage(engine), inside(engine)
    {
    }

    HttpClient http;
    Engine engine;
    PodmanObserve observe;
    PodmanExec exec;
    PodmanProvision provision;
    PodmanImages images;
    CurlProbe probe;
    PodmanPossessions possessions;
    PodmanUsage usage;
    PodmanInside inside;
    QHash<QString, QPointer<EventWatch>> watches; // by fleet id
};

PodmanPlatform::PodmanPlatform(const PodmanOptions& options, QObject* parent)
    : Platform(parent), d(std::make_unique<Private>(options))
{
}

PodmanPlatform::~PodmanPlatform()
{
    for (const QPointer<EventWatch>& watch : std::as_const(d->watches))
        if (watch)
            watch->stop();
}

Task<Done> PodmanPlatform::open(CallContext context)
{
    Task<EngineAnswer> asking = d->engine.get(QStringLiteral("/_ping"), context);
    const Result<EngineAnswer> answer = co_await asking;
    if (!answer)
        co_return answer.as<Done>();
    if (!answer->ok())
        co_return refused(QStringLiteral("/_ping"), *answer);
    co_return Done{};
}

Task<Headroom> PodmanPlatform::headroom(CallContext context)
{
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    co_return hostHeadroom(d->engine.paths().root);
}

Observe* PodmanPlatform::observe()
{
    return &d->observe;
}

Exec* PodmanPlatform::exec()
{
    return &d->exec;
}

Provision* PodmanPlatform::provision()
{
    return &d->provision;
}

ImageImport* PodmanPlatform::imageImport()
{
    return &d->images;
}

HttpProbe* PodmanPlatform::httpProbe()
{
    return &d->probe;
}

Possessions* PodmanPlatform::possessions()
{
    return &d->possessions;
}

Usage* PodmanPlatform::usage()
{
    return &d->usage;
}

Inside* PodmanPlatform::inside()
{
    return &d->inside;
}

void PodmanPlatform::watch(FleetKey fleet)
{
    if (d->watches.value(fleet.id))
        return;
    auto* watch = new EventWatch(d->engine, fleet, nullptr);
    connect(watch, &EventWatch::changed, this, [this, id = fleet.id] { Q_EMIT changed(id); });
    d->watches.insert(fleet.id, watch);
}

void PodmanPlatform::unwatch(FleetKey fleet)
{
    if (const QPointer<EventWatch> watch = d->watches.take(fleet.id))
        watch->stop();
}

EnginePaths PodmanPlatform::paths() const
{
    return d->engine.paths();
}

} // namespace snowmelt
