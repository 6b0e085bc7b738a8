// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/event_json.h"

#include "models/domain/json_event_fields.h"

#include <array>

namespace snowmelt {
namespace {

constexpr QLatin1String eventSchema("snowmelt.event/1");

/// "type" of each body, in the order of EventBody.
constexpr std::array bodyNames = {"started",
                                  "progress",
                                  "logLine",
                                  "fleetObserved",
                                  "nodeScanned",
                                  "nodeUnseen",
                                  "imagesListed",
                                  "imageBuilt",
                                  "planMade",
                                  "stepBegun",
                                  "stepDone",
                                  "stepFailed",
                                  "rollingBack",
                                  "trafficCounted",
                                  "warningsAccepted",
                                  "leaseTaken",
                                  "controlled",
                                  "paused",
                                  "continued",
                                  "configEdited",
                                  "drainSeen",
                                  "gatesSeen",
                                  "openDeploymentsSeen",
                                  "orphansSeen",
                                  "reportMade",
                                  "recorded",
                                  "historyListed",
                                  "nodesCompared",
                                  "driftHistoryRead",
                                  "scansDue",
                                  "questionAsked",
                                  "questionClosed",
                                  "imageDue",
                                  "lockMoved",
                                  "imageProved",
                                  "imagesCompared",
                                  "storeVerified",
                                  "imagesPruned",
                                  "imageExported",
                                  "imageImported",
                                  "paperMade",
                                  "imageSigned",
                                  "imageTried",
                                  "finished"};
static_assert(bodyNames.size() == std::variant_size_v<EventBody>, "an event body has no name");

/// What is the same of every event.
struct Envelope
{
    QString schema;
    OperationId operation;
    QDateTime at;
    QString type;
};

template <typename Archive>
void describe(Archive& archive, Field<Archive, Envelope> value)
{
    archive("schema", value.schema);
    archive("operation", value.operation);
    archive("at", value.at);
    archive("type", value.type);
}

Error unreadable(const QString& what)
{
    return {ErrorCode::Unexpected, {what}, {}};
}

template <typename T>
Result<T> readWhole(const QJsonObject& json)
{
    T value;
    JsonReader reader(json);
    describe(reader, value);
    if (!reader.fault().isEmpty())
        return unreadable(QStringLiteral("JSON field ") + reader.fault());
    return value;
}

template <typename T>
QJsonObject writeWhole(const T& value)
{
    return JsonWriter::write(value).toObject();
}

/// Default-makes the alternative called `name`; false when there is none.
template <std::size_t I = 0>
bool emplaceBody(EventBody& body, const QString& name)
{
    if constexpr (I == bodyNames.size()) {
        return false;
    } else {
        if (name != QLatin1String(bodyNames[I]))
            return emplaceBody<I + 1>(body, name);
        body.emplace<I>();
        return true;
    }
}

} // namespace

QJsonObject toJson(const Event& event)
{
    JsonWriter writer;
    const Envelope envelope{eventSchema, event.operation, event.at, QString::fromLatin1(bodyNames[event.body.index()])};
    describe(writer, envelope);
    std::visit([&writer](const auto& body) { describe(writer, body); }, event.body);
    return writer.take();
}

Result<Event> eventFromJson(const QJsonObject& json)
{
    const Result<Envelope> envelope = readWhole<Envelope>(json);
    if (!envelope.ok())
        return envelope.as<Event>();
    if (envelope->schema != eventSchema)
        return unreadable(QStringLiteral("event schema ") + envelope->schema);

    Event event{envelope->operation, envelope->at, {}};
    if (!emplaceBody(event.body, envelope->type))
        return unreadable(QStringLiteral("event type ") + envelope->type);
    JsonReader reader(json);
    std::visit([&reader](auto& body) { describe(reader, body); }, event.body);
    if (!reader.fault().isEmpty())
        return unreadable(QStringLiteral("event field ") + reader.fault());
    return event;
}

QJsonObject toJson(const FleetState& fleet)
{
    return writeWhole(fleet);
}

QJsonObject toJson(const DriftReport& report)
{
    return writeWhole(report);
}

QJsonObject toJson(const GroupDrift& drift)
{
    return writeWhole(drift);
}

QJsonObject toJson(const ImageDiff& diff)
{
    return writeWhole(diff);
}

QJsonObject toJson(const DriftHistory& history)
{
    return writeWhole(history);
}

QJsonObject toJson(const ImageRecord& image)
{
    return writeWhole(image);
}

QJsonObject toJson(const Plan& plan)
{
    return writeWhole(plan);
}

QJsonObject toJson(const HistoryEntry& entry)
{
    return writeWhole(entry);
}

QJsonObject toJson(const OpenDeployment& open)
{
    return writeWhole(open);
}

QJsonObject toJson(const Orphan& orphan)
{
    return writeWhole(orphan);
}

QJsonObject toJson(const DeploymentReport& report)
{
    return writeWhole(report);
}

QJsonObject toJson(const Error& error)
{
    return writeWhole(error);
}

Error errorFromJson(const QJsonObject& json)
{
    Error error;
    JsonReader reader(json);
    describe(reader, error);
    return reader.fault().isEmpty() ? error : unreadable(QStringLiteral("error field ") + reader.fault());
}

Result<Plan> planFromJson(const QJsonObject& json)
{
    return readWhole<Plan>(json);
}

Result<DriftReport> driftReportFromJson(const QJsonObject& json)
{
    return readWhole<DriftReport>(json);
}

} // namespace snowmelt
