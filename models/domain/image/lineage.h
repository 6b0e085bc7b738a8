// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image_record.h"

#include <QList>

namespace snowmelt {

/// One image among those it was born from.
struct LineageRow
{
    ImageRecord image;
    int depth = 0; ///< 0: nothing in the list is its parent
    bool operator==(const LineageRow&) const = default;
};

/// Pure. Who is born from what, depth first; brothers in the order of the list. Every image once.
QList<LineageRow> lineageOf(const QList<ImageRecord>& images);

} // namespace snowmelt
