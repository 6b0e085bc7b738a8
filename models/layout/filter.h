// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

/// Which machines a person wants to see. Conditions of one kind are alternatives: unhealthy or drifted; what was asked
/// of images and of a focus must hold besides.
struct DiagramFilter
{
    bool unhealthy = false; ///< not healthy, not unknown, not only draining
    bool drifted = false;   ///< at least one difference known
    bool unseen = false;    ///< could not be asked, or not all of it could be scanned
    QList<ImageRef> images; ///< runs one of these; empty: any
    QStringList focus;      ///< parts, and what is in them; empty: all

    bool isActive() const { return *this != DiagramFilter(); }
    bool operator==(const DiagramFilter&) const = default;
};

struct FilteredDiagram
{
    /// One entry per box. A container is hidden when all that is in it is, and something is in it.
    QList<bool> hidden;
    int hiddenNodes = 0; ///< machines: nodes, balancers, databases, caches
    int shownNodes = 0;
    bool operator==(const FilteredDiagram&) const = default;
};

FilteredDiagram filtered(const Diagram& diagram, const DiagramFilter& filter);

/// Machines that a filter for each would show, in one pass.
struct FilterCounts
{
    int unhealthy = 0;
    int drifted = 0;
    int unseen = 0;
    bool operator==(const FilterCounts&) const = default;
};
FilterCounts countsOf(const Diagram& diagram);

/// Images that machines of the diagram run, each once, sorted: what a filter offers.
QList<ImageRef> imagesIn(const Diagram& diagram);

} // namespace snowmelt
