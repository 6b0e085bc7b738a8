// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/capabilities.h"

#include "backend/platform/podman/labels.h"

namespace snowmelt {

namespace {

constexpr qint64 probeBodyLimit = 64 * 1024;

SshTarget targetOf(const NodeFacts& node, const QString& home)
{
    SshTarget target;
    target.name = node.name;
    target.endpoint = node.ssh;
    target.hostKey = node.sshHostKey;
    target.privateKeyFile = home + u"/fleets/" + node.fleet.name + u"/id_ed25519";
    target.publicKeyFile = target.privateKeyFile + u".pub";
    return target;
}

} // namespace

Task<QList<NodeFacts>> PodmanObserve::list(FleetKey fleet, CallContext context)
{
    const QString path = u"/containers/json?all=true&" + labelFilter(QLatin1String(fleetLabel), fleet.id);
    Task<EngineAnswer> asking = m_engine.get(path, context);
    const Result<EngineAnswer> answer = co_await asking;
    if (!answer)
        co_return answer.as<QList<NodeFacts>>();
    if (!answer->ok())
        co_return refused(QStringLiteral("/containers/json"), *answer);
    QList<NodeFacts> nodes;
    for (const QJsonValue& container : answer->array())
        if (const std::optional<NodeFacts> facts = factsOf(container.toObject()))
            nodes.append(*facts);
    std::sort(nodes.begin(), nodes.end(), [](const NodeFacts& a, const NodeFacts& b) { return a.name < b.name; });
    co_return nodes;
}

Task<ExecResult> PodmanExec::exec(NodeFacts node, ExecRequest request, CallContext context)
{
    if (node.lifecycle != Lifecycle::Running)
        co_return Error{ErrorCode::NodeNotRunning, {node.name, QStringLiteral("stopped")}, {}};
    Task<ExecResult> running = m_ssh.exec(targetOf(node, m_home), std::move(request), context);
    const Result<ExecResult> result = co_await running;
    if (result.failed())
        m_ssh.forget(node.ssh); // whatever is kept for this address may be of a node that is gone
    co_return result;
}

Task<HttpAnswer> CurlProbe::get(Endpoint service, QString path, CallContext context)
{
    HttpCall call;
    call.url = QString(u"http://" + service.text() + path).toUtf8();
    call.bodyLimit = probeBodyLimit;
    QElapsedTimer clock;
    clock.start();
    Task<HttpReply> performing = m_http.perform(std::move(call), context);
    const Result<HttpReply> reply = co_await performing;
    if (reply.cancelled())
        co_return Cancelled{};
    if (!reply) // the deadline: no answer in time is no answer
        co_return HttpAnswer{0, {}, QStringLiteral("timed out"), clock.elapsed()};
    co_return HttpAnswer{reply->answered ? reply->status : 0, reply->body, reply->failure, reply->ms};
}

} // namespace snowmelt
