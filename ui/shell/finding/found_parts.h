// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/search.h"

namespace snowmelt {

class FleetDocument;

struct FoundPart
{
    QString part;
    Fit fit = Fit::Fact;
    QString collapsedIn; ///< group that must be expanded to see it; empty: it is in the diagram
    bool operator==(const FoundPart&) const = default;
};

/// Everything in a fleet that answers a search, the better first: parts of the diagram, nodes of groups that are
/// collapsed, and nodes on which a scan found a difference in what is called so.
QList<FoundPart> findParts(const Diagram& diagram, const FleetDocument& document, const QString& query);

} // namespace snowmelt
