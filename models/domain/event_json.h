// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace snowmelt {

/// {"schema":"snowmelt.event/1","operation":…,"at":"2026-01-02T03:04:05.678Z","type":"stepBegun", … the body's fields}.
QJsonObject toJson(const Event& event);
/// The inverse; an unknown type or schema is an error, a missing field takes its default.
Result<Event> eventFromJson(const QJsonObject& json);

QJsonObject toJson(const FleetState& fleet);
QJsonObject toJson(const DriftReport& report);
QJsonObject toJson(const GroupDrift& drift);
QJsonObject toJson(const DriftHistory& history);
QJsonObject toJson(const ImageRecord& image);
QJsonObject toJson(const ImageDiff& diff);
QJsonObject toJson(const Plan& plan);
QJsonObject toJson(const HistoryEntry& entry);
QJsonObject toJson(const OpenDeployment& open);
QJsonObject toJson(const Orphan& orphan);
QJsonObject toJson(const DeploymentReport& report);
QJsonObject toJson(const Error& error);
/// Unexpected when it is none.
Error errorFromJson(const QJsonObject& json);
Result<Plan> planFromJson(const QJsonObject& json);
Result<DriftReport> driftReportFromJson(const QJsonObject& json);

} // namespace snowmelt
