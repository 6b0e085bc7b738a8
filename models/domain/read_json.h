// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/problem.h"
#include "models/domain/event.h"

#include <QJsonObject>

namespace snowmelt {

/// The one JSON document that a reading verb prints with --json. Each has "schema", and how the reading ended:
/// "outcome", "safety" and "error" (null when there is none). What could not be had is null or missing from its list.

/// What all of them begin with: "schema", "outcome", "safety" and "error".
QJsonObject readingJson(const QString& schema, const Finished& finished);
/// snowmelt.status/1: "fleet".
QJsonObject statusJson(const std::optional<FleetState>& fleet, const Finished& finished);
/// snowmelt.drift/1: "reports", and "unseen" for nodes that could not be scanned at all.
QJsonObject driftJson(const QList<DriftReport>& reports, const QList<NodeUnseen>& unseen, const Finished& finished);
/// snowmelt.diff/1: "drift", null when nothing could be compared.
QJsonObject diffJson(const std::optional<GroupDrift>& drift, const Finished& finished);
/// snowmelt.images/1: "images".
QJsonObject imagesJson(const QList<ImageRecord>& images, const Finished& finished);
/// snowmelt.plan/1: "plan".
QJsonObject planJson(const std::optional<Plan>& plan, const Finished& finished);
/// snowmelt.history/1: "entries", newest first.
QJsonObject historyJson(const QList<HistoryEntry>& entries, const Finished& finished);

/// A problem in one of the files that make up a blueprint; `message` is for people.
struct FileProblem
{
    QString file;
    Problem problem;
    QString message;
    bool operator==(const FileProblem&) const = default;
};
/// snowmelt.check/1: "ok" and "problems", each {file, line, column, code, args, message}.
QJsonObject checkJson(const QList<FileProblem>& problems);

} // namespace snowmelt
