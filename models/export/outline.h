// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/fold.h"

namespace snowmelt {

/// A diagram as a file of text tells it: boxes in boxes, and each edge once between what is drawn.
struct FigureOutline
{
    struct Link
    {
        int from = -1;
        int to = -1;
        int edge = -1;   ///< the first of those it stands for; of nodes that are not listed, the busiest
        bool own = true; ///< it joins the very boxes of that edge: what is so of the edge is so of the link
    };
    QList<QList<int>> inside; ///< of each box
    QList<int> top;
    QList<Link> links;
    Fold fold;

    FigureOutline(const Diagram& diagram, const FoldLimits& limits);
    bool isContainer(int box) const { return !inside[box].isEmpty(); }
    /// A box without boxes in it: the box, or the first of its innermost.
    int leafOf(int box) const;
};

} // namespace snowmelt
