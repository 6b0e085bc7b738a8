// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/chart.h"

namespace snowmelt::layout {

/// Puts nodes into the containers: those an arrangement remembers into the cells they had, as far as the room goes that
/// the container was given. Containers more, which an arrangement remembers, become blocks again while they hold a
/// node.
void fillContainers(Chart& chart, const Parts& parts, const Arrangement& arrangement);

/// As many of the nodes that `from` has no room for as `into`, a container more of the same group, has cells for.
void absorb(Block& into, Block& from, const Parts& parts);
/// A container more for what one has no room for; its index. It is behind the others of its group.
int addContinuation(Chart& chart, const Parts& parts, int full);

/// All of a container's nodes in it, however high that makes it.
void fillWithoutLimit(Block& block, const Parts& parts);
/// Size and room of a container by its nodes, with rows kept free.
void measure(Block& block);

} // namespace snowmelt::layout
