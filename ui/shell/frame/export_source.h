// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/export_choice.h"

namespace snowmelt {

class DiagramView;

/// What the view shows at this moment, and all that is known of its fleet.
ExportSource exportSource(const DiagramView& view);

} // namespace snowmelt
