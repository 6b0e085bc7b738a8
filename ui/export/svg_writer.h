// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/sheet.h"

namespace snowmelt {

/// SVG 1.1 with plain <text> and presentation attributes, as librsvg, Inkscape and browsers read it alike. Text stands
/// by its own end (text-anchor) and names families that fall back to any sans-serif.
QByteArray svgOf(const Sheet& sheet);

} // namespace snowmelt
