// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QJsonObject>

namespace snowmelt {

/// The documents of verbs that look, in the shape of models/domain/read_json.h:
/// "schema", "outcome", "safety", "error", and their own fields.

/// snowmelt.drift-history/1: "history" with "differences" and "counts"; null when nothing could be read.
QJsonObject driftHistoryJson(const std::optional<DriftHistory>& history, const Finished& finished);
/// snowmelt.resume/1: "open".
QJsonObject openDeploymentsJson(const QList<OpenDeployment>& open, const Finished& finished);
/// snowmelt.orphans/1: "orphans".
QJsonObject orphansJson(const QList<Orphan>& orphans, const Finished& finished);
/// snowmelt.report/1: "report".
QJsonObject reportJson(const std::optional<DeploymentReport>& report, const Finished& finished);
/// snowmelt.paper/1: "image" and "kind", null when there is none; "file" it is in, or "text" when it is in none.
QJsonObject paperJson(const std::optional<PaperMade>& paper, const QString& file, const Finished& finished);

/// snowmelt.image-diff/1: "diff", null when nothing could be compared.
QJsonObject imageDiffJson(const std::optional<ImageDiff>& diff, const Finished& finished);

} // namespace snowmelt
