// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

namespace snowmelt {

QString cpuText(const Utilisation& used);    ///< "42 %" of one processor; empty: not said
QString memoryText(const Utilisation& used); ///< "212 MB of 512 MB"; empty: not said
/// "just now", "12 s ago": what somebody asked for is as old as that.
QString usageAgeText(const Utilisation& used, const QDateTime& now);

} // namespace snowmelt
