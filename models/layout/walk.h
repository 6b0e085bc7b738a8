// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

enum class Direction { Left, Right, Up, Down };

/// The box an arrow key leads to, or -1: stay. Left and right go along the edges, and where there is none to the next
/// box that way; up and down move within a column; up from a container's first row is the container, down from a
/// container its first node. From nowhere (-1): the first box.
int neighbour(const Diagram& diagram, int from, Direction direction);
/// The box Tab leads to: reading order, -1 past either end.
int following(const Diagram& diagram, int from, int step);

} // namespace snowmelt
