// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/wording/wording.h"

#include <QString>

namespace snowmelt {

class FleetDocument;

/// Short texts that several models and views show alike.
QString imageStateText(const ImageRecord& image);             ///< "3 nodes", "ready", "stale", "not built"
QString buildStateText(const ImageRecord& image);             ///< "built", "stale", "not built"
QString clockText(const QDateTime& at, const QDateTime& now); ///< "09:53" today, else "20 Nov 09:53"; local time
QString driftBadge(const NodeState& node); ///< "Δ4", "?" when something could not be seen, else empty
/// Beside as many nodes as the blueprint says now.
Health groupHealth(const FleetDocument& document, const GroupState& group);
/// "1.0.0 → 1.1.0" while a deployment runs on the group, else what it runs: "shop 1.0.0", "2 images", "not running"; of
/// hosts that were there before "36 of 37 reached", "not looked at yet".
QString groupImageText(const FleetDocument& document, const QString& group);
/// One after the other, each with its full stop; what a server said verbatim may end without one.
QString sentences(const QStringList& parts);
int reachedIn(const GroupState& group);   ///< hosts that were there before and answer
int serverCount(const FleetState& fleet); ///< nodes of any role that exist

} // namespace snowmelt
