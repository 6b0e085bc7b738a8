// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/figure.h"
#include "models/export/fold.h"

namespace snowmelt {

/// Mermaid draws nothing of more than 50,000 characters or 500 edges, whoever shows it, and no file can ask for more.
inline constexpr FoldLimits mermaidLimits{100, 240};

/// A flowchart: groups and zones as subgraphs, states as classes. Of what would be too much first the nodes give way,
/// then parts that are alike become one box that counts them.
QByteArray mermaidOf(const Diagram& diagram, const ExportHead& head, const FoldLimits& limits = mermaidLimits);

} // namespace snowmelt
