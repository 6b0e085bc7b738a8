// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/intent.h"

namespace snowmelt {

class FleetDocument;
struct GroupDrift;
struct OperationState;

/// Whom a comparison is of, as a DiffIntent without a baseline. Neither group nor nodes: nobody.

/// Two or more nodes that are selected; else the group selected, or the selected node's, or the first.
DiffIntent whomMeant(const FleetDocument& document, const QStringList& selected);
bool isNobody(const DiffIntent& whom);
/// What FleetDocument::groupDrift() knows it by.
QString subjectOf(const DiffIntent& whom);
QStringList nodesOf(const FleetDocument& document, const DiffIntent& whom); ///< that there are now
/// "web", or the first few of the nodes.
QString whomText(const DiffIntent& whom);
/// The comparison that was begun last, running or ended; null: none was.
const OperationState* lastLook(const FleetDocument& document, const DiffIntent& whom);
/// Nodes came, went or were born again since this was seen.
bool isOutdated(const FleetDocument& document, const DiffIntent& whom, const GroupDrift& drift);

} // namespace snowmelt
