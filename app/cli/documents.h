// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QJsonObject>

namespace snowmelt {

/// The documents of the verbs that compare nodes or look at deployments, in the shape of models/domain/read_json.h:
/// "schema", "outcome", "safety", "error", and their own fields.

/// snowmelt.diff/1: "drift", null when nothing could be compared.
QJsonObject diffJson(const std::optional<GroupDrift>& drift, const Finished& finished);
/// snowmelt.resume/1: "open".
QJsonObject openDeploymentsJson(const QList<OpenDeployment>& open, const Finished& finished);
/// snowmelt.orphans/1: "orphans".
QJsonObject orphansJson(const QList<Orphan>& orphans, const Finished& finished);
/// snowmelt.report/1: "report".
QJsonObject reportJson(const std::optional<DeploymentReport>& report, const Finished& finished);

} // namespace snowmelt
