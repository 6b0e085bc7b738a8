// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_ink.h"

namespace snowmelt {

ExportInk exportInk(const Theme& theme)
{
    ExportInk ink;
    ink.dark = theme.dark;
    ink.paper = theme.canvas.name();
    ink.text = theme.text.name();
    ink.sub = theme.sub.name();
    ink.line = theme.control.name();
    ink.group = theme.group.name();
    ink.blue = theme.blue.name();
    ink.blueTint = theme.blueTint.name();
    ink.green = theme.green.name();
    ink.greenTint = theme.greenTint.name();
    ink.healthy = {theme.control.name(), theme.panel.name()};
    ink.degraded = {theme.amber.name(), theme.amberTint.name()};
    ink.down = {theme.red.name(), theme.redTint.name()};
    return ink;
}

} // namespace snowmelt
