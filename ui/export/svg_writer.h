// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/sheet.h"

namespace snowmelt {

/// SVG 1.1 with plain <text> and presentation attributes, as librsvg, Inkscape and browsers read it alike. Text stands
/// by its own end (text-anchor) and names families that fall back to any sans-serif.
/// What is cut has the whole of it as a <title>, which a browser shows under the mouse and a search finds.
QByteArray svgOf(const Sheet& sheet);

} // namespace snowmelt
