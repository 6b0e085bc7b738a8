// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/figure.h"
#include "ui/theme/theme.h"

namespace snowmelt {

/// The theme's colours for formats that have no pencil of ours.
ExportInk exportInk(const Theme& theme);

} // namespace snowmelt
