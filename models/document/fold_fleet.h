// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"

namespace snowmelt {

/// What scans have told about nodes: a report, or why there is none.
struct DriftNotes
{
    QMap<QString, DriftReport> reports;
    QMap<QString, Error> unscanned; ///< the last scan could not reach these at all
};

/// Forgets what was said of nodes that are gone or were born since. A node missing from an incomplete look may still be
/// there, so its notes stay.
void forgetGone(DriftNotes& notes, const FleetState& fleet);

/// The observed fleet with what only the window knows: sides of deployments, running and open, and drift of the last
/// scan.
FleetState annotated(FleetState observed, const QList<DeploymentState>& deployments, const QList<OpenDeployment>& open,
                     const DriftNotes& notes);

/// What a node was last seen to use stays known, with its age, through observations that did not ask for it. Another
/// node of its name begins anew.
void keepUtilisation(FleetState& next, const FleetState& last);

/// While `up` runs, a part that has not started yet is on its way, not down.
FleetState whileComingUp(FleetState fleet);

/// Replaces the record of the same image version or adds it.
void foldImage(QList<ImageRecord>& images, const ImageRecord& built);

} // namespace snowmelt
