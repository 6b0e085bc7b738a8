// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

/// What a request meets right before and after `parts`: they themselves and all they are connected with in one step
/// along the edges, in either direction. A node stands for its group where the edges end at the group; a
/// group stands for its nodes. In the diagram's order, each once.
QStringList vicinityOf(const Diagram& diagram, const QStringList& parts);

} // namespace snowmelt
