// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

/// Sizes in diagram units. Every one is on the 8 px grid, so that boxes and the dotted background agree.
namespace snowmelt::layout {

inline constexpr QSizeF clientsSize{56, 56};
inline constexpr double clientsCaption = 24; ///< room for the word below the circle
inline constexpr QSizeF balancerSize{176, 96};
inline constexpr QSizeF databaseSize{176, 112};
inline constexpr QSizeF cardSize{208, 56};
inline constexpr QSizeF cellSize{40, 32};

inline constexpr double cardGap = 8;
inline constexpr double cellGap = 8;
inline constexpr double padding = 16; ///< of a container
inline constexpr double header = 64;  ///< of a container
inline constexpr double sideGap = 16; ///< between the sides of one group
inline constexpr double rowGap = 32;  ///< between groups, balancers, databases
inline constexpr double margin = 24;  ///< around everything

inline constexpr double clientsToBalancers = 56;
inline constexpr double balancersToGroups = 104; ///< a printed share must fit
inline constexpr double groupsToDatabases = 88;
inline constexpr QSizeF labelSize{80, 18};      ///< of a label in words
inline constexpr QSizeF shareLabelSize{44, 18}; ///< "100 %"

inline constexpr int cellsFrom = 25; ///< this many nodes in a container are cells
inline constexpr int fanLimit = 6;   ///< up to this many nodes each get an edge of their own

} // namespace snowmelt::layout
