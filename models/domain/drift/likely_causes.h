// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/probe/traces.h"

namespace snowmelt {

/// What is worth asking a node about to explain these differences; each once.
TracesWanted tracesWanted(const QList<Difference>& differences);

/// Pure. What may have made these differences, as far as the traces speak for it: each difference has one cause at
/// most. docs/DRIFT.md has the rules.
QList<LikelyCause> likelyCauses(const QList<Difference>& differences, const Traces& traces);

} // namespace snowmelt
