// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/read_json.h"

#include "models/domain/drift/judge/severity.h"
#include "models/domain/event_json.h"
#include "models/domain/json_event_fields.h"

namespace snowmelt {
namespace {

QJsonObject asJson(const FileProblem& found)
{
    JsonWriter writer;
    writer("file", found.file);
    writer("line", found.problem.line);
    writer("column", found.problem.column);
    writer("code", codeName(found.problem.code));
    writer("args", found.problem.args);
    writer("message", found.message);
    return writer.take();
}

/// What a reader of the document would have to know our rules for.
QJsonObject asJson(const Difference& difference)
{
    QJsonObject json = JsonWriter::write(difference).toObject();
    json.insert(QStringLiteral("severity"), codeName(severityOf(difference)));
    return json;
}

QJsonObject asJson(const GroupDifference& row)
{
    QJsonArray differs;
    for (const NodeDifference& one : row.differs) {
        QJsonObject json = JsonWriter::write(one).toObject();
        json.insert(QStringLiteral("difference"), asJson(one.difference));
        differs.append(json);
    }
    QJsonObject json = JsonWriter::write(row).toObject();
    json.insert(QStringLiteral("differs"), differs);
    json.insert(QStringLiteral("severity"), codeName(severityOf(row)));
    return json;
}

/// The same for a report of one node and for a comparison of many: differences and hidden ones with their severity.
template <typename Told>
QJsonObject withSeverities(const Told& told)
{
    QJsonArray differences;
    for (const auto& difference : told.differences)
        differences.append(asJson(difference));
    QJsonArray hidden;
    for (const auto& one : told.hidden) {
        QJsonObject json = JsonWriter::write(one).toObject();
        json.insert(QStringLiteral("difference"), asJson(one.difference));
        hidden.append(json);
    }
    QJsonObject json = JsonWriter::write(told).toObject();
    json.insert(QStringLiteral("differences"), differences);
    json.insert(QStringLiteral("hidden"), hidden);
    return json;
}

} // namespace

QJsonObject readingJson(const QString& schema, const Finished& finished)
{
    JsonWriter writer;
    writer("schema", schema);
    writer("outcome", finished.outcome);
    writer("safety", finished.safety);
    writer("error", finished.error);
    return writer.take();
}

QJsonObject statusJson(const std::optional<FleetState>& fleet, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.status/1"), finished);
    json.insert(QStringLiteral("fleet"), JsonWriter::write(fleet));
    return json;
}

QJsonObject driftJson(const QList<DriftReport>& reports, const QList<NodeUnseen>& unseen, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.drift/1"), finished);
    QJsonArray array;
    for (const DriftReport& report : reports)
        array.append(withSeverities(report));
    json.insert(QStringLiteral("reports"), array);
    json.insert(QStringLiteral("unseen"), JsonWriter::write(unseen));
    return json;
}

QJsonObject diffJson(const std::optional<GroupDrift>& drift, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.diff/1"), finished);
    json.insert(QStringLiteral("drift"), drift ? QJsonValue(withSeverities(*drift)) : QJsonValue());
    return json;
}

QJsonObject imagesJson(const QList<ImageRecord>& images, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.images/1"), finished);
    json.insert(QStringLiteral("images"), JsonWriter::write(images));
    return json;
}

QJsonObject planJson(const std::optional<Plan>& plan, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.plan/1"), finished);
    json.insert(QStringLiteral("plan"), JsonWriter::write(plan));
    return json;
}

QJsonObject historyJson(const QList<HistoryEntry>& entries, const Finished& finished)
{
    QJsonObject json = readingJson(QStringLiteral("snowmelt.history/1"), finished);
    json.insert(QStringLiteral("entries"), JsonWriter::write(entries));
    return json;
}

QJsonObject checkJson(const QList<FileProblem>& problems)
{
    QJsonArray array;
    for (const FileProblem& problem : problems)
        array.append(asJson(problem));
    return {{QStringLiteral("schema"), QStringLiteral("snowmelt.check/1")},
            {QStringLiteral("ok"), problems.isEmpty()},
            {QStringLiteral("problems"), array}};
}

} // namespace snowmelt
