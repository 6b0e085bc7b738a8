// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/engine.h"

#include "backend/platform/podman/engine_service.h"

#include <QUrl>

namespace snowmelt {

QString EngineAnswer::message() const
{
    const QJsonObject said = object();
    const QString text = said.value(u"message").toString(said.value(u"cause").toString());
    return text.isEmpty() ? QString::fromUtf8(body.left(2000)) : text;
}

Engine::Engine(EnginePaths paths, HttpClient& http, std::chrono::seconds idle)
    : m_paths(std::move(paths)), m_http(http), m_idle(idle)
{
}

HttpCall Engine::request(const QByteArray& method, const QString& path) const
{
    HttpCall call;
    call.method = method;
    call.url = "http://podman/v4.0.0/libpod" + path.toUtf8();
    call.unixSocket = m_paths.socket.toUtf8();
    return call;
}

Task<Done> Engine::ensureService(CallContext context)
{
    Task<Done> ensuring = ensureEngineService(m_paths, m_idle, context);
    const Result<Done> ensured = co_await ensuring;
    co_return ensured;
}

Task<EngineAnswer> Engine::call(HttpCall call, CallContext context)
{
    for (const bool lastTry : {false, true}) {
        Task<HttpReply> performing = m_http.perform(call, context);
        const Result<HttpReply> reply = co_await performing;
        if (!reply)
            co_return reply.as<EngineAnswer>();
        if (reply->answered)
            co_return EngineAnswer{reply->status, reply->body};
        // Nobody was there: the service has ended for want of work, and nothing was sent. Or it ended just now, in the
        // middle of a question; a question may be asked twice, an act may not.
        const bool mayRepeat = !reply->connected || call.method == "GET";
        if (!mayRepeat || lastTry)
            co_return Error{ErrorCode::PlatformUnavailable, {QStringLiteral("podman")}, reply->failure};
        Task<Done> ensuring = ensureService(context);
        const Result<Done> ensured = co_await ensuring;
        if (!ensured)
            co_return ensured.as<EngineAnswer>();
    }
    co_return Error{ErrorCode::Unexpected, {QStringLiteral("Engine::call")}, {}};
}

Task<EngineAnswer> Engine::get(QString path, CallContext context)
{
    return call(request("GET", path), context);
}

Task<EngineAnswer> Engine::post(QString path, QJsonObject body, CallContext context)
{
    HttpCall posting = request("POST", path);
    posting.contentType = "application/json";
    posting.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return call(std::move(posting), context);
}

Task<EngineAnswer> Engine::remove(QString path, CallContext context)
{
    return call(request("DELETE", path), context);
}

Error refused(const QString& request, const EngineAnswer& answer)
{
    return Error{ErrorCode::EngineRefused, {request, QString::number(answer.status)}, answer.message()};
}

QString labelFilter(const QString& key, const QString& value)
{
    const QString wanted = key + u'=' + value;
    const QJsonObject filter{{QStringLiteral("label"), QJsonArray{wanted}}};
    const QByteArray json = QJsonDocument(filter).toJson(QJsonDocument::Compact);
    return u"filters=" + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(json)));
}

} // namespace snowmelt
