// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulated_node.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace snowmelt {
namespace {

ExecResult ended(int status, QByteArray out = {}, QByteArray err = {})
{
    return {status, std::move(out), std::move(err), false};
}

/// The path that `cat` is asked for; empty: it is another command.
QByteArray catPath(const QString& command)
{
    static const QRegularExpression cat(QStringLiteral("^cat '?([^'<>|;]+?)'?$"));
    return cat.match(command.trimmed()).captured(1).toUtf8();
}

QByteArray helloBody(const NodeSpec& spec)
{
    const QJsonObject body{{QStringLiteral("version"), spec.image.version}, {QStringLiteral("node"), spec.name}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

/// The revisions of the file that a guarded write accepts; none: any.
QByteArrayList acceptedRevisions(const QString& command)
{
    static const QRegularExpression guard(QStringLiteral(" in ([0-9a-f]{64})\\|([0-9a-f]{64})\\) ;;"));
    const QRegularExpressionMatch match = guard.match(command);
    return match.hasMatch() ? QByteArrayList{match.captured(1).toUtf8(), match.captured(2).toUtf8()} : QByteArrayList();
}

HttpAnswer silence(const QString& why)
{
    return {0, {}, why, 0};
}

} // namespace

Result<ExecResult> SimulatedWorld::exec(const NodeFacts& facts, const ExecRequest& request)
{
    Node* node = find(facts.fleet, facts.name);
    if (!node)
        node = findByAddress(facts.address);
    if (!node || node->lifecycle != Lifecycle::Running)
        return Error{ErrorCode::SshUnreachable, {facts.name, facts.ssh.text()}, QStringLiteral("Connection refused")};
    if (const QByteArray path = catPath(request.command); !path.isEmpty()) {
        if (!node->files.contains(path))
            return ended(1, {}, "cat: " + path + ": No such file or directory\n");
        return ended(0, node->files.value(path));
    }
    if (node->haproxy)
        return execOnBalancer(*node, request);
    return ended(127, {}, "simulation: nothing here answers this command\n");
}

ExecResult SimulatedWorld::execOnBalancer(Node& node, const ExecRequest& request)
{
    if (request.command.startsWith(QStringLiteral("socat "))) {
        if (node.socketGone)
            return ended(1, {}, "socat E connect(/run/haproxy/admin.sock): No such file or directory\n");
        return ended(0, node.haproxy->answer(request.script.trimmed()));
    }
    if (request.command.contains(QStringLiteral("haproxy -c")))
        return writeConfig(node, request);
    if (request.command.contains(QStringLiteral("kill -USR2")) || request.script.contains("kill -USR2")) {
        node.haproxy->load(node.files.value(simulatedBalancerConfig), m_now);
        return ended(0);
    }
    return ended(127, {}, "simulation: nothing here answers this command\n");
}

/// The running process is not touched: it reads the file at its next start or reload.
ExecResult SimulatedWorld::writeConfig(Node& node, const ExecRequest& request)
{
    const QByteArrayList accepted = acceptedRevisions(request.command);
    const QByteArray there = node.files.value(simulatedBalancerConfig);
    if (!accepted.isEmpty() && !accepted.contains(QCryptographicHash::hash(there, QCryptographicHash::Sha256).toHex()))
        return ended(5);
    if (const auto complaint = SimulatedHaproxy::complaint(request.script))
        return ended(4, {}, *complaint + '\n');
    node.files.insert(simulatedBalancerConfig, request.script);
    return ended(0, request.script);
}

HttpAnswer SimulatedWorld::get(const Endpoint& service, const QString& path)
{
    Node* asked = findByAddress(service.host);
    for (const auto& [key, node] : m_nodes)
        for (const PublishedPort& port : node->spec.ports)
            if (port.outside == service)
                asked = node.get();
    if (!asked || !answersNow(*asked))
        return silence(QStringLiteral("Connection refused"));
    if (asked->haproxy)
        return throughBalancer(*asked);
    const int status = path == u"/healthz" ? health(*asked) : 200;
    return {status, helloBody(asked->spec), {}, 1};
}

HttpAnswer SimulatedWorld::throughBalancer(Node& node)
{
    if (node.haproxy->request(m_now + m_options.requestMs))
        return {200, "{}", {}, 1};
    return {503, "<html><body><h1>503 Service Unavailable</h1></body></html>\n", {}, 1};
}

} // namespace snowmelt
