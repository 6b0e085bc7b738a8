// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

/// How well a part answers a search; the better first.
enum class Fit {
    Exact,  ///< it is called so
    Start,  ///< its name begins so
    Word,   ///< a word of its name does: "12" in "web-12"
    Inside, ///< somewhere in its name
    Fact,   ///< not in its name: its group, image, address, engine or what is wrong with it
};

struct SearchHit
{
    int box = -1; ///< index into Diagram::boxes
    Fit fit = Fit::Fact;
    bool operator==(const SearchHit&) const = default;
};

struct SearchResult
{
    QList<SearchHit> hits; ///< the best `limit`, ties in the diagram's order; each part once
    int found = 0;         ///< all there are
};

/// Every word of `query` must be found, whatever its case; a word may be in the name or in a fact. An empty query finds
/// nothing.
SearchResult searchDiagram(const Diagram& diagram, const QString& query, int limit = 50);

} // namespace snowmelt
