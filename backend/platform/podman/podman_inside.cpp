// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/podman_inside.h"

#include "backend/platform/podman/labels.h"

#include <QtEndian>

namespace snowmelt {

namespace {

constexpr qsizetype frameHead = 8;
constexpr int keptLines = 60;

QString pathOf(const FleetKey& fleet, const QString& node)
{
    return u"/containers/" + containerName(fleet, node);
}

} // namespace

QList<QByteArray> OutputFrames::feed(const QByteArray& bytes)
{
    m_pending += bytes;
    while (m_pending.size() >= frameHead) {
        const qsizetype size = qFromBigEndian<quint32>(m_pending.constData() + 4);
        if (m_pending.size() - frameHead < size)
            break;
        m_cutter.take(m_pending.mid(frameHead, size));
        m_pending.remove(0, frameHead + size);
    }
    return std::exchange(m_lines, {});
}

QList<QByteArray> OutputFrames::rest()
{
    m_cutter.end();
    return std::exchange(m_lines, {});
}

Task<QString> PodmanInside::prepare(FleetKey fleet, QString node, QString command, CallContext context)
{
    const QString path = pathOf(fleet, node) + u"/exec";
    const QJsonArray words{QStringLiteral("/bin/sh"), QStringLiteral("-e"), QStringLiteral("-c"), command};
    const QJsonObject body{{QStringLiteral("AttachStdout"), true},
                           {QStringLiteral("AttachStderr"), true},
                           {QStringLiteral("User"), QStringLiteral("0")},
                           {QStringLiteral("Cmd"), words}};
    const Result<EngineAnswer> answer = co_await m_engine.post(path, body, context);
    if (!answer)
        co_return answer.as<QString>();
    if (!answer->ok())
        co_return refused(path, *answer);
    co_return answer->object().value(u"Id").toString();
}

Task<Done> PodmanInside::follow(QString exec, Hear hear, CallContext context)
{
    const QString path = u"/exec/" + exec + u"/start";
    HttpCall call = m_engine.request("POST", path);
    call.contentType = "application/json";
    call.body = R"({"Detach":false,"Tty":false})";
    OutputFrames frames;
    call.onBytes = [&frames, &hear](const QByteArray& bytes) {
        for (const QByteArray& line : frames.feed(bytes))
            hear(line);
    };
    Task<EngineAnswer> running = m_engine.call(std::move(call), context);
    const Result<EngineAnswer> answer = co_await running;
    for (const QByteArray& line : frames.rest())
        hear(line);
    if (!answer)
        co_return answer.as<Done>();
    if (!answer->ok())
        co_return refused(path, *answer);
    co_return Done{};
}

Task<int> PodmanInside::run(FleetKey fleet, QString node, QString command, Hear hear, CallContext context)
{
    const Result<QString> exec = co_await prepare(fleet, node, command, context);
    if (!exec)
        co_return exec.as<int>();
    const Result<Done> followed = co_await follow(*exec, hear, context);
    if (!followed)
        co_return followed.as<int>();
    const QString path = u"/exec/" + *exec + u"/json";
    const Result<EngineAnswer> answer = co_await m_engine.get(path, context);
    if (!answer)
        co_return answer.as<int>();
    if (!answer->ok())
        co_return refused(path, *answer);
    co_return answer->object().value(u"ExitCode").toInt(-1);
}

Task<QByteArray> PodmanInside::log(FleetKey fleet, QString node, CallContext context)
{
    const QString path = pathOf(fleet, node) + u"/logs?stdout=true&stderr=true&tail=" + QString::number(keptLines);
    const Result<EngineAnswer> answer = co_await m_engine.get(path, context);
    if (!answer)
        co_return answer.as<QByteArray>();
    if (!answer->ok())
        co_return refused(path, *answer);
    OutputFrames frames;
    QByteArray text;
    for (const QByteArray& line : frames.feed(answer->body) + frames.rest())
        text += line + '\n';
    co_return text;
}

Task<QDateTime> PodmanInside::startedAt(FleetKey fleet, QString node, CallContext context)
{
    const QString path = pathOf(fleet, node) + u"/json";
    const Result<EngineAnswer> answer = co_await m_engine.get(path, context);
    if (!answer)
        co_return answer.as<QDateTime>();
    if (!answer->ok())
        co_return refused(path, *answer);
    const QString text = answer->object().value(u"State")[u"StartedAt"].toString();
    co_return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

} // namespace snowmelt
