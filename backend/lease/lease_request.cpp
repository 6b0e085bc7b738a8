// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/lease/lease_request.h"

#include "models/domain/json_deployment_fields.h"

#include <QJsonDocument>

namespace snowmelt {

template <typename Archive>
void describe(Archive& archive, Field<Archive, LeaseRequest> value)
{
    archive("command", value.command);
    archive("person", value.person);
    archive("seconds", value.seconds);
}

namespace {

constexpr qsizetype longestPerson = 256;
constexpr int mostSeconds = 7 * 24 * 3600;
const QLatin1String refusedKey("refused");

QByteArray onOneLine(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Error notA(const QString& what, const QByteArray& text)
{
    return {ErrorCode::Unexpected, {what}, QString::fromUtf8(text.left(200))};
}

} // namespace

QByteArray requestText(const LeaseRequest& request)
{
    JsonWriter writer;
    describe(writer, request);
    return onOneLine(writer.take());
}

Result<LeaseRequest> parseRequest(const QByteArray& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    LeaseRequest request;
    JsonReader reader(object);
    describe(reader, request);
    // A command that is missing would read as the first one.
    if (!reader.fault().isEmpty() || !object.contains(QLatin1String("command")) || request.person.isEmpty() ||
        request.person.size() > longestPerson || request.seconds < 0 || request.seconds > mostSeconds)
        return notA(QStringLiteral("request"), text);
    return request;
}

QByteArray replyText(const std::optional<Error>& refused)
{
    return onOneLine({{refusedKey, JsonWriter::write(refused)}});
}

Result<Done> parseReply(const QByteArray& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const QJsonValue refused = object.value(refusedKey);
    if (object.contains(refusedKey) && refused.isNull())
        return Done{};
    Error error;
    JsonReader reader(refused.toObject());
    describe(reader, error);
    if (!refused.isObject() || !reader.fault().isEmpty() || !refused.toObject().contains(QLatin1String("code")))
        return notA(QStringLiteral("reply"), text);
    return error;
}

} // namespace snowmelt
