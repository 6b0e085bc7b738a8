// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/podman/engine_paths.h"
#include "backend/platform/podman/http_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <chrono>

namespace snowmelt {

struct EngineAnswer
{
    int status = 0;
    QByteArray body;
    bool ok() const { return status >= 200 && status < 300; }
    QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    QString message() const; ///< what the engine said went wrong
};

/// The engine's REST API (libpod 4) on its Unix socket. Starts the service when nobody listens.
class Engine
{
public:
    Engine(EnginePaths paths, HttpClient& http, std::chrono::seconds idle);

    /// Answers of any status are values. Errors: PlatformUnavailable, ToolMissing, TimedOut; and Cancelled.
    Task<EngineAnswer> call(HttpCall call, CallContext context);

    Task<EngineAnswer> get(QString path, CallContext context);
    Task<EngineAnswer> post(QString path, QJsonObject body, CallContext context);
    Task<EngineAnswer> remove(QString path, CallContext context);
    Task<Done> ensureService(CallContext context);

    /// "/containers/NAME" → the call's address; `path` begins with a slash and is percent-encoded already.
    HttpCall request(const QByteArray& method, const QString& path) const;
    const EnginePaths& paths() const { return m_paths; }

private:
    EnginePaths m_paths;
    HttpClient& m_http;
    std::chrono::seconds m_idle;
};

/// EngineRefused {request, status} with the engine's words.
Error refused(const QString& request, const EngineAnswer& answer);

/// "?filters=…" with one label.
QString labelFilter(const QString& key, const QString& value);

} // namespace snowmelt
