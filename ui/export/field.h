// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/fold.h"
#include "ui/diagram/diagram_mode.h"

class QPainter;

namespace snowmelt {

/// A diagram in a picture of bounded size: the nodes of groups too large for it are cells of a field, all of one state
/// in one shape, and the others are painted as ever.
class Fielded
{
public:
    explicit Fielded(const Diagram& diagram, const FoldLimits& limits = {});

    const Diagram& diagram() const { return m_diagram; } ///< without the cells
    int cells() const { return int(m_cells.size()); }
    void paint(QPainter* painter, const DiagramLook& look) const;

private:
    Diagram m_diagram;
    QList<DiagramBox> m_cells;
};

} // namespace snowmelt
