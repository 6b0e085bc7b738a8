// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

namespace snowmelt {

QString sentence(const DueReason& reason); ///< "its recipe changed"
/// "will be built anew: 3 packages of its lock differ"; empty when it is built already.
QString dueText(const ImageDue& due);
/// "about 40 s, as 3 builds took before"; that nobody knows; empty when it is built already.
QString expectationText(const ImageDue& due);
/// "libssl3:amd64 3.0.11-1 → 3.0.13-1", "socat:amd64 1.7.4-1"
QString lockChangeText(const ImageDifference& change);
/// "1 added, 2 newer"; that nothing moved when there is nothing.
QString lockMoveText(const QList<ImageDifference>& changes);

} // namespace snowmelt
