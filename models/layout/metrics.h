// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

/// Sizes in diagram units. Every one is on the 8 px grid, so that boxes and the dotted background agree.
namespace snowmelt::layout {

inline constexpr QSizeF clientsSize{56, 56};
inline constexpr double clientsCaption = 24; ///< room for the word below the circle
inline constexpr QSizeF balancerSize{176, 96};
inline constexpr QSizeF databaseSize{176, 112};
inline constexpr QSizeF cacheSize{176, 80};
inline constexpr QSizeF cardSize{208, 56};
inline constexpr QSizeF cellSize{40, 32};

inline constexpr double cardGap = 8;
inline constexpr double cellGap = 8;
inline constexpr double padding = 16; ///< of a container
inline constexpr double header = 64;  ///< of a container
inline constexpr double sideGap = 16; ///< between the sides of one group
inline constexpr double rowGap = 32;  ///< between groups, balancers, databases: edges pass there
inline constexpr double margin = 24;  ///< around everything
inline constexpr double zonePadding = 16;
inline constexpr double zoneHeader = 40;
inline constexpr double zoneGap = 24; ///< between two zones

inline constexpr double clientsToBalancers = 56;
inline constexpr double balancersToGroups = 104; ///< a printed share must fit
inline constexpr double groupsToDatabases = 88;
inline constexpr QSizeF labelSize{80, 18};      ///< of a label in words
inline constexpr QSizeF shareLabelSize{44, 18}; ///< "100 %"

inline constexpr double laneGap = 8;   ///< between two edges that pass a column side by side
inline constexpr double clearance = 8; ///< between an edge and a box that it passes

inline constexpr int cellsFrom = 25; ///< this many nodes in a container are cells
inline constexpr int fanLimit = 6;   ///< up to this many nodes each get an edge of their own

/// A tier higher than this is folded into several columns.
inline constexpr double highestColumn = 3200;
/// Of its rows a container keeps this share free below it to grow into, one row at least.
inline constexpr double reserveShare = 0.25;

} // namespace snowmelt::layout
