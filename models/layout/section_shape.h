// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/parts.h"

namespace snowmelt::layout {

/// How one container arranges its nodes, before it has a place.
struct SectionShape
{
    bool cells = false;
    int columns = 1;
    QSizeF size;

    /// Row by row, so that a node more moves none of the others while the number of columns stays.
    QRectF member(int index) const; ///< relative to the container's corner
};

/// One shape per section. Sections of one group share their width and, as cards, their columns.
QList<SectionShape> shapesOf(const QList<Section>& sections);

} // namespace snowmelt::layout
