// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"

namespace snowmelt {

/// Pure. What docs/DRIFT.md says under "Severity". A difference of which nothing is known is Medium, never Low.
DriftSeverity severityOf(const Difference& difference);

/// The gravest first; those of one severity stay in their order.
QList<Difference> bySeverity(QList<Difference> differences);

} // namespace snowmelt
