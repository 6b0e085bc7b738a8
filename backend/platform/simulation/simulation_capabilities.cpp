// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulation_capabilities.h"

#include <QFileInfo>

namespace snowmelt {
namespace {

constexpr int latencyMs = 5; ///< of a call in real time; a per-call pace has its own

} // namespace

/// Lets simulated time pass and others run. With the per-call pace the time is the call's alone to spend, so it passes
/// at once.
Task<Done> SimulationPlatform::Capabilities::spend(int ms, CallContext context)
{
    const SimulationPace pace = m_platform->m_pace;
    const bool perCall = pace.kind == SimulationPace::Kind::PerCall;
    const auto real = std::chrono::milliseconds(perCall ? 0 : static_cast<int>(ms / pace.speed));
    const Result<Done> waited = co_await pause(real, context);
    if (waited && perCall)
        m_platform->m_world.advance(ms);
    co_return waited;
}

Task<Done> SimulationPlatform::Capabilities::suffer(SimulatedFault fault, CallContext context)
{
    if (fault.kind == SimulatedFault::Kind::Fail)
        co_return fault.error;
    if (fault.kind == SimulatedFault::Kind::Slow) {
        const Result<Done> waited = co_await spend(fault.slowMs, context);
        co_return waited;
    }
    if (fault.kind == SimulatedFault::Kind::Happening) {
        if (fault.happening)
            fault.happening();
        co_return Done{};
    }
    const Result<Done> hung = co_await pause(std::chrono::hours(24), context);
    co_return hung;
}

template <typename T>
Task<T> SimulationPlatform::Capabilities::perform(Call call, std::function<Result<T>()> act, CallContext context)
{
    m_platform->m_callLog << (call.subject.isEmpty() ? call.name : QString(call.name + u' ' + call.subject));
    const std::optional<SimulatedFault> fault = m_platform->m_faults.meet(call.name, call.subject, call.text);
    const bool perCall = m_platform->m_pace.kind == SimulationPace::Kind::PerCall;
    const int latency = perCall ? m_platform->m_pace.callMs : latencyMs;
    const Result<Done> reached = co_await spend(latency, context);
    if (!reached)
        co_return reached.as<T>();
    if (fault && !fault->afterAct) {
        const Result<Done> suffered = co_await suffer(*fault, context);
        if (!suffered)
            co_return suffered.as<T>();
    }
    const Result<T> result = act();
    if (fault && fault->afterAct) {
        const Result<Done> suffered = co_await suffer(*fault, context);
        if (!suffered)
            co_return suffered.as<T>();
    }
    co_return result;
}

Task<QList<NodeFacts>> SimulationPlatform::Capabilities::list(FleetKey fleet, CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    const Call call{QStringLiteral("list"), {}, {}};
    std::function<Result<QList<NodeFacts>>()> act = [&world, fleet] { return world.list(fleet); };
    return perform<QList<NodeFacts>>(call, act, context);
}

Task<ExecResult> SimulationPlatform::Capabilities::exec(NodeFacts node, ExecRequest request, CallContext context)
{
    SimulationPlatform* platform = m_platform;
    const Call call{QStringLiteral("exec"), node.name, request.command + u'\n' + QString::fromUtf8(request.script)};
    std::function<Result<ExecResult>()> act = [platform, node, request]() -> Result<ExecResult> {
        const auto answer = platform->m_execAnswer ? platform->m_execAnswer(node, request) : std::nullopt;
        return answer ? Result<ExecResult>(*answer) : platform->m_world.exec(node, request);
    };
    return perform<ExecResult>(call, act, context);
}

Task<Done> SimulationPlatform::Capabilities::ensureNetwork(FleetKey fleet, FleetNetwork network, CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    std::function<Result<Done>()> act = [&world, fleet, network] {
        world.ensureNetwork(fleet, network);
        return Done{};
    };
    return perform<Done>({QStringLiteral("ensureNetwork"), {}, {}}, act, context);
}

Task<Done> SimulationPlatform::Capabilities::removeNetwork(FleetKey fleet, CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    std::function<Result<Done>()> act = [&world, fleet] { return world.removeNetwork(fleet); };
    return perform<Done>({QStringLiteral("removeNetwork"), {}, {}}, act, context);
}

Task<Done> SimulationPlatform::Capabilities::removeVolumes(FleetKey fleet, CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    std::function<Result<Done>()> act = [&world, fleet] { return world.removeVolumes(fleet); };
    return perform<Done>({QStringLiteral("removeVolumes"), {}, {}}, act, context);
}

Task<Done> SimulationPlatform::Capabilities::create(FleetKey fleet, NodeSpec spec, CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    std::function<Result<Done>()> act = [&world, fleet, spec] { return world.create(fleet, spec); };
    return perform<Done>({QStringLiteral("create"), spec.name, {}}, act, context);
}

Task<Done> SimulationPlatform::Capabilities::start(FleetKey fleet, QString node, CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    std::function<Result<Done>()> act = [&world, fleet, node] { return world.start(fleet, node); };
    return perform<Done>({QStringLiteral("start"), node, {}}, act, context);
}

Task<Done> SimulationPlatform::Capabilities::stop(FleetKey fleet, QString node, std::chrono::seconds grace,
                                                  CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    std::function<Result<Done>()> act = [&world, fleet, node, grace] { return world.stop(fleet, node, grace); };
    return perform<Done>({QStringLiteral("stop"), node, {}}, act, context);
}

Task<Done> SimulationPlatform::Capabilities::destroy(FleetKey fleet, QString node, CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    std::function<Result<Done>()> act = [&world, fleet, node] { return world.destroy(fleet, node); };
    return perform<Done>({QStringLiteral("destroy"), node, {}}, act, context);
}

Task<bool> SimulationPlatform::Capabilities::hasImage(Digest digest, CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    std::function<Result<bool>()> act = [&world, digest] { return world.hasImage(digest); };
    return perform<bool>({QStringLiteral("hasImage"), {}, {}}, act, context);
}

/// Without a layout the image is as simulated as the rest.
Task<Done> SimulationPlatform::Capabilities::importImage(QString layout, ImageRef ref, Digest digest,
                                                         CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    std::function<Result<Done>()> act = [&world, layout, digest]() -> Result<Done> {
        if (!layout.isEmpty() && !QFileInfo::exists(layout))
            return Error{ErrorCode::FileUnreadable, {layout}, {}};
        world.importImage(digest);
        return Done{};
    };
    return perform<Done>({QStringLiteral("importImage"), ref.text(), {}}, act, context);
}

Task<HttpAnswer> SimulationPlatform::Capabilities::get(Endpoint service, QString path, CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    const Call call{QStringLiteral("get"), service.text(), path};
    std::function<Result<HttpAnswer>()> act = [&world, service, path] { return world.get(service, path); };
    const Result<HttpAnswer> answer = co_await perform<HttpAnswer>(call, act, context);
    if (answer.failed())
        co_return HttpAnswer{0, {}, codeName(answer.error().code), 0};
    co_return answer;
}

Task<QMap<QString, Utilisation>> SimulationPlatform::Capabilities::measure(FleetKey fleet, CallContext context)
{
    SimulatedWorld& world = m_platform->m_world;
    std::function<Result<QMap<QString, Utilisation>>()> act = [&world, fleet] { return world.usage(fleet); };
    return perform<QMap<QString, Utilisation>>({QStringLiteral("measure"), {}, {}}, act, context);
}

} // namespace snowmelt
