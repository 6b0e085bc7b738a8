// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

/// When parts of a kind are alike.
enum class Alike {
    Neighbours, ///< in the same zone, the same parts lead to them, and they lead to the same
    Source,     ///< in the same zone, and the same parts lead to them
    Kind,       ///< always
};

/// A diagram for formats that cannot show hundreds of parts: what is alike is one box that counts its members as a
/// group counts its nodes. Nodes are left out; where boxes stand means nothing any more.
Diagram mergedAlike(const Diagram& diagram, Alike alike);

} // namespace snowmelt
