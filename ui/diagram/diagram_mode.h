// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace snowmelt {

/// What colours the nodes: their health, their drift, or their image version.
enum class DiagramMode { Health, Drift, Image };

} // namespace snowmelt
