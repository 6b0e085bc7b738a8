// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/paper.h"
#include "ui/export/page.h"

namespace snowmelt {

/// A review as pages: the picture on the first, then headings, paragraphs and tables. A table goes on over pages with
/// its head; a row stays whole. Fit is A4. Needs fonts, thus the GUI thread.
QList<Sheet> reviewPages(const Paper& paper, const Sheet& picture, const PageFormat& format, bool dark);

} // namespace snowmelt
