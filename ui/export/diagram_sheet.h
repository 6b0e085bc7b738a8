// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"
#include "ui/diagram/diagram_mode.h"
#include "ui/export/sheet.h"

namespace snowmelt {

struct SheetLook
{
    bool dark = false;
    DiagramMode mode = DiagramMode::Health;
    QString platform;
    QDateTime date;     ///< in the zone whose day is printed; null: not said
    bool titled = true; ///< false: the page it is placed on says its title
};

/// A diagram as it goes into a design review: title above, legend below, on the theme's canvas. In the language of the
/// moment; needs fonts, thus the GUI thread.
Sheet sheetOf(const Diagram& diagram, const SheetLook& look);

} // namespace snowmelt
