// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/paper.h"
#include "ui/export/page_flow.h"

namespace snowmelt {

/// A table on as many pages as it takes.
void flowTable(PageFlow& flow, const PaperTable& table);

} // namespace snowmelt
