// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace snowmelt {

/// Was this seen too long ago to be taken for how things are? After two intervals of the scans that are made by
/// themselves, or, without such (0), after a day. What was seen in the future, by a clock that was set meanwhile, has
/// no age that can be known.
bool isOldScan(const QDateTime& scannedAt, const QDateTime& now, int scanSeconds);

} // namespace snowmelt
